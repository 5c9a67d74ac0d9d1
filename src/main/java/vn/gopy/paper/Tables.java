package vn.gopy.paper;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Tables with fixed columns. */
public final class Tables {

    private Tables() {}

    /** Adds a row that no page break may part. */
    public static Cells addRow(XWPFTable table) {
        var row = table.createRow();
        row.setCantSplitRow(true);
        return new Cells(row.getTableCells());
    }

    /** Lets a page break part the last row, so that it begins where the rows before it end. */
    public static void letPart(XWPFTable table) {
        table.getRow(table.getNumberOfRows() - 1).setCantSplitRow(false);
    }

    /** The first row, printed again on every page where {@code repeated}. */
    public static Cells firstRow(XWPFTable table, boolean repeated) {
        var row = table.getRow(0);
        row.setCantSplitRow(true);
        if (repeated) {
            row.setRepeatHeader(true);
        }
        return new Cells(row.getTableCells());
    }

    /** Adds a row of one cell over the whole width. */
    public static void addWideRow(XWPFTable table, Look look, String text) {
        var row = table.createRow();
        row.setCantSplitRow(true);
        while (row.getTableCells().size() > 1) {
            row.removeCell(1);
        }
        var span = table.getRow(0).getTableCells().size();
        properties(row.getCell(0)).addNewGridSpan().setVal(BigInteger.valueOf(span));
        new Cells(row.getTableCells()).write(0, look, text);
    }

    /** Joins {@code cell} with the cells below that {@link #joinAbove} is called on. */
    public static void joinBelow(XWPFTableCell cell) {
        properties(cell).addNewVMerge().setVal(STMerge.RESTART);
    }

    /** Joins {@code cell} with the one above it. */
    public static void joinAbove(XWPFTableCell cell) {
        properties(cell).addNewVMerge().setVal(STMerge.CONTINUE);
    }

    static void shape(XWPFTable table, boolean ruled, int... widths) {
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(Twips.ofMillimetres(Arrays.stream(widths).sum()));
        if (!ruled) {
            table.removeBorders();
        }
        table.setCellMargins(ruled ? 40 : 0, 80, ruled ? 40 : 0, 80);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int i = 0; i < widths.length; i++) {
            var width = Twips.ofMillimetres(widths[i]);
            var column = i < grid.sizeOfGridColArray() ? grid.getGridColArray(i) : grid.addNewGridCol();
            column.setW(BigInteger.valueOf(width));
            table.getRow(0).getCell(i).setWidth(Integer.toString(width));
        }
    }

    static void tabAtRight(XWPFParagraph paragraph, int millimetres) {
        var properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        var tab = properties.addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(Twips.ofMillimetres(millimetres)));
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }
}
