package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/**
 * The main job from one end to the other: a member uploads a draft and reads it, gives an opinion on a clause of a draft
 * under consultation, another member answers and is seen at once, an adviser finds the clause, the secretary takes the
 * consolidated table away as a Word file.
 */
class WholeStoryJourney extends Journey {

    private static final String OPINION = "Đề nghị nêu rõ Quy chế này áp dụng cả với các doanh nghiệp nhà nước trên địa bàn.";
    private static final String ANSWER = "Nhất trí với đồng chí; doanh nghiệp nhà nước thuộc đối tượng phối hợp.";

    @Test
    void fromTheUploadedDraftToTheTable() throws IOException {
        var member = signedIn("thanhvien");
        uploadAndCheck(member);
        readClauseByClause(member);
        openDraftOfTheRound(member);
        giveOpinion(member);
        anotherMemberAnswers(member);
        anAdviserFindsTheClause();
        theSecretaryTakesTheTable();
    }

    private void uploadAndCheck(Page page) {
        page.getByRole(AriaRole.NAVIGATION).getByText("Hồ sơ").click();
        var file = OfficialDraft.written("Quy che kho tu lieu so.docx");
        page.locator("input[type=file]").first().setInputFiles(file);
        page.locator(".upload-results").getByText("Quy che kho tu lieu so.docx").click();
        assertThat(page.locator("h1")).hasText("Quy chế quản lý, khai thác kho tư liệu số dùng chung");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn tất kiểm tra")).click();
        assertThat(page.getByText("Đã sẵn sàng")).isVisible();
        page.getByText("Dự thảo lần 1").click();
    }

    private void readClauseByClause(Page page) {
        var outline = page.locator("gopy-reader .outline");
        assertThat(outline.getByText("Chương I. Quy định chung")).isVisible();
        assertThat(outline.getByText("Chương II. Tổ chức thực hiện")).isVisible();
        step(page, "Điều 1. Phạm vi điều chỉnh");
        step(page, "Điều 2. Nguyên tắc quản lý");
        var points = page.locator("gopy-reader .sec.here [data-place]");
        assertThat(points.getByText("Cập nhật trong thời hạn 05 ngày làm việc")).isVisible();
        step(page, "Điều 3. Trách nhiệm của Sở Khoa học và Công nghệ");
        step(page, "Điều 4. Hiệu lực thi hành");
    }

    private static void step(Page page, String heading) {
        page.keyboard().press("j");
        assertThat(page.locator("gopy-reader .sec.here h3")).containsText(heading);
    }

    private void openDraftOfTheRound(Page page) {
        page.locator(".where a").click();
        assertThat(page.locator("gopy-reader")).hasCount(0);
        page.getByRole(AriaRole.NAVIGATION).getByText("Hồ sơ").click();
        page.locator("a.row-title").getByText("Quyết định ban hành Quy chế làm việc").click();
        assertThat(page.locator("h1")).hasText("Quyết định ban hành Quy chế làm việc của Ban Chỉ đạo");
        page.locator("main").getByText("Dự thảo lần 2").first().click();
        page.locator("gopy-reader .sec").first().waitFor();
    }

    private void giveOpinion(Page page) {
        var clause = clause(page);
        clause.scrollIntoViewIfNeeded();
        clause.hover();
        clause.getByLabel("Góp ý tại khoản 2 Điều 1").click();
        var box = page.locator("gopy-reader form.box");
        assertThat(box).containsText("thành viên Ban Chỉ đạo");
        box.getByLabel("Nội dung góp ý").fill(OPINION);
        box.getByText("Lưu nháp").click();
        assertThat(note(page).getByText("Chưa gửi")).isVisible();

        page.getByText("Xem lại và gửi 1 ý kiến").click();
        var review = page.locator("dialog.review");
        assertThat(review).containsText(OPINION);
        review.getByText("Gửi 01 ý kiến").click();
        assertThat(page.locator(".toast")).containsText("Đã gửi 01 ý kiến đến Tổ giúp việc");
        note(page).click();
        assertThat(opinion(page).getByText("Đã gửi")).isVisible();
    }

    /** The answer must appear in the first browser by itself: nothing is pressed there, nothing loaded again. */
    private void anotherMemberAnswers(Page first) {
        first.evaluate("window.neverLoadedAgain = true");
        var second = windowOf("thanhvien2");
        second.navigate(first.url());
        var outline = second.locator("gopy-reader .outline");
        outline.getByText("Chương I. Quy định chung").click();
        outline.getByText("Phạm vi điều chỉnh và đối tượng áp dụng").click();
        note(second).click();
        opinion(second).getByText("Trả lời").click();
        opinion(second).getByLabel("Trả lời Đ/c Nông Thế Vinh").fill(ANSWER);
        opinion(second).getByText("Gửi trả lời").click();

        assertThat(opinion(first).getByText(ANSWER)).isVisible();
        assertThat(opinion(first)).containsText("Đ/c Lưu Minh Khuê");
        assertThat(first.evaluate("window.neverLoadedAgain")).isEqualTo(true);
    }

    private void anAdviserFindsTheClause() {
        var page = signedIn("tuvan");
        page.getByRole(AriaRole.NAVIGATION).getByText("Tra cứu").click();
        page.locator("main input[maxlength]").click();
        page.keyboard().type("quy che ap dung doi voi");
        var hit = page.locator(".hit")
                .filter(new Locator.FilterOptions().setHasText("Quy chế này áp dụng đối với Trưởng Ban"))
                .first();
        assertThat(hit.locator("mark").first()).hasText(Pattern.compile("Quy chế.*"));
        hit.locator(".pathline").click();
        page.waitForURL(Pattern.compile(".*/du-thao/2#.*dieu-1.*"));
        assertThat(clause(page)).isInViewport();
        assertThat(note(page)).containsText("trả lời");
    }

    private void theSecretaryTakesTheTable() throws IOException {
        var page = signedIn("thuky");
        page.getByRole(AriaRole.NAVIGATION).getByText("Đợt lấy ý kiến").click();
        assertThat(page.locator("main h1")).hasText("Đợt lấy ý kiến"); // the desk speaks of the same round
        page.getByText("Lấy ý kiến lần 1 đối với dự thảo Quy chế").first().click();
        var row = page.locator(".draft-link")
                .filter(new Locator.FilterOptions().setHasText("Quyết định ban hành Quy chế làm việc"));
        var download = page.waitForDownload(row.locator("a[href*=consolidation]")::click);
        assertThat(download.suggestedFilename()).endsWith(".docx");
        try (var table = new XWPFDocument(Files.newInputStream(download.path()))) {
            var opening = String.join("\n", table.getParagraphs().stream().map(XWPFParagraph::getText).toList());
            assertThat(opening)
                    .contains("Tổng số được lấy ý kiến: 26 (17 cơ quan, đơn vị; 06 thành viên Ban Chỉ đạo; 03 chuyên gia)")
                    .contains("đã trả lời: 24, trong đó nhất trí: 05; nhất trí, có ý kiến: 17; không nhất trí: 01;")
                    .contains("không thể hiện trong Bảng này: 01")
                    .contains("Không có ý kiến trả lời: 02")
                    .contains("Tổng số ý kiến: 35, trong đó tiếp thu: 21; tiếp thu một phần: 09; giải trình: 04; ghi nhận: 01.");
            assertThat(table.getTables())
                    .extracting(XWPFTable::getText)
                    .anySatisfy(rows -> assertThat(rows)
                            .contains("cần viết cho rõ hơn", "các xóm, bản vùng khó khăn")
                            .contains("Tiếp thu, bỏ điểm e khoản 2 Điều 8"));
        }
    }

    private static Locator clause(Page page) {
        return page.locator("gopy-reader .sheet [data-place]")
                .filter(new Locator.FilterOptions().setHasText("Quy chế này áp dụng đối với Trưởng Ban"))
                .last();
    }

    private static Locator note(Page page) {
        return page.locator("gopy-reader article.th")
                .filter(new Locator.FilterOptions().setHasText("Khoản 2 Điều 1"))
                .first();
    }

    private static Locator opinion(Page page) {
        return note(page)
                .locator("[data-item]")
                .filter(new Locator.FilterOptions().setHasText(OPINION))
                .last();
    }
}
