package vn.gopy.consolidation.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where an answer names its own place it names the other one; what it says of other texts stays as it is. */
class AdaptedWordsTest {

    @Test
    void theNumberOfTheClauseIsTheOneThatIsAnswered() {
        assertThat(AdaptedWords.of(
                        "Tiếp thu, sửa tại khoản 2 Điều 7. Khoản 2 Điều 7 được viết lại; Điều 7 giữ tên.",
                        "Khoản 2 Điều 7",
                        "Khoản 1 Điều 12"))
                .isEqualTo("Tiếp thu, sửa tại khoản 1 Điều 12. Khoản 1 Điều 12 được viết lại; Điều 12 giữ tên.");
    }

    @Test
    void otherNumbersAndOtherTextsStay() {
        String answer =
                "Giữ như dự thảo theo Điều 7 Luật Tổ chức chính quyền địa phương, khoản 2 Điều 70 và khoản 12 Điều 8.";
        assertThat(AdaptedWords.of(answer, "Khoản 2 Điều 7", "Khoản 1 Điều 12")).isEqualTo(answer);
    }

    @Test
    void whatIsNoNumberedPlaceIsNotPutIntoAnAnswer() {
        assertThat(AdaptedWords.of("Tiếp thu tại khoản 2 Điều 7.", "Khoản 2 Điều 7", "Ý kiến chung"))
                .isEqualTo("Tiếp thu tại khoản 2 Điều 7.");
        assertThat(AdaptedWords.of("Ý kiến chung.", "Ý kiến chung", "Điều 3")).isEqualTo("Ý kiến chung.");
    }
}
