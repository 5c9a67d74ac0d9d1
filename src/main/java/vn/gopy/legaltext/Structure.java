package vn.gopy.legaltext;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The original beside the outline: every paragraph of the file with the place of the outline that its words stand in.
 *
 * @param rows the outline as a flat list in reading order
 * @param standings the paragraphs in reading order
 * @param repairs done to the reading, shifts settled into levels
 * @param lost repairs whose place is not there any more
 */
public record Structure(
        Outline outline, List<Row> rows, List<Standing> standings, List<Repair> repairs, List<Repair> lost) {

    /** The parts of a text. */
    public enum Zone {
        /** Issuer, Quốc hiệu, number, place and date. */
        HEAD,
        TITLE,
        /** Căn cứ and the enacting line. */
        PREAMBLE,
        PROVISION,
        /** Nơi nhận, signature. */
        CLOSING,
        ANNEX
    }

    /**
     * One place of the outline.
     *
     * @param body code of the body
     * @param path of the provision or annex; empty for the other zones
     * @param level null outside the tree
     * @param indent how many places stand above it in the tree
     * @param text its own words; the words of the zone outside the tree
     */
    public record Row(
            Zone zone,
            String body,
            String path,
            @Nullable Level level,
            @Nullable Integer depth,
            int indent,
            @Nullable String label,
            @Nullable String heading,
            String text) {}

    /**
     * Where a paragraph of the file stands.
     *
     * @param row index in the rows; -1 when its words are in none, as when they were left out
     * @param role what the paragraph is, by a person or by the parser; null in the head of a text
     * @param begins whether the place begins with this paragraph
     */
    public record Standing(Piece piece, int row, @Nullable BlockRole role, boolean begins) {}
}
