package vn.gopy.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LegacyWordsTest {

    private static final String TCVN3 = "§iÒu 1. Ph¹m vi ®iÒu chØnh cña NghÞ ®Þnh nµy";
    private static final String VNI = "Ñieàu 2. Ñoái töôïng aùp duïng cuûa Nghò ñònh naøy";

    private static List<String> texts(String... texts) {
        return LegacyWords.convert(List.of(texts)).stream()
                .map(LegacyWords.Converted::text)
                .toList();
    }

    @Test
    void eachTextHasItsOwnEncoding() {
        assertThat(texts(TCVN3, VNI, TCVN3))
                .containsExactly(
                        "Điều 1. Phạm vi điều chỉnh của Nghị định này",
                        "Điều 2. Đối tượng áp dụng của Nghị định này",
                        "Điều 1. Phạm vi điều chỉnh của Nghị định này");
    }

    @Test
    void oneTextMayMixThem() {
        assertThat(texts(TCVN3 + "; " + VNI))
                .containsExactly(
                        "Điều 1. Phạm vi điều chỉnh của Nghị định này; Điều 2. Đối tượng áp dụng của Nghị định này");
    }

    @Test
    void whatIsUnicodeStays() {
        List<String> fine = List.of(
                "Nhà nước và cá nhân là hai bên.", "§ 5 ° ± ·", "café à la carte, 5 m²", "Đến ngày 01 tháng 5", "là");
        assertThat(LegacyWords.convert(fine))
                .allSatisfy(it -> assertThat(it.used()).isEmpty());
        assertThat(texts(fine.toArray(String[]::new))).isEqualTo(fine);
    }

    @Test
    void aWordBetweenItsNeighboursIsReadLikeThem() {
        assertThat(LegacyWords.convert(List.of(TCVN3, "vµ", TCVN3)).get(1))
                .isEqualTo(new LegacyWords.Converted("và", Set.of(LegacyEncoding.TCVN3)));
    }

    @Test
    void spacesAndLinesStayAsTheyAre() {
        assertThat(texts("  " + TCVN3 + " \t x  "))
                .containsExactly("  Điều 1. Phạm vi điều chỉnh của Nghị định này \t x  ");
        assertThat(texts("", " ")).containsExactly("", " ");
    }
}
