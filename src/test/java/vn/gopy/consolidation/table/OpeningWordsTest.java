package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.gopy.consolidation.table.ConsolidatedTableFixture.heading;
import static vn.gopy.consolidation.table.ConsolidatedTableFixture.opening;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.table.ConsolidatedTable.Group;
import vn.gopy.consolidation.table.ConsolidatedTable.Kind;
import vn.gopy.consolidation.table.ConsolidatedTable.Opening;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.figures.OutcomeCounts;

class OpeningWordsTest {

    private static final OutcomeCounts NO_OPINIONS = new OutcomeCounts(0, 0, 0, 0, 0, 0, 0);

    @Test
    void theOpeningOfADraftThatIsNoLegalNormSaysEverySumInTwoDigits() {
        assertThat(OpeningWords.paragraphs(heading(Kind.OTHER, Family.STATE), opening()))
                .containsExactly(
                        "Thực hiện Công văn số 1105/SKHCN-CĐS ngày 14/10/2026 của Sở Khoa học và Công nghệ về việc lấy"
                                + " ý kiến đối với dự thảo nêu trên, Cơ quan Thường trực đã tổng hợp, tiếp thu, giải"
                                + " trình như sau:",
                        "1. Tổng số được lấy ý kiến: 26 (17 cơ quan, đơn vị; 06 thành viên Ban Chỉ đạo; 03 chuyên gia);"
                                + " đã trả lời: 24, trong đó nhất trí: 05; nhất trí, có ý kiến: 17; không nhất trí: 01;"
                                + " trả lời bằng văn bản quản lý theo chế độ mật, không thể hiện trong Bảng này: 01."
                                + " Không có ý kiến trả lời: 02 (xem như thống nhất theo Công văn số 1105/SKHCN-CĐS).",
                        "2. Tổng số ý kiến: 35, trong đó tiếp thu: 21; tiếp thu một phần: 09; giải trình: 04; ghi"
                                + " nhận: 01. Kết quả cụ thể như sau:");
    }

    @Test
    void onlyALegalNormNamesTheLawOnLegalNorms() {
        assertThat(text(Kind.LEGAL_NORMS))
                .contains("Luật Ban hành văn bản quy phạm pháp luật")
                .contains("phản biện xã hội");
        assertThat(text(Kind.OTHER)).doesNotContain("quy phạm pháp luật").doesNotContain("phản biện xã hội");
    }

    @Test
    void silenceIsCalledConsentForThoseItHoldsForOnly() {
        var some = new AnswerCounts(3, 1, 0, 0, 0, 2, 1, 0, 0, 0);
        assertThat(words(some))
                .contains("Không có ý kiến trả lời: 02 (trong đó xem như thống nhất theo Công văn số 1105/SKHCN-CĐS:"
                        + " 01).");
        var none = new AnswerCounts(3, 1, 0, 0, 0, 2, 0, 0, 0, 0);
        assertThat(words(none)).contains("Không có ý kiến trả lời: 02.").doesNotContain("xem như thống nhất");
    }

    @Test
    void aPartThatIsNoughtIsLeftOut() {
        var all = new AnswerCounts(2, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(words(all))
                .contains("1. Tổng số được lấy ý kiến: 02; đã trả lời: 02, trong đó nhất trí: 02.")
                .contains("2. Tổng số ý kiến: 00. Kết quả cụ thể như sau:")
                .doesNotContain("Không có ý kiến trả lời");
    }

    @Test
    void groupsThatDoNotAddUpAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opening(
                        null,
                        "",
                        "",
                        null,
                        List.of(new Group(25, "cơ quan")),
                        opening().answers(),
                        NO_OPINIONS));
    }

    private static String text(Kind kind) {
        var heading = heading(kind, Family.STATE);
        return String.join("\n", OpeningWords.title(heading))
                + String.join("\n", OpeningWords.paragraphs(heading, opening()));
    }

    private static String words(AnswerCounts answers) {
        var opening = new Opening(null, "", "Cơ quan Thường trực", "1105/SKHCN-CĐS", List.of(), answers, NO_OPINIONS);
        return String.join("\n", OpeningWords.paragraphs(heading(Kind.OTHER, Family.STATE), opening));
    }
}
