package vn.gopy.search.engine;

/**
 * One way in which words are kept in the index.
 *
 * @param part which words of a document
 * @param grain single syllables, or pairs of neighbours
 * @param folded whether marks are dropped
 */
public record TextField(Part part, Grain grain, boolean folded) {

    /** Which words of a document. */
    public enum Part {
        /** Its own heading and text. */
        TEXT,
        /** Its heading alone. */
        TITLE,
        /** The name of the document it belongs to. */
        CONTEXT
    }

    /** How many syllables make one term. */
    public enum Grain {
        /** One. */
        SYLLABLE,
        /** Two neighbours, parted by one space. */
        PAIR
    }
}
