package vn.gopy.legaltext;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the text in reading order: a paragraph, or a table kept whole.
 *
 * @param auto the number drawn by the word processor, else empty
 * @param rows the cells of a table; null for a paragraph
 */
record Line(String auto, String text, Block.Look look, Block.Kind kind, @Nullable List<List<String>> rows) {

    static Line of(Block block) {
        return new Line(block.label(), block.text(), block.look(), block.kind(), null);
    }

    static Line table(List<List<String>> rows) {
        return new Line("", "", Block.Look.PLAIN, Block.Kind.CELL, rows);
    }

    boolean isTable() {
        return rows != null;
    }

    /** Label and text as a reader sees them. */
    String shown() {
        return auto.isEmpty() ? text : text.isEmpty() ? auto : auto + " " + text;
    }

    /** Has capitals and no small letters. */
    boolean isCapitals() {
        return Words.isCapitals(text);
    }

    /** Set apart from running text by its look. */
    boolean isProminent() {
        return look.bold() || look.centred() || look.outlineLevel() > 0 || isCapitals();
    }
}
