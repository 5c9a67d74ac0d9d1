package vn.gopy.legaltext;

/**
 * Words on which two readers of the same bytes do not agree.
 *
 * @param words as the reader that found them gives them, no longer than anybody looks through
 * @param before what stands before them in that reader's text, a few words, perhaps none: where to look for them
 */
public record Difference(Kind kind, String words, String before) {

    private static final int MOST_LETTERS = 10_000;

    /** Which of the two knows more. */
    public enum Kind {
        /** Only the second reader found the words: they may have been lost. */
        ONLY_SECOND,
        /** The first gives the words more often than the second: they may stand twice. */
        MORE_IN_FIRST
    }

    /** Cuts what is longer than anybody reads. */
    public Difference {
        words = cut(words, MOST_LETTERS);
        before = before.length() > 120 ? before.substring(before.length() - 120) : before;
    }

    /** Whether these words of a difference are only the beginning of what was found. */
    static boolean isCut(String words) {
        return words.length() > MOST_LETTERS;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}
