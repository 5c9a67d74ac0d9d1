package vn.gopy.legaltext;

import org.jspecify.annotations.Nullable;

/**
 * One paragraph or table cell of a file, as the reading child found it: the raw material of every later computation. A
 * soft line break ends a block.
 *
 * @param id counts from 0 in reading order; repairs refer to it
 * @param label the number that the word processor draws by itself, such as {@code Điều 5.}; empty when it is typed
 * @param text Unicode, composed, without the automatic label
 * @param raw the text as it stood in the file when a legacy font was converted, else null
 * @param cell where it stands in a table; null outside tables
 * @param page counts from 1; 0 where the format has no pages
 */
public record Block(
        int id,
        Kind kind,
        String label,
        String text,
        @Nullable String raw,
        Look look,
        @Nullable Cell cell,
        int page) {

    /** Which part of the page a block comes from. */
    public enum Kind {
        PARAGRAPH,
        CELL,
        TEXT_BOX,
        FOOTNOTE
    }

    /**
     * How it looks, as far as that helps to tell a heading from a sentence.
     *
     * @param outlineLevel 1 to 9 for a heading style, else 0
     * @param bold the whole text is bold
     * @param boldLead only its beginning is bold
     * @param style the name of the paragraph style, empty when plain
     * @param font the font of most letters, empty when unknown
     */
    public record Look(
            int outlineLevel,
            boolean bold,
            boolean boldLead,
            boolean italic,
            boolean centred,
            String style,
            String font) {

        /** Nothing is known about the look. */
        public static final Look PLAIN = new Look(0, false, false, false, false, "", "");
    }

    /** Coordinates in a table; all count from 0, tables through the file. */
    public record Cell(int table, int row, int column) {}

    /** A plain paragraph. */
    public static Block paragraph(int id, String text) {
        return new Block(id, Kind.PARAGRAPH, "", text, null, Look.PLAIN, null, 0);
    }

    /** The same block with another label and text. */
    public Block with(String otherLabel, String otherText) {
        return new Block(id, kind, otherLabel, otherText, raw, look, cell, page);
    }

    /** What a reader of the page sees: automatic label and text. */
    public String shown() {
        return label.isEmpty() ? text : text.isEmpty() ? label : label + " " + text;
    }
}
