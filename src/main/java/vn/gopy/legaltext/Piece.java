package vn.gopy.legaltext;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of the file after repairs: a block, a part of one, or several joined.
 *
 * @param segments what it is made of, at least one
 * @param role what a person said it is; null when nobody did
 * @param dropped why a person left it out; null when it stays
 */
public record Piece(List<Segment> segments, @Nullable BlockRole role, Dropped.@Nullable Why dropped) {

    /** A stretch of one block's text, from one offset to another. */
    public record Segment(Block block, int from, int to) {

        /** The automatic label, for a stretch that begins its block; else empty. */
        public String lead() {
            return from == 0 ? block.label() : "";
        }

        public String text() {
            return block.text().substring(from, to);
        }

        /** Label and words as a reader of the page sees them. */
        public String shown() {
            String text = text().strip();
            return lead().isEmpty() ? text : text.isEmpty() ? lead() : lead() + " " + text;
        }

        /** Whether the spot lies in it. */
        public boolean holds(Repair.Spot spot) {
            return block.id() == spot.block() && spot.offset() >= from && spot.offset() < Math.max(to, from + 1);
        }
    }

    /** Where it begins; repairs of the whole piece name this place. */
    public Repair.Spot start() {
        Segment first = segments.getFirst();
        return new Repair.Spot(first.block().id(), first.from());
    }

    /** The block that gives look, table cell and page. */
    public Block source() {
        return segments.getFirst().block();
    }

    /** Label and words as a reader of the page sees them. */
    public String shown() {
        return segments.size() == 1
                ? segments.getFirst().shown()
                : String.join(" ", segments.stream().map(Segment::shown).toList());
    }

    /** A whole block that nobody has touched. */
    public static Piece of(Block block) {
        return new Piece(List.of(new Segment(block, 0, block.text().length())), null, null);
    }

    /** Whether it is one whole block. */
    public boolean isWhole() {
        Segment first = segments.getFirst();
        return segments.size() == 1
                && first.from() == 0
                && first.to() == first.block().text().length();
    }

    /** The same in the role that a person gave it. */
    public Piece as(BlockRole role) {
        return new Piece(segments, role, null);
    }

    /** The same, left out for this reason. */
    public Piece without(Dropped.Why why) {
        return new Piece(segments, null, why);
    }
}
