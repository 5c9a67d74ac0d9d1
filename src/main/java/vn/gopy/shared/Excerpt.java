package vn.gopy.shared;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a text for where there is little room. What a reader sees as one character (a letter with its marks, a
 * sign of two code units) is kept whole or left out; null and empty give an empty text.
 */
public final class Excerpt {

    private static final String MORE = " …";

    /** Nobody writes a character with more marks than this; such a heap of marks is cut. */
    private static final int LONGEST_CHARACTER = 64;

    private Excerpt() {}

    /**
     * The text on one line, whole where it fits into so many characters; else its beginning up to the end of a word, with
     * " …" after it. A beginning without a space is cut inside the word.
     */
    public static String of(@Nullable String text, int most) {
        String line = text == null ? "" : text.replaceAll("(?U)\\s+", " ").strip();
        if (line.length() <= most) {
            return line;
        }
        String head = head(line, most);
        boolean wordEnds = line.charAt(head.length()) == ' ';
        int space = wordEnds ? head.length() : head.lastIndexOf(' ');
        return (space > 0 ? head.substring(0, space) : head).strip() + MORE;
    }

    /** At most so many characters from the beginning, as they stand. */
    public static String head(@Nullable String text, int most) {
        if (text == null || most <= 0) {
            return "";
        }
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // The part that decides is short; the rest of a long text need not be looked at.
        characters.setText(text.substring(0, Math.min(text.length(), most + LONGEST_CHARACTER)));
        int end = characters.isBoundary(most) ? most : characters.preceding(most);
        return text.substring(0, end > 0 ? end : codePointEnd(text, most));
    }

    private static int codePointEnd(String text, int most) {
        return most > 1 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
