package vn.gopy.paper;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** The cells of one table row, counted from 0 and filled paragraph by paragraph. */
public final class Cells {

    private final List<XWPFTableCell> cells;

    Cells(List<XWPFTableCell> cells) {
        this.cells = List.copyOf(cells);
    }

    /** Adds a paragraph to a cell for each line of the text. */
    public PaperParagraph write(int column, Look look, String text) {
        return paragraph(column, look).add(look, text);
    }

    /** Adds an empty paragraph to a cell; the one every cell begins with is used first. */
    public PaperParagraph paragraph(int column, Look look) {
        var cell = cells.get(column);
        var last = cell.getParagraphs().getLast();
        var paragraph = last.getRuns().isEmpty() && cell.getParagraphs().size() == 1 ? last : cell.addParagraph();
        WordFile.style(paragraph, look);
        return new PaperParagraph(paragraph);
    }

    /** Lets the words of a cell stand in the middle of its height. */
    public void centre(int column) {
        cells.get(column).setVerticalAlignment(XWPFVertAlign.CENTER);
    }

    /** Joins a cell with those below that {@link #joinAbove} is called on. */
    public void joinBelow(int column) {
        properties(cells.get(column)).addNewVMerge().setVal(STMerge.RESTART);
    }

    /** Joins a cell with the one above it. */
    public void joinAbove(int column) {
        properties(cells.get(column)).addNewVMerge().setVal(STMerge.CONTINUE);
    }

    /** Spreads the first cell over as many columns. */
    void span(int columns) {
        properties(cells.getFirst()).addNewGridSpan().setVal(BigInteger.valueOf(columns));
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }
}
