package vn.gopy.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.Test;
import vn.gopy.vietnamese.analysis.EvenFolding;

/** There are two foldings because files are dirty and offsets are not to move; what they do to Vietnamese is one rule. */
class FoldingTest {

    private static final String LETTERS = letters();

    private static String letters() {
        StringBuilder all = new StringBuilder("abcdefghijklmnopqrstuvwxyz0123456789 .,;:()/-–“”đĐ");
        for (String vowel : "a ă â e ê i o ô ơ u ư y".split(" ")) {
            for (String mark : new String[] {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}) {
                String letter = Normalizer.normalize(vowel + mark, Form.NFC);
                all.append(letter).append(letter.toUpperCase(java.util.Locale.ROOT));
            }
        }
        return all.toString();
    }

    @Test
    void onVietnameseLettersBothGiveTheSame() {
        for (int i = 0; i < LETTERS.length(); i++) {
            String letter = LETTERS.substring(i, i + 1);
            assertThat(EvenFolding.fold(letter)).as(letter).isEqualTo(Folding.fold(letter));
        }
        assertThat(EvenFolding.fold("Quyết ĐỊNH")).isEqualTo("quyet dinh");
    }

    @Test
    void typedWordsAreHeldWhateverBlanksAndCapitalsTheyHave() {
        assertThat(Folding.words(" Quỹ\u00A0 SÁNG\tkiến\u3000")).containsExactly("quy", "sang", "kien");
        assertThat(Folding.holds("STC Sở Tài chính", "tai  stc\u00A0")).isTrue();
        assertThat(Folding.holds("STC Sở Tài chính", " ")).isTrue();
        assertThat(Folding.holds("STC Sở Tài chính", "tai so2")).isFalse();
    }

    @Test
    void oneDropsMarksThatStandApartTheOtherKeepsTheLength() {
        String apart = Normalizer.normalize("Quyết định", Form.NFD);
        assertThat(Folding.fold(apart)).isEqualTo("quyet dinh");
        assertThat(EvenFolding.fold(apart)).hasSameSizeAs(apart);
    }
}
