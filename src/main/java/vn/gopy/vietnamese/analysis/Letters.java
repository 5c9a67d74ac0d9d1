package vn.gopy.vietnamese.analysis;

import java.text.Normalizer;

/**
 * The letters of Vietnamese taken apart: every marked vowel is a plain letter, perhaps with a quality mark (â, ă, ơ …),
 * and a tone. Look-alikes of đ and ư that old fonts leave behind count as đ and ư.
 */
final class Letters {

    /** The tone of an unmarked letter. */
    static final byte LEVEL = 0;

    /** The tone that a syllable with a stop at its end has where none is written. */
    static final byte ACUTE = 2;

    private static final String VOWELS = "aăâeêioôơuưy";
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";
    private static final char CIRCUMFLEX = '\u0302';
    private static final char BREVE = '\u0306';
    private static final char HORN = '\u031B';
    private static final int TABLE_SIZE = 0x1F00;

    private static final char[] LETTER = new char[TABLE_SIZE];
    private static final byte[] TONE = new byte[TABLE_SIZE];
    private static final char[][] COMPOSED = new char[VOWELS.length()][TONES.length() + 1];

    static {
        for (int vowel = 0; vowel < VOWELS.length(); vowel++) {
            learn(vowel);
        }
        for (char bar : new char[] {'đ', '\u00F0', '\u0256'}) {
            LETTER[bar] = 'đ';
        }
        LETTER['\u01A3'] = 'ư';
    }

    private Letters() {}

    private static void learn(int vowel) {
        char plain = VOWELS.charAt(vowel);
        LETTER[plain] = plain;
        COMPOSED[vowel][LEVEL] = plain;
        for (int tone = 1; tone <= TONES.length(); tone++) {
            char marked = Normalizer.normalize("" + plain + TONES.charAt(tone - 1), Normalizer.Form.NFC)
                    .charAt(0);
            LETTER[marked] = plain;
            TONE[marked] = (byte) tone;
            COMPOSED[vowel][tone] = marked;
        }
    }

    /** The letter without its tone, or 0 when the character is no Vietnamese letter beyond ASCII's consonants. */
    static char letter(char c) {
        return c < TABLE_SIZE ? LETTER[c] : 0;
    }

    /** The tone that a precomposed letter carries. */
    static byte tone(char c) {
        return c < TABLE_SIZE ? TONE[c] : LEVEL;
    }

    /** The tone of a combining mark, or {@link #LEVEL} when it is no tone mark. */
    static byte toneOfMark(char mark) {
        return switch (mark) {
            case '\u0340' -> toneOfMark('\u0300');
            case '\u0341' -> toneOfMark('\u0301');
            default -> (byte) (TONES.indexOf(mark) + 1);
        };
    }

    static boolean isQualityMark(char mark) {
        return mark == CIRCUMFLEX || mark == BREVE || mark == HORN;
    }

    /** The letter with a quality mark added; the letter itself where Vietnamese has no such letter. */
    static char withQuality(char letter, char mark) {
        char composed =
                Normalizer.normalize("" + letter + mark, Normalizer.Form.NFC).charAt(0);
        return letter(composed) == 0 ? letter : composed;
    }

    /** The precomposed letter; the letter itself where it cannot carry a tone. */
    static char compose(char letter, byte tone) {
        int vowel = tone == LEVEL ? -1 : VOWELS.indexOf(letter);
        return vowel < 0 ? letter : COMPOSED[vowel][tone];
    }

    /** The ASCII letter below all marks; other characters as they are. */
    static char fold(char letter) {
        return switch (letter) {
            case 'ă', 'â' -> 'a';
            case 'ê' -> 'e';
            case 'ô', 'ơ' -> 'o';
            case 'ư' -> 'u';
            case 'đ' -> 'd';
            default -> letter;
        };
    }

    static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    /** Characters that show nothing and may stand inside a word: ZWSP, ZWNJ, ZWJ, word joiner, BOM, soft hyphen. */
    static boolean isInvisible(char c) {
        return switch (c) {
            case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD' -> true;
            default -> false;
        };
    }
}
