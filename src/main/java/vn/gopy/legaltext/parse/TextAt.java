package vn.gopy.legaltext.parse;

/** Matching of fixed words at a position of a text, without regular expressions: every word of every line is asked. */
public final class TextAt {

    /** The letters of lists in their order, small. */
    public static final String LETTERS = "abcdđeghiklmnopqrstuvxyfjwz";

    /** Up to here the letters of Vietnamese, with their marks, are found by table. */
    private static final int END = 0x1F00;

    private static final char[] LOWER = new char[END];
    private static final boolean[] WORD = new boolean[END];

    static {
        for (char c = 0; c < END; c++) {
            LOWER[c] = Character.toLowerCase(c);
            WORD[c] = Character.isLetterOrDigit(c);
        }
    }

    private TextAt() {}

    static char lower(char c) {
        return c < END ? LOWER[c] : Character.toLowerCase(c);
    }

    /** Whether it is a letter or a digit. */
    public static boolean isWord(char c) {
        return c < END ? WORD[c] : Character.isLetterOrDigit(c);
    }

    /** Whether it is white space as files have it. */
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\n' || c == '\t' || c == '\u2007' || c == '\u202F';
    }

    /** Whether a letter or a digit stands there; none stands outside the text. */
    public static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && isWord(text.charAt(at));
    }

    /** Whether a digit stands there; none stands outside the text. */
    public static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** The character there; 0 outside the text. */
    public static char charAt(String text, int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : 0;
    }

    /** Behind the white space, of which no more than a line's indent is skipped. */
    public static int skip(String text, int at) {
        int most = Math.min(text.length(), at + 8);
        int i = at;
        while (i < most && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Behind the phrase in whatever case, a blank in it standing for any white space; -1 when it is not there. */
    public static int phrase(String text, int at, String phrase) {
        int i = at;
        for (int k = 0; k < phrase.length(); k++) {
            char wanted = phrase.charAt(k);
            if (i >= text.length()) {
                return -1;
            }
            char c = text.charAt(i);
            if (wanted == ' ') {
                if (!isSpace(c)) {
                    return -1;
                }
                i = skip(text, i);
            } else if (lower(c) == wanted) {
                i++;
            } else {
                return -1;
            }
        }
        return i;
    }

    /** Whether the words stand anywhere in the text, in whatever case; they are given in small letters. */
    public static boolean holds(String text, String words) {
        char first = words.charAt(0);
        for (int i = 0; i <= text.length() - words.length(); i++) {
            if (lower(text.charAt(i)) == first && phrase(text, i, words) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Like {@link #phrase}, ending where a word ends. */
    public static int word(String text, int at, String phrase) {
        int end = phrase(text, at, phrase);
        return end >= 0 && !isWord(text, end) ? end : -1;
    }

    /** Behind the first of the words that stands there; -1 for none. */
    public static int anyWord(String text, int at, String... words) {
        for (String word : words) {
            int end = word(text, at, word);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** Behind the letters and digits that begin there. */
    public static int wordEnd(String text, int at) {
        int i = at;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
