package vn.gopy.paper;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;

/**
 * How a paragraph stands on the sheet.
 *
 * @param size of the letters in points
 * @param struck true when a line goes through the letters
 * @param firstLine indent of the first line in millimetres
 * @param before space above in points
 * @param after space below in points
 * @param keepNext true when the paragraph must not be parted from the one after it
 */
public record Look(
        ParagraphAlignment alignment,
        int size,
        boolean bold,
        boolean italic,
        boolean struck,
        int firstLine,
        int before,
        int after,
        boolean keepNext) {

    /** Flush left, upright letters, no space around. */
    public static Look plain(int size) {
        return new Look(ParagraphAlignment.LEFT, size, false, false, false, 0, 0, 0, false);
    }

    /** The same, centred. */
    public Look centred() {
        return aligned(ParagraphAlignment.CENTER);
    }

    /** The same, with both edges straight. */
    public Look justified() {
        return aligned(ParagraphAlignment.BOTH);
    }

    /** The same in bold letters. */
    public Look inBold() {
        return new Look(alignment, size, true, italic, struck, firstLine, before, after, keepNext);
    }

    /** The same in italic letters. */
    public Look inItalic() {
        return new Look(alignment, size, bold, true, struck, firstLine, before, after, keepNext);
    }

    /** The same with a line through the letters. */
    public Look crossedOut() {
        return new Look(alignment, size, bold, italic, true, firstLine, before, after, keepNext);
    }

    /** The same with a first-line indent in millimetres. */
    public Look indented(int millimetres) {
        return new Look(alignment, size, bold, italic, struck, millimetres, before, after, keepNext);
    }

    /** The same with space above and below in points. */
    public Look spaced(int above, int below) {
        return new Look(alignment, size, bold, italic, struck, firstLine, above, below, keepNext);
    }

    /** The same, kept on the page of the paragraph after it. */
    public Look kept() {
        return new Look(alignment, size, bold, italic, struck, firstLine, before, after, true);
    }

    private Look aligned(ParagraphAlignment to) {
        return new Look(to, size, bold, italic, struck, firstLine, before, after, keepNext);
    }
}
