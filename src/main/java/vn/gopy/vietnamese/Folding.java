package vn.gopy.vietnamese;

import java.text.Normalizer;
import java.util.Locale;

/** Text without case and diacritics, for matching fixed words in dirty files. */
public final class Folding {

    private Folding() {}

    /** Lower case, without marks, đ as d; the length may change only where marks stood apart from their letter. */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        boolean plain = true;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            plain &= c < 0x80;
            out.append(c);
        }
        if (plain) {
            return lower;
        }
        String apart = Normalizer.normalize(out, Normalizer.Form.NFD);
        out.setLength(0);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < 0x300 || c > 0x36F) {
                out.append(c == '\u0111' ? 'd' : c);
            }
        }
        return out.toString();
    }
}
