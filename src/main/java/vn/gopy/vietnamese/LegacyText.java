package vn.gopy.vietnamese;

import java.util.Optional;

/** Recognises text of an old encoding by its content, where no font tells. */
public final class LegacyText {

    /** A conversion must make clearly more words Vietnamese than the text has already. */
    private static final double CLEARLY_BETTER = 0.2;

    private static final int ENOUGH_WORDS = 4;

    private LegacyText() {}

    /** The encoding whose conversion turns the text into Vietnamese; empty when the text is fine or no encoding fits. */
    public static Optional<LegacyEncoding> detect(String text) {
        if (!looksForeign(text)) {
            return Optional.empty();
        }
        Syllables.Count now = Syllables.count(text);
        if (now.words() < ENOUGH_WORDS || now.markedShare() > 0.5 && now.share() > 0.85) {
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

    private static boolean looksForeign(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F && c <= 0xFF || (c >= 0x2018 && c <= 0x2122)) {
                return true;
            }
        }
        return false;
    }
}
