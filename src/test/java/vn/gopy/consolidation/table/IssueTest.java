package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.opinion.CommentKind;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.RoundId;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.shared.Ids;

/** What is still open between those who said something, and the papers that tell it. */
class IssueTest {

    private static final RoundId ROUND = new RoundId(Ids.next());
    private static final GroupId CONSENT = GroupId.next();
    private static final GroupId DEPUTY = GroupId.next();

    private static final List<Point> POINTS = List.of(
            point(CONSENT, "Ban Tổ chức Tỉnh ủy", "Đề nghị bỏ quy định coi như đồng ý.", Outcome.KEEP, false),
            point(CONSENT, "Đ/c Lưu Minh Khuê", "Đề nghị giữ và bổ sung trách nhiệm.", Outcome.ACCEPT_PART, false),
            point(DEPUTY, "Văn phòng Tỉnh ủy", "Không quy định người dự họp thay.", Outcome.ESCALATE, false),
            point(DEPUTY, "Sở Giáo dục và Đào tạo", "Quy định có điều kiện.", Outcome.ESCALATE, false),
            point(GroupId.next(), "Sở Tư pháp", "Rà soát dẫn chiếu.", Outcome.ACCEPT, false),
            point(GroupId.next(), "Sở Nội vụ", "Về nhân sự.", Outcome.ESCALATE, true));

    private static Point point(GroupId group, String who, String text, @Nullable Outcome outcome, boolean restricted) {
        return new Point(
                PointId.next(),
                1,
                ROUND,
                null,
                1,
                group,
                SourceKind.LETTER,
                null,
                "",
                null,
                null,
                who,
                CommentKind.EDIT,
                text,
                null,
                outcome,
                "Đề xuất của " + who,
                null,
                null,
                restricted,
                "",
                List.of(),
                List.of(),
                null);
    }

    private static List<Issue> issues() {
        return Issue.among(POINTS, point -> "Khoản 2 Điều 7");
    }

    @Test
    void whatEndsDifferentlyAndWhatIsPutToALeaderIsAnIssueWithItsSides() {
        assertThat(issues()).hasSize(2);
        assertThat(issues().getFirst().sides())
                .containsExactly(
                        new Issue.Side("Ban Tổ chức Tỉnh ủy", List.of("Đề nghị bỏ quy định coi như đồng ý.")),
                        new Issue.Side("Đ/c Lưu Minh Khuê", List.of("Đề nghị giữ và bổ sung trách nhiệm.")));
        assertThat(issues().getLast().sides()).hasSize(2);
    }

    @Test
    void everyPaperNamesTheSidesAndNoneTellsWhatIsReportedApart() throws IOException {
        for (PaperKind kind : List.of(PaperKind.ISSUES, PaperKind.SLIP, PaperKind.CHAIR)) {
            assertThat(words(kind))
                    .as(kind.name())
                    .contains("Ban Tổ chức Tỉnh ủy", "Đề nghị giữ và bổ sung trách nhiệm.", "Khoản 2 Điều 7")
                    .doesNotContain("Về nhân sự");
        }
    }

    @Test
    void theReportTellsWhatWasTakenUpPartByPart() throws IOException {
        assertThat(words(PaperKind.REPORT))
                .contains("1. Nội dung tiếp thu")
                .contains("2. Nội dung tiếp thu một phần")
                .contains("3. Nội dung giải trình, giữ như dự thảo")
                .contains("4. Nội dung xin ý kiến lãnh đạo")
                .contains("Tổng số ý kiến: 35, trong đó tiếp thu: 21")
                .doesNotContain("Nội dung ghi nhận", "Về nhân sự");
    }

    @Test
    void theFiguresOnThePageForTheChairAddUp() throws IOException {
        ConsolidatedTable table = ConsolidatedTableFixture.table(
                ConsolidatedTableFixture.heading(ConsolidatedTable.Kind.OTHER, HeaderBlock.Family.STATE),
                ConsolidatedTableFixture.opening(
                        new AnswerCounts(26, 5, 17, 1, 1, 2, 2, 1, 1, 0), new OutcomeCounts(33, 20, 8, 2, 1, 2, 0)));
        var page = new PaperWriter(table, List.of(), List.of(), Spread.NONE, "Trưởng Ban");
        assertThat(words(page.write(PaperKind.CHAIR)))
                .contains("Đã trả lời: 24/26. Nhất trí: 05; nhất trí, có ý kiến: 17; không nhất trí: 01; "
                        + "văn bản mật: 01; chưa trả lời: 02.")
                .contains("33 ý kiến: tiếp thu 20, tiếp thu một phần 08, giải trình 02, ghi nhận 01, "
                        + "xin ý kiến lãnh đạo 02, chưa xử lý 00.");
    }

    @Test
    void withoutIssuesThePapersSaySo() throws IOException {
        var none = new PaperWriter(ConsolidatedTableFixture.table(), List.of(), List.of(), Spread.NONE, "Trưởng Ban");
        assertThat(words(none.write(PaperKind.ISSUES))).contains("Không còn vấn đề có ý kiến khác nhau.");
        assertThat(words(none.write(PaperKind.SLIP)))
                .contains("Kính trình: Trưởng Ban", "Đề nghị xem xét, ký Bảng tổng hợp.");
    }

    private static String words(PaperKind kind) throws IOException {
        return words(new PaperWriter(
                        ConsolidatedTableFixture.table(),
                        issues(),
                        PaperWriter.answered(POINTS, point -> "Khoản 2 Điều 7"),
                        Spread.NONE,
                        "Trưởng Ban")
                .write(kind));
    }

    private static String words(byte[] bytes) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
