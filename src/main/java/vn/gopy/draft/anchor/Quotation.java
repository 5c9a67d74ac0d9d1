package vn.gopy.draft.anchor;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.diff.Stretch;

/**
 * Some words of a place that something is said about.
 *
 * @param prefix the words before, as many as are kept
 * @param start where they begin in the text of the place, in characters; null where nobody said it
 */
public record Quotation(
        String words,
        String prefix,
        String suffix,
        @Nullable Integer start) {

    private static final int AROUND = 32;

    /** Those words of a text. */
    static Quotation of(String text, Stretch stretch) {
        return new Quotation(
                stretch.of(text),
                text.substring(Math.max(0, stretch.from() - AROUND), stretch.from()),
                text.substring(stretch.to(), Math.min(text.length(), stretch.to() + AROUND)),
                stretch.from());
    }

    /** How far the text around a place where the words stand is the text around them. */
    int fits(String text, int at) {
        int before = 0;
        while (before < Math.min(prefix.length(), at)
                && prefix.charAt(prefix.length() - 1 - before) == text.charAt(at - 1 - before)) {
            before++;
        }
        int end = at + words.length();
        int behind = 0;
        while (behind < Math.min(suffix.length(), text.length() - end)
                && suffix.charAt(behind) == text.charAt(end + behind)) {
            behind++;
        }
        return before + behind;
    }

    /** Where the words stand in the text: where it is said, else where most of what stands around them does; null for nowhere. */
    @Nullable
    Stretch in(String text) {
        if (start != null && text.startsWith(words, start)) {
            return new Stretch(start, start + words.length());
        }
        int best = -1;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            best = best < 0 || fits(text, at) > fits(text, best) ? at : best;
        }
        return best < 0 || words.isEmpty() ? null : new Stretch(best, best + words.length());
    }
}
