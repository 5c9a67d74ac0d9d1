package vn.gopy.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {

    @ParameterizedTest
    @CsvSource({
        "e\u0302\u0301, ế",
        "ê\u0301, ế",
        "o\u0301\u0302, ố",
        "u\u0323\u031B, ự",
        "a\u0300\u0306, ằ",
        "Đie\u0302\u0300u, Điều"
    })
    void composesMarksInAnyOrder(String dirty, String clean) {
        assertThat(VietnameseText.normalise(dirty)).isEqualTo(clean);
    }

    @Test
    void mapsLookAlikes() {
        assertThat(VietnameseText.normalise("\u00D0iều CHƢƠNG \uFF11 \u00F0ất")).isEqualTo("Điều CHƯƠNG 1 đất");
    }

    @Test
    void removesWhatNobodySeesAndJoinsSpaces() {
        assertThat(VietnameseText.normalise("\u202EĐiều\u00A01.\u200B  Phạm\uFEFF vi\t\u00AD "))
                .isEqualTo("Điều 1. Phạm vi");
    }

    @Test
    void leavesSpellingAndPunctuationAlone() {
        String text = "Uỷ ban – “kĩ thuật” NĐ\u2011CP… ½ º";
        assertThat(VietnameseText.normalise(text)).isEqualTo(text);
    }

    @Test
    void foldsToPlainLetters() {
        assertThat(Folding.fold("Ủy ban nhân dân ĐỀ NGHỊ")).isEqualTo("uy ban nhan dan de nghi");
    }
}
