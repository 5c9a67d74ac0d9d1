package vn.gopy.vietnamese.analysis;

import java.util.Locale;

/**
 * One spelling for words that are written in several right ways: the tone where official texts put it ({@code hoà} becomes
 * {@code hòa}), {@code i} and {@code y} alike in open syllables ({@code kĩ} becomes {@code kỹ}), places written with k or c ({@code Đắk} becomes {@code đắc}), small letters, composed
 * marks. Words that differ in anything else stay different.
 */
public final class EvenSpelling {

    private EvenSpelling() {}

    /** The form of one word, or of one run of letters and digits. */
    public static String of(String word) {
        char[] lower = word.toLowerCase(Locale.ROOT).toCharArray();
        Syllable syllable = new Syllable(false);
        syllable.take(lower, lower.length);
        return new String(syllable.letters(), 0, syllable.length());
    }
}
