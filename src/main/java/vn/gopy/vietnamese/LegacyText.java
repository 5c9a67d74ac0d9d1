package vn.gopy.vietnamese;

import java.util.Optional;

/** Recognises text of an old encoding by its content, where no font tells. */
public final class LegacyText {

    /** A conversion must make clearly more words Vietnamese than the text has already. */
    private static final double CLEARLY_BETTER = 0.2;

    private LegacyText() {}

    /** The encoding whose conversion turns the text into Vietnamese; empty when the text is fine or no encoding fits. */
    public static Optional<LegacyEncoding> detect(String text) {
        if (!looksForeign(text)) {
            return Optional.empty();
        }
        Syllables.Count now = Syllables.count(text);
        if (now.words() == 0 || now.markedShare() > 0.5 && now.share() > 0.85) {
            return Optional.empty();
        }
        LegacyEncoding best = null;
        double most = value(now) + CLEARLY_BETTER;
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            double value = value(Syllables.count(encoding.toUnicode(text)));
            if (value > most) {
                best = encoding;
                most = value;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double value(Syllables.Count count) {
        return count.share() + count.markedShare() / 2;
    }

    /** Has characters that old encodings use for Vietnamese letters; most Vietnamese text in Unicode has some as well. */
    public static boolean looksForeign(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xA1 && c <= 0xFF) {
                return !isUnicode(text);
            }
        }
        return false;
    }

    /** Has letters that only Unicode Vietnamese has, such as ư, đ or ế. */
    public static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x1EA0 && c <= 0x1EF9) || c == '\u01A1' || c == '\u01B0' || c == '\u0111' || c == '\u0110') {
                return true;
            }
        }
        return false;
    }
}
