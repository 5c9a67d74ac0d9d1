package vn.gopy.vietnamese.analysis;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * One lower-case token brought to the form that is compared: marks composed whatever their order was, the tone on the
 * vowel where official texts put it ({@code hoà} becomes {@code hòa}), {@code i} and {@code y} after a single initial alike
 * ({@code kĩ} becomes {@code kỹ}), the names of places that are written with k or c alike ({@code Đắk Lắk} becomes
 * {@code đắc lắc}), and on request no marks at all. Reused from token to token; not for several threads.
 */
final class Syllable {

    private final boolean fold;
    private char[] letters = new char[16];
    private byte[] tones = new byte[16];
    private int length;

    Syllable(boolean fold) {
        this.fold = fold;
    }

    /** Takes a token; afterwards {@link #letters()} and {@link #length()} hold its normal form. */
    void take(char[] token, int tokenLength) {
        if (!read(token, tokenLength)) {
            char[] plain = compatible(new String(token, 0, tokenLength)).toCharArray();
            read(plain, plain.length);
        }
        placeTone();
        mergeFinalI();
        mergePlaceName();
        write();
    }

    char[] letters() {
        return letters;
    }

    int length() {
        return length;
    }

    private String compatible(String token) {
        Normalizer.Form form = fold ? Normalizer.Form.NFKD : Normalizer.Form.NFKC;
        return Normalizer.normalize(token, form).toLowerCase(Locale.ROOT);
    }

    /** False when something stands there that only Unicode's own tables know. */
    private boolean read(char[] token, int tokenLength) {
        room(tokenLength);
        length = 0;
        boolean known = true;
        for (int i = 0; i < tokenLength; i++) {
            char c = token[i];
            char letter = c < 128 ? c : Letters.letter(c);
            if (letter != 0) {
                add(letter, Letters.tone(c));
            } else if (!addMark(c)) {
                add(c, Letters.LEVEL);
                known = false;
            }
        }
        return known;
    }

    private boolean addMark(char c) {
        if (Letters.isInvisible(c)) {
            return true;
        }
        if (length == 0) {
            return false;
        }
        byte tone = Letters.toneOfMark(c);
        if (tone != Letters.LEVEL) {
            tones[length - 1] = tone;
            return true;
        }
        if (Letters.isQualityMark(c)) {
            letters[length - 1] = Letters.withQuality(letters[length - 1], c);
            return true;
        }
        return fold && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void add(char letter, byte tone) {
        letters[length] = letter;
        tones[length] = tone;
        length++;
    }

    private void placeTone() {
        for (int i = 0; i + 1 < length; i++) {
            char first = letters[i];
            char second = letters[i + 1];
            if (first == 'u' && i > 0 && letters[i - 1] == 'q') {
                move(i, i + 1);
            } else if (first == 'o' && (second == 'a' || second == 'e') || first == 'u' && second == 'y') {
                boolean open = i + 2 == length;
                move(open ? i + 1 : i, open ? i : i + 1);
            }
        }
    }

    private void move(int from, int to) {
        if (tones[from] != Letters.LEVEL && tones[to] == Letters.LEVEL && Letters.isVowel(letters[to])) {
            tones[to] = tones[from];
            tones[from] = Letters.LEVEL;
        }
    }

    private void mergeFinalI() {
        if (length >= 2 && letters[length - 1] == 'i' && takesEitherI()) {
            letters[length - 1] = 'y';
        }
    }

    private boolean takesEitherI() {
        if (length == 3) {
            return letters[0] == 'q' && letters[1] == 'u';
        }
        return length == 2 && "hklmst".indexOf(letters[0]) >= 0;
    }

    /** Đắk Lắk, Đăk Nông, Bắc Kạn: one place, whichever letter an office writes. */
    private void mergePlaceName() {
        if (length != 3 || letters[1] != 'a' && letters[1] != 'ă') {
            return;
        }
        if (letters[2] == 'k' && "dđl".indexOf(letters[0]) >= 0) {
            letters[2] = 'c';
            tones[1] = tones[1] == Letters.LEVEL && letters[1] == 'ă' ? Letters.ACUTE : tones[1];
        } else if (letters[0] == 'k' && letters[1] == 'a' && letters[2] == 'n') {
            letters[0] = 'c';
        }
    }

    private void write() {
        for (int i = 0; i < length; i++) {
            letters[i] = fold ? Letters.fold(letters[i]) : Letters.compose(letters[i], tones[i]);
        }
    }

    private void room(int size) {
        if (letters.length < size) {
            letters = new char[size + 16];
            tones = new byte[size + 16];
        }
        Arrays.fill(tones, 0, size, Letters.LEVEL);
    }
}
