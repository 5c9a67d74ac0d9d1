package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The beginning of a text is always readable, whatever the text is. */
class ExcerptTest {

    private static final String TONGUE = "\uD83C\uDDFB\uD83C\uDDF3";

    @Test
    void noTextGivesNoWords() {
        assertThat(Excerpt.of(null, 10)).isEmpty();
        assertThat(Excerpt.of("", 10)).isEmpty();
        assertThat(Excerpt.of(" \n ", 10)).isEmpty();
        assertThat(Excerpt.head(null, 10)).isEmpty();
    }

    @Test
    void aShortTextStaysWholeAndOnOneLine() {
        assertThat(Excerpt.of("Đề nghị\n làm rõ", 15)).isEqualTo("Đề nghị làm rõ");
    }

    @Test
    void aLongTextEndsWithAWholeWord() {
        assertThat(Excerpt.of("Đề nghị làm rõ thời hạn", 16)).isEqualTo("Đề nghị làm rõ …");
        assertThat(Excerpt.of("Đề nghị làm rõ thời hạn", 14)).isEqualTo("Đề nghị làm rõ …");
    }

    @Test
    void anAddressWithoutASpaceIsCutInside() {
        assertThat(Excerpt.of("https://vbpl.vn/" + "a".repeat(150), 20)).isEqualTo("https://vbpl.vn/aaaa …");
    }

    @Test
    void aSignOfTwoUnitsIsKeptWholeOrLeftOut() {
        assertThat(Excerpt.head("ab\uD835\uDC00", 3)).isEqualTo("ab");
        assertThat(Excerpt.head("ab\uD835\uDC00", 4)).isEqualTo("ab\uD835\uDC00");
        assertThat(Excerpt.head(TONGUE + "x", 2)).isEqualTo("\uD83C\uDDFB");
        assertThat(Excerpt.head("a" + TONGUE + "x", 3)).isEqualTo("a");
    }

    @Test
    void aLetterKeepsItsMarks() {
        String apart = Normalizer.normalize("nghệ", Normalizer.Form.NFD);

        assertThat(Excerpt.head(apart, 4)).isEqualTo("ngh");
        assertThat(Excerpt.head(apart, 5)).isEqualTo("ngh");
        assertThat(Excerpt.head(apart, 6)).isEqualTo(apart);
    }

    @Test
    void aHeapOfMarksIsCutAllTheSame() {
        assertThat(Excerpt.of("e" + "\u0301".repeat(500), 20)).hasSizeLessThanOrEqualTo(22);
    }

    @Test
    void whateverTheTextItIsItsBeginningAndNeverTooLong() {
        Random random = new Random(7);
        for (int n = 0; n < 2_000; n++) {
            String text = random.ints(random.nextInt(60), 0, 12)
                    .mapToObj(at -> new String[] {
                                "a",
                                " ",
                                "ệ",
                                "e\u0323\u0302",
                                "\uD83D\uDE00",
                                "\n",
                                "\uD83C\uDDFB",
                                "đ",
                                "\uD83D",
                                ".",
                                "x",
                                "\u200D"
                            }
                            [at])
                    .collect(java.util.stream.Collectors.joining());
            int most = 1 + random.nextInt(30);

            assertThat(Excerpt.head(text, most)).hasSizeLessThanOrEqualTo(most);
            assertThat(text).startsWith(Excerpt.head(text, most));
            assertThat(Excerpt.of(text, most))
                    .hasSizeLessThanOrEqualTo(most + 2)
                    .doesNotContain("\n");
        }
    }
}
