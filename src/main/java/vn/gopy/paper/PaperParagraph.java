package vn.gopy.paper;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A paragraph in the making. */
public final class PaperParagraph {

    private final XWPFParagraph paragraph;

    PaperParagraph(XWPFParagraph paragraph) {
        this.paragraph = paragraph;
    }

    /** Adds {@code text} as one run in the letters of {@code look}. */
    public PaperParagraph add(Look look, String text) {
        WordFile.run(paragraph, look, text);
        return this;
    }

    /** Sets the distance between lines to at least {@code points}. */
    public PaperParagraph lineHeight(int points) {
        paragraph.setSpacingBetween(points, LineSpacingRule.AT_LEAST);
        return this;
    }

    /** Underlines what was written first. */
    void underlined() {
        paragraph.getRuns().getFirst().setUnderline(UnderlinePatterns.SINGLE);
    }
}
