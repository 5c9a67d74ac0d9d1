package vn.gopy.legaltext.diff;

import java.util.Arrays;

/**
 * A text taken apart into words: a run of letters and digits is one ({@code Điều}, {@code 5a}, {@code 1.000.000}), every
 * other sign is one of its own. White space belongs to the word behind it, at the very end to the last.
 */
public final class Words {

    private final String text;
    private int[] from;
    private int[] to;
    private int count;

    private Words(String text) {
        this.text = text;
        this.from = new int[text.length() / 4 + 8];
        this.to = new int[from.length];
    }

    /** The words of a text in NFC, in their order. */
    public static Words of(String text) {
        Words words = new Words(text);
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (!isBlank(c)) {
                end = isPart(c) ? words.endOfRun(end) : end;
                words.add(at, end);
            }
            at = end;
        }
        return words;
    }

    /** A sign between two digits belongs to a number: 1.000, 0,5. */
    private int endOfRun(int at) {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean separator = (c == '.' || c == ',')
                    && end + 1 < text.length()
                    && isDigit(text.charAt(end - 1))
                    && isDigit(text.charAt(end + 1));
            if (!separator && !isPart(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void add(int start, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = start;
        to[count++] = end;
    }

    public int count() {
        return count;
    }

    /** The word without the white space before it. */
    public String word(int index) {
        return text.substring(from[index], to[index]);
    }

    /** The white space before a word. */
    String blank(int index) {
        return text.substring(edge(index), from[index]);
    }

    /** Whether it is a run of letters and digits, not a sign. */
    public boolean isWord(int index) {
        return isPart(text.codePointAt(from[index]));
    }

    /** The text from one word up to another, with all white space; all stretches of a text together are the text. */
    public String stretch(int start, int end) {
        return text.substring(edge(start), edge(end));
    }

    private int edge(int index) {
        if (index == count) {
            return text.length();
        }
        return index == 0 ? 0 : to[index - 1];
    }
}
