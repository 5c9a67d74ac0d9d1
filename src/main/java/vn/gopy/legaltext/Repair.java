package vn.gopy.legaltext;

/**
 * One correction that a person made to the reading of a file. Corrections are a list, done in order; they name blocks of
 * the reading, not results of the parser, so that a newer parser reads again and keeps them.
 */
public sealed interface Repair {

    /** Where it is done. */
    Spot at();

    /**
     * A place in a reading.
     *
     * @param block id of the block
     * @param offset into the block's text, in UTF-16 units; 0 is its beginning, automatic label included
     */
    record Spot(int block, int offset) {

        public Spot {
            if (block < 0 || offset < 0) {
                throw new IllegalArgumentException("No such place: " + block + ", " + offset);
            }
        }

        /** The beginning of a block. */
        public static Spot startOf(int block) {
            return new Spot(block, 0);
        }
    }

    /** What begins here is such a thing. */
    record Retype(Spot at, BlockRole as) implements Repair {}

    /** What begins here stands one level higher. */
    record Promote(Spot at) implements Repair {}

    /** What begins here stands one level lower. */
    record Demote(Spot at) implements Repair {}

    /** What begins here continues the paragraph before. */
    record Merge(Spot at) implements Repair {}

    /** Here a new paragraph begins. */
    record Split(Spot at) implements Repair {}

    /** What begins here is no part of the document. */
    record Drop(Spot at, Dropped.Why why) implements Repair {}

    /**
     * Words that only the second reader of the file found stand here, as a paragraph of their own. They are a block for
     * the repairs that follow: the first words supplied are block {@link #FIRST_SUPPLIED}, the next one more.
     *
     * @param at what follows this place in its block begins after them; the end of a block for what stands behind it
     * @param words as the finding gives them
     */
    record Supply(Spot at, String words) implements Repair {}

    /** The id of the block that the first supplied words become; no file has so many blocks. */
    int FIRST_SUPPLIED = 1_000_000_000;
}
