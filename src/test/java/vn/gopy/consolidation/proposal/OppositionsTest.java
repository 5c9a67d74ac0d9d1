package vn.gopy.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.proposal.Oppositions.Opposition;

/** What cannot both be followed is proposed with its sides; what only differs, or speaks of something else, is not. */
class OppositionsTest {

    private static List<Opposition> of(String... said) {
        return Oppositions.of(List.of(said));
    }

    @Test
    void whoWishesAwayWhatAnotherWishesToKeepStandsOnTheOtherSide() {
        assertThat(of(
                        "Đề nghị bỏ quy định quá thời hạn mà không có ý kiến thì coi như đồng ý.",
                        "Bổ sung căn cứ pháp lý về chuyển đổi số.",
                        "Đề nghị giữ quy định quá thời hạn không có ý kiến thì coi như đồng ý và bổ sung trách nhiệm.",
                        "Bỏ cụm từ quá thời hạn mà không có ý kiến thì coi như đồng ý vì không phù hợp."))
                .singleElement()
                .satisfies(one -> assertThat(List.of(one.one(), one.other()))
                        .containsExactlyInAnyOrder(List.of(0, 3), List.of(2)));
    }

    @Test
    void differentNumbersForTheSameThingContradict() {
        assertThat(of("Thời hạn cho ý kiến nên là 05 ngày làm việc.", "Thời hạn cho ý kiến nên là 07 ngày làm việc."))
                .hasSize(1);
        assertThat(of("Nên giữ thời hạn cho ý kiến 03 ngày.", "Sửa thời hạn cho ý kiến 03 ngày thành 05 ngày."))
                .hasSize(1);
    }

    @Test
    void whatSaysTheSameOrSpeaksOfSomethingElseDoesNot() {
        assertThat(of(
                        "Đề nghị tăng thời hạn cho ý kiến lên 05 ngày làm việc.",
                        "Đề nghị nâng thời hạn cho ý kiến lên 05 ngày làm việc.",
                        "Làm rõ thời hạn cho ý kiến.",
                        "Bỏ cụm từ thường trực ở cuối câu.",
                        "Giữ nguyên số lượng thành viên Tổ tư vấn."))
                .isEmpty();
        assertThat(of()).isEmpty();
    }
}
