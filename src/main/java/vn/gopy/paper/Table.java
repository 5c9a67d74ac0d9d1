package vn.gopy.paper;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table with fixed columns. The time for a row does not grow with the rows before it. */
public final class Table {

    private final XWPFTable table;
    private final int columns;
    private XWPFTableRow last;

    /** @param widths of the columns in millimetres */
    Table(XWPFTable table, boolean ruled, int... widths) {
        this.table = table;
        this.columns = widths.length;
        this.last = table.getRow(0);
        shape(table, ruled, widths);
    }

    /** Adds a row that no page break may part. */
    public Cells addRow() {
        return addRow(columns);
    }

    /** POI's own way to a new row counts all rows before it. */
    private Cells addRow(int cells) {
        last = new XWPFTableRow(table.getCTTbl().addNewTr(), table);
        for (int n = 0; n < cells; n++) {
            last.createCell();
        }
        last.setCantSplitRow(true);
        return new Cells(last.getTableCells());
    }

    /** Lets a page break part the last row, so that it begins where the rows before it end. */
    public void letPart() {
        last.setCantSplitRow(false);
    }

    /** The first row, printed again on every page where {@code repeated}. */
    public Cells firstRow(boolean repeated) {
        var row = table.getRow(0);
        row.setCantSplitRow(true);
        if (repeated) {
            row.setRepeatHeader(true);
        }
        return new Cells(row.getTableCells());
    }

    /** Adds a row of one cell over the whole width. */
    public void addWideRow(Look look, String text) {
        var cells = addRow(1);
        cells.span(columns);
        cells.write(0, look, text);
    }

    private static void shape(XWPFTable table, boolean ruled, int... widths) {
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
}
