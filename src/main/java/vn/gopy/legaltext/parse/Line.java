package vn.gopy.legaltext.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.BlockRole;

/**
 * One step of the text in reading order: a paragraph, or a table kept whole.
 *
 * @param auto the number drawn by the word processor, else empty
 * @param rows the cells of a table; null for a paragraph
 * @param role what a person said the line is; null when nobody did
 * @param reshaped whether a person joined or cut it
 * @param page where it begins, from 1; 0 where the format has no pages
 */
public record Line(
        String auto,
        String text,
        Block.Look look,
        Block.Kind kind,
        @Nullable List<List<String>> rows,
        @Nullable BlockRole role,
        boolean reshaped,
        int page) {

    static Line of(Block block) {
        return of(block, null, false);
    }

    static Line of(Block block, @Nullable BlockRole role, boolean reshaped) {
        return new Line(block.label(), block.text(), block.look(), block.kind(), null, role, reshaped, block.page());
    }

    static Line table(List<List<String>> rows, int page) {
        return new Line("", "", Block.Look.PLAIN, Block.Kind.CELL, rows, null, false, page);
    }

    /** Whether it stands for a table. */
    public boolean isTable() {
        return rows != null;
    }

    /** Label and text as a reader sees them. */
    public String shown() {
        return auto.isEmpty() ? text : text.isEmpty() ? auto : auto + " " + text;
    }

    /** A person said that a provision begins here. */
    boolean opensByRepair() {
        return role != null && role.level() != null;
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
