package vn.gopy.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import vn.gopy.shared.TextGate;

/**
 * A paragraph in the making. A text of several lines becomes as many paragraphs of the same shape: Word shows no line feed,
 * and a break would stretch the words before it in justified text.
 */
public final class PaperParagraph {

    private final List<XWPFParagraph> paragraphs = new ArrayList<>();

    PaperParagraph(XWPFParagraph paragraph) {
        paragraphs.add(paragraph);
    }

    /** Adds {@code text} in the letters of {@code look}, each line as one run. */
    public PaperParagraph add(Look look, String text) {
        List<String> lines = TextGate.lines(text);
        WordFile.run(paragraphs.getLast(), look, lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            paragraphs.add(after(paragraphs.getLast()));
            WordFile.run(paragraphs.getLast(), look, line);
        }
        return this;
    }

    /** Sets the distance between lines to at least {@code points}. */
    public PaperParagraph lineHeight(int points) {
        paragraphs.forEach(paragraph -> paragraph.setSpacingBetween(points, LineSpacingRule.AT_LEAST));
        return this;
    }

    /** Underlines what was written first. */
    void underlined() {
        paragraphs.getFirst().getRuns().getFirst().setUnderline(UnderlinePatterns.SINGLE);
    }

    /** An empty paragraph of the same shape behind the last one of the same cell or file. */
    private static XWPFParagraph after(XWPFParagraph paragraph) {
        XWPFParagraph next = paragraph.getBody() instanceof XWPFTableCell cell
                ? cell.addParagraph()
                : paragraph.getDocument().createParagraph();
        if (paragraph.getCTP().isSetPPr()) {
            next.getCTP().setPPr((CTPPr) paragraph.getCTP().getPPr().copy());
            next.setPageBreak(false);
        }
        return next;
    }
}
