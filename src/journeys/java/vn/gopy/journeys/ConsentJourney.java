package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What staff of a unit are told of their opinions, and what becomes of "Nhất trí": nothing untrue, and a way back. */
class ConsentJourney extends Journey {

    @Test
    void staffPutOpinionsIntoTheirUnitsDraftAndAreToldSo() {
        var page = windowOf("sotaichinh.cv");
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-17");
        page.keyboard().press("c");
        var box = page.locator("gopy-reader form.box");
        assertThat(box).containsText("Ý kiến của: Sở Tài chính");
        assertThat(box.locator("input[type=radio]")).hasCount(0);
        assertThat(box.locator(".vis"))
                .hasText("Chỉ người của Sở Tài chính xem được; tính là ý kiến của Sở Tài chính khi lãnh đạo gửi.");
        var words = "Đề nghị làm rõ nguồn kinh phí, lúc " + Instant.now();
        box.locator("textarea.fld").fill(words);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast")).containsText("Đã lưu nháp");

        page.locator("gopy-reader button.send").click();
        var press = page.locator("dialog.review footer button.pri");
        assertThat(press).containsText("vào nháp của cơ quan");
        press.click();
        assertThat(page.locator(".toast")).containsText("vào nháp của Sở Tài chính");
        assertThat(page.locator(".toast")).not().containsText("Tổ giúp việc");
        assertThat(page.locator("gopy-reader .th").filter(new Locator.FilterOptions().setHasText(words)))
                .containsText("Nháp của cơ quan");
    }

    @Test
    void onAPhoneConsentAsksAboutUnsentOpinionsSaysHowFarItHasGoneLeadsToTheOtherDraftAndIsTakenBack() {
        var page = windowOf("thanhvien2");
        page.setViewportSize(390, 844);
        read(page, Example.draft("HS-01", 2));
        agree(page).click();
        var dialog = page.locator("dialog.consent");
        assertThat(dialog).containsText("Còn 01 ý kiến chưa gửi:");
        dialog.getByText("Để lại").click();
        dialog.locator("button.pri").click();
        assertThat(page.locator(".toast")).containsText("1/2 dự thảo");
        var line = page.locator("gopy-reader .note.standing");
        assertThat(line).containsText("Đã chọn Nhất trí, chưa gửi");
        var remaining = line.getByRole(AriaRole.LINK);
        assertThat(remaining).hasText("Mở dự thảo còn lại");
        assertThat(remaining.getAttribute("href")).startsWith("/ho-so/").doesNotContain(page.url());
        assertThat(agree(page)).hasCount(0);
        assertAccessible(page);

        page.locator(".toast").getByText("Hoàn tác").click();
        assertThat(page.locator(".toast")).containsText("Đã rút lại");
        assertThat(agree(page)).isVisible();
        assertThat(line).hasCount(0);
    }

    @Test
    void whoWearsTwoHatsIsAskedForWhomAndMayChangeTheAnswer() {
        var page = windowOf("sotaichinh.ld");
        read(page, Example.draft("HS-01", 2));
        page.locator("gopy-reader .agree button").click();
        var dialog = page.locator("dialog.consent");
        assertThat(dialog.locator("label")).hasCount(3);
        assertThat(dialog.locator("button.pri")).isDisabled();
        assertAccessible(page);
        dialog.getByText("Sở Tài chính", new Locator.GetByTextOptions().setExact(true)).click();
        dialog.locator("button.pri").click();
        assertThat(page.locator(".toast")).containsText("thay mặt Sở Tài chính");
        var line = page.locator("gopy-reader .note.standing");
        assertThat(line).containsText("Sở Tài chính: chuyên viên đã chọn Nhất trí, lãnh đạo chưa gửi · 1/2 dự thảo");
        assertThat(page.locator("gopy-reader .agree button")).hasText("Nhất trí, ý kiến cá nhân");

        line.getByText("Đổi ý kiến").click();
        dialog.getByText("Rút lại, chưa có ý kiến").click();
        dialog.locator("button.pri").click();
        assertThat(page.locator(".toast")).containsText("Đã rút lại");
        assertThat(line).hasCount(0);
    }

    private static Locator agree(Page page) {
        return page.locator("gopy-reader .fix .agreebtn");
    }
}
