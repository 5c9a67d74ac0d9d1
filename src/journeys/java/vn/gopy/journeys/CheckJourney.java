package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.gopy.document.FileInFile;

/** Who uploads a draft sees the original beside what was read from it, and corrects it with the keys. */
class CheckJourney extends Journey {

    @Test
    void theStructureIsRepairedUndoneAndFinished() {
        var page = signedIn("thanhvien");
        openTheCheck(page);
        lowerAndUndo(page);
        joinAndCut(page);
        assertAccessible(page);
        finish(page);
    }

    @Test
    void wordsThatOnlyTheSecondReadingFoundArePutIntoTheTextByAPressAndTakenOutByAKey() {
        var page = signedIn("thanhvien");
        page.getByRole(AriaRole.NAVIGATION).getByText("Hồ sơ").click();
        var file = new FilePayload(
                "Quy dinh co tep nhung.docx",
                "application/octet-stream",
                FileInFile.docx("Điều 1. Phạm vi điều chỉnh", "Quy định này quy định việc quản lý quỹ sáng kiến."));
        page.locator("input[type=file]").first().setInputFiles(file);
        page.locator(".upload-results").getByText(file.name).click();
        dossierIsShown(page);
        page.locator("main a").getByText("Kiểm tra cấu trúc").click();
        var words = paragraph(page, FileInFile.INSIDE);
        var press = page.locator("gopy-checker").getByText("Đặt sau đoạn đang chọn");
        page.waitForCondition(() -> {
            paragraph(page, "quỹ sáng kiến").waitFor();
            if (press.count() == 0) {
                page.reload();
            }
            return press.count() > 0;
        });
        assertThat(words).hasCount(0);

        paragraph(page, "quỹ sáng kiến").click();
        page.locator("gopy-checker summary").getByText("chỗ cần xem").click();
        press.dblclick();
        assertThat(words).isVisible();
        page.evaluate("document.querySelector('gopy-checker').saving");
        assertThat(page.getByText("Chỗ được sửa không còn trong tệp")).hasCount(0);
        assertThat(press).hasCount(0);
        assertThat(page.locator("gopy-checker .saved")).hasText("Đã lưu 1 chỗ sửa");

        page.keyboard().press("z");
        assertThat(words).hasCount(0);
        assertThat(press).isVisible();
    }

    private static void openTheCheck(Page page) {
        page.getByRole(AriaRole.NAVIGATION).getByText("Hồ sơ").click();
        var file = OfficialDraft.written("Quy che kiem tra cau truc.docx");
        page.locator("input[type=file]").first().setInputFiles(file);
        page.locator(".upload-results").getByText("Quy che kiem tra cau truc.docx").click();
        dossierIsShown(page);
        page.locator("main a").getByText("Kiểm tra cấu trúc").click();
        assertThat(row(page, "Bảo đảm tư liệu đầy đủ")).containsText("điểm");
    }

    /** The list of dossiers has the same link beside the file: one pressed while the page changes leads nowhere. */
    private static void dossierIsShown(Page page) {
        page.waitForURL(Pattern.compile(".*/ho-so/[^/]+$"));
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Dự thảo").setExact(true))
                .waitFor();
    }

    private static void lowerAndUndo(Page page) {
        paragraph(page, "2. Tư liệu có nội dung bí mật").click();
        page.keyboard().press("ArrowLeft");
        assertThat(row(page, "Tư liệu có nội dung bí mật")).containsText("Điều");
        assertThat(page.locator("gopy-checker .saved")).hasText("Đã lưu 1 chỗ sửa");
        page.keyboard().press("z");
        assertThat(row(page, "Tư liệu có nội dung bí mật")).containsText("khoản");
    }

    private static void joinAndCut(Page page) {
        paragraph(page, "b) Cập nhật trong thời hạn").click();
        page.keyboard().press("m");
        assertThat(row(page, "Bảo đảm tư liệu đầy đủ")).containsText("Cập nhật trong thời hạn");
        page.keyboard().press("s");
        page.keyboard().press("s");
        assertThat(row(page, "Cập nhật trong thời hạn")).containsText("điểm");
    }

    private static void finish(Page page) {
        page.keyboard().press("Enter");
        var question = page.locator("gopy-checker dialog");
        assertThat(question).containsText("02 Chương, 04 Điều");
        question.getByText("Hoàn tất kiểm tra").last().click();
        page.waitForURL(Pattern.compile(".*/du-thao/1$"));
        page.locator("gopy-reader .sec").first().waitFor();
    }

    private static Locator paragraph(Page page, String words) {
        return page.locator("gopy-checker .para")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static Locator row(Page page, String words) {
        return page.locator("gopy-checker .row")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }
}
