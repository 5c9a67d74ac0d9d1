package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.gopy.journeys.FreshRound.Said;

/** From the answers to the signed table and on to the next draft, which tells what of them it holds. */
class EditionJourney extends Journey {

    private static final String WORDING = "Tư liệu được tạo lập một lần, dùng chung nhiều lần, không thu phí.";

    @Test
    void theTableIsFrozenAndSignedAndTheNextDraftShowsWhatWasTakenUp() {
        var page = signedIn("thuky");
        var round = FreshRound.open("Lấy ý kiến đối với Quy chế kho tư liệu, đến dự thảo sau")
                .saying(
                        new Said("STC", "dieu-2/khoan-1", "Đề nghị ghi rõ việc không thu phí."),
                        new Said("SNV", "dieu-3/khoan-2", "Đề nghị báo cáo hằng năm."),
                        new Said("SNV", "dieu-4", "Đề nghị ghi rõ ngày có hiệu lực."));
        opened(page, round.desk());
        accept(page, "Tiếp thu, bổ sung khoản 1 Điều 2.", WORDING);
        accept(page, "Tiếp thu.", "Định kỳ hằng năm báo cáo Ủy ban nhân dân tỉnh.");
        var merged = merged(page);
        accept(page, "Tiếp thu.", "Quy chế này có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2027.");

        opened(page, round.editions());
        sign(page);

        handIn(page, round, merged);
        opened(page, round.desk());
        assertThat(page.locator(".next-draft summary"))
                .hasText("Dự thảo sau: 03 ý kiến tiếp thu, 02 đã thấy, 01 chưa thấy");
    }

    private static void accept(Page page, String answer, String wording) {
        page.locator(".consolidation .outcomes [data-key='1']").click();
        page.locator(".consolidation .answer textarea").first().fill(answer);
        page.locator(".consolidation .answer textarea").nth(1).fill(wording);
        var title = page.locator(".consolidation .answer h2").textContent();
        page.locator(".consolidation .save-next").click();
        assertThat(page.locator(".consolidation > [role=status]")).containsText("Đã lưu ý kiến số " + title.replaceAll("\\D", ""));
    }

    /** The next draft as a Word file with tracked changes. */
    private static Path merged(Page page) {
        page.locator(".next-draft summary").click();
        var file = Path.of("target", "journeys", "Du thao lan 2.docx");
        page.waitForDownload(page.locator(".next-draft a[href$='merged.docx']")::click)
                .saveAs(file);
        return file;
    }

    private static void sign(Page page) {
        page.locator("main.editions").getByText("Chốt bản tổng hợp").first().click();
        page.locator(".asking").getByText("Chốt", new Locator.GetByTextOptions().setExact(true)).click();
        var card = page.locator(".edition").first();
        assertThat(card).containsText("Bản làm việc");
        card.getByText("Trình ký").click();
        card.getByLabel("Số, ký hiệu").fill("41/BTH-SKHCN");
        card.getByLabel("Ngày ký").fill("28/11/2026");
        card.getByLabel("Ngày ký").press("Enter");
        card.getByText("Ghi số, ngày ký").click();
        assertThat(card).containsText("Đã ký, số 41/BTH-SKHCN");
    }

    private static void handIn(Page page, FreshRound round, Path file) {
        opened(page, round.dossier());
        page.locator("input[type=file]").first().setInputFiles(file);
        page.locator(".upload-results").getByText("Kiểm tra cấu trúc").click();
        page.waitForURL(Pattern.compile(".*/kiem-tra$"));
        stands(page);
        page.locator("gopy-checker").getByText("Hoàn tất kiểm tra").first().click();
        page.locator("gopy-checker dialog").getByText("Hoàn tất kiểm tra").last().click();
        page.waitForURL(Pattern.compile(".*/du-thao/2$"));
    }
}
