package vn.gopy.paper;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** The cells of one table row, filled paragraph by paragraph. */
public record Cells(List<XWPFTableCell> cells) {

    public Cells {
        cells = List.copyOf(cells);
    }

    /** The cell in column {@code column}, counted from 0. */
    public XWPFTableCell cell(int column) {
        return cells.get(column);
    }

    /** Adds a paragraph to a cell, its text in one run. */
    public XWPFParagraph write(int column, Look look, String text) {
        var paragraph = paragraph(column, look);
        WordFile.run(paragraph, look, text);
        return paragraph;
    }

    /** Adds an empty paragraph to a cell; the one every cell begins with is used first. */
    public XWPFParagraph paragraph(int column, Look look) {
        var cell = cells.get(column);
        var last = cell.getParagraphs().getLast();
        var paragraph = last.getRuns().isEmpty() && cell.getParagraphs().size() == 1 ? last : cell.addParagraph();
        WordFile.style(paragraph, look);
        return paragraph;
    }
}
