package vn.gopy.vietnamese;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Whether words can be Vietnamese: a syllable is an onset, a rhyme and a tone, and few combinations exist. This tells a
 * right conversion from a wrong one, and a text layer from rubbish, without a word list.
 */
public final class Syllables {

    private static final String[] ONSETS = {
        "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x", ""
    };

    private static final Set<String> RHYMES = Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt "
                    + "âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu "
                    + "iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt "
                    + "oc oe oen oeo oet oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng "
                    + "uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh "
                    + "uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu")
            .split(" "));

    private Syllables() {}

    /**
     * How a text reads as Vietnamese.
     *
     * @param words runs of letters of any script
     * @param syllables those that can be Vietnamese
     * @param marked those that carry a Vietnamese mark and can be Vietnamese
     */
    public record Count(int words, int syllables, int marked) {

        /** Share of words that can be Vietnamese, 0 when there are none. */
        public double share() {
            return words == 0 ? 0 : (double) syllables / words;
        }

        /** Share of words that are Vietnamese beyond doubt; about 0.7 in good text. */
        public double markedShare() {
            return words == 0 ? 0 : (double) marked / words;
        }
    }

    /** Counts the words of a text. */
    public static Count count(CharSequence text) {
        int words = 0;
        int syllables = 0;
        int marked = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && isWordPart(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = text.subSequence(start, i).toString().toLowerCase(Locale.ROOT);
                start = -1;
                words++;
                if (isSyllable(word)) {
                    syllables++;
                    marked += word.chars().anyMatch(c -> c > 0x7F) ? 1 : 0;
                }
            }
        }
        return new Count(words, syllables, marked);
    }

    /** Old-font letters are symbols in Unicode: a word of them must count as one wrong word, not as none. */
    private static boolean isWordPart(char c) {
        return Character.isLetter(c) || (c >= 0xA1 && c <= 0xFF && c != '\u00AB' && c != '\u00BB') || c == '\u00AD';
    }

    /** True for a lower-case word that can be one Vietnamese syllable. */
    public static boolean isSyllable(String word) {
        if (word.length() > 8) {
            return false;
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        var bare = new StringBuilder();
        char tone = 0;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323') {
                if (tone != 0) {
                    return false;
                }
                tone = c;
            } else {
                bare.append(c);
            }
        }
        return fits(Normalizer.normalize(bare, Normalizer.Form.NFC), tone);
    }

    private static boolean fits(String bare, char tone) {
        for (String onset : ONSETS) {
            if (!bare.startsWith(onset)) {
                continue;
            }
            String rhyme = bare.substring(onset.length());
            if (onset.equals("qu") && RHYMES.contains("u" + rhyme) && toneFits(rhyme, tone)) {
                return true;
            }
            if (RHYMES.contains(rhyme) && toneFits(rhyme, tone)) {
                return true;
            }
        }
        return false;
    }

    private static boolean toneFits(String rhyme, char tone) {
        boolean stopped = rhyme.endsWith("c") || rhyme.endsWith("ch") || rhyme.endsWith("p") || rhyme.endsWith("t");
        return !stopped || tone == '\u0301' || tone == '\u0323';
    }
}
