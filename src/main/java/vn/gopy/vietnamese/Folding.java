package vn.gopy.vietnamese;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Text without case and diacritics, for matching fixed words in dirty files: marks that stand apart go too, so the text may
 * become shorter. Where offsets have to stay, as in a question to the index, it is
 * {@link vn.gopy.vietnamese.analysis.EvenFolding}.
 */
public final class Folding {

    /** Beyond this no letter of Vietnamese is composed. */
    private static final int END = 0x1F00;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final char[] PLAIN = new char[END];

    static {
        for (int c = 0; c < END; c++) {
            PLAIN[c] = plain((char) c);
        }
    }

    private Folding() {}

    private static char plain(char c) {
        char lower = Character.toLowerCase(c);
        if (lower == '\u0111') {
            return 'd';
        }
        return lower < 0x80
                ? lower
                : Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                        .charAt(0);
    }

    /** Lower case, without marks, đ as d; the length changes only where marks stand apart from their letter. */
    public static String fold(String text) {
        var out = new char[text.length()];
        int length = 0;
        for (int i = 0; i < out.length; i++) {
            char c = text.charAt(i);
            if (!isMark(c)) {
                out[length++] = folded(c);
            }
        }
        return new String(out, 0, length);
    }

    /** The words of a text, each folded, whatever blanks stand between them. */
    public static List<String> words(String text) {
        return BLANKS.splitAsStream(fold(text))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** Whether each word that was typed stands in the text, however marks, capitals and blanks were typed. */
    public static boolean holds(String text, String typed) {
        String folded = fold(text);
        return words(typed).stream().allMatch(folded::contains);
    }

    /** Whether the text, when folded, begins with these plain letters. */
    public static boolean startsWith(String text, String plain) {
        return startsWith(text, 0, plain);
    }

    /** Whether the text behind an offset, when folded, begins with these plain letters. */
    public static boolean startsWith(String text, int from, String plain) {
        int at = from;
        for (int i = 0; i < plain.length(); at++) {
            if (at >= text.length()) {
                return false;
            }
            char c = text.charAt(at);
            if (!isMark(c) && folded(c) != plain.charAt(i++)) {
                return false;
            }
        }
        return true;
    }

    /** A mark that stands apart from its letter. */
    private static boolean isMark(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    /** One letter as {@link #fold} gives it. */
    public static char folded(char c) {
        return c < END ? PLAIN[c] : Character.toLowerCase(c);
    }
}
