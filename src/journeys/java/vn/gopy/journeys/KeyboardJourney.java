package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything a member does can be done with the keys alone. */
class KeyboardJourney extends Journey {

    private static final String OPINION = "Đề nghị bổ sung thời hạn công bố tài liệu phiên họp.";

    @Test
    void fromSigningInToSendingAnOpinion() {
        var page = browser();
        signIn(page);
        openTheDraft(page);
        turnArticles(page);
        writeAndSave(page);
        reviewAndSend(page);
    }

    @Test
    void whatIsFoundInTheTextIsSaidWithItsPlaceAndNotOnlyCounted() {
        var page = browser();
        signIn(page);
        openTheDraft(page);
        page.keyboard().press("/");
        page.keyboard().insertText("Quyết định này"); // at once: on a slow machine a search could follow each letter
        var said = page.locator("gopy-reader .toasts [aria-live]");
        assertThat(said).hasText(Pattern.compile("^Kết quả 1 trên \\d+: .*(?:Điều|Căn cứ|Tên gọi|nội dung).*"));
        var first = said.textContent();
        page.keyboard().press("Enter");
        assertThat(said).hasText(Pattern.compile("^Kết quả 2 trên .+"));
        assertThat(said).not().hasText(first);
    }

    private static void signIn(Page page) {
        page.navigate(at("/"));
        page.waitForURL("**/dang-nhap**");
        assertThat(page.locator("input[name=username]")).isFocused();
        page.keyboard().type("tuvan");
        page.keyboard().press("Tab");
        page.keyboard().type("demo");
        page.keyboard().press("Enter");
        page.locator("main h1").waitFor();
        stands(page);
    }

    private static void openTheDraft(Page page) {
        enter(page, page.locator("nav a[href='/ho-so']"));
        enter(page, page.locator("a.row-title").getByText("Quyết định ban hành Quy chế làm việc"));
        assertThat(page.locator("h1")).hasText("Quyết định ban hành Quy chế làm việc của Ban Chỉ đạo");
        enter(page, page.locator("main a[href$='/du-thao/2']"));
        page.locator("gopy-reader .sec").first().waitFor();
    }

    private static void turnArticles(Page page) {
        var here = page.locator("gopy-reader .sec.here");
        for (var turns = 0; turns < 20 && !here.textContent().contains("Phiên họp của Ban Chỉ đạo"); turns++) {
            page.keyboard().press("j");
        }
        var heading = here.locator("h3").textContent();
        page.keyboard().press("j");
        assertThat(here.locator("h3")).not().hasText(heading);
        page.keyboard().press("k");
        assertThat(here.locator("h3")).hasText(heading);
    }

    private static void writeAndSave(Page page) {
        page.keyboard().press("c");
        assertThat(page.locator("gopy-reader form.box textarea.fld")).isFocused();
        page.keyboard().type(OPINION);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast")).containsText("Đã lưu nháp");
    }

    private static void reviewAndSend(Page page) {
        enter(page, page.locator("gopy-reader button.send"));
        assertThat(page.locator("dialog.review")).containsText(OPINION);
        enter(page, page.locator("dialog.review footer button.pri"));
        assertThat(page.locator(".toast")).containsText("ý kiến đến Tổ giúp việc");
        assertThat(page.locator("dialog.review")).hasCount(0);
    }

    /**
     * Goes to a control with Tab, and with the arrow inside of a row of controls, which is one stop of Tab; it must be
     * reachable and seen to be there. Then presses it.
     */
    private static void enter(Page page, Locator control) {
        control.first().waitFor();
        for (var steps = 0; steps < 60; steps++) {
            if ((Boolean) control.first().evaluate("control => control === document.activeElement")) {
                page.keyboard().press("Enter");
                return;
            }
            var inRow = (Boolean) control.first().evaluate("control => document.activeElement.closest('[role=toolbar]')?.contains(control) ?? false");
            page.keyboard().press(inRow ? "ArrowRight" : "Tab");
        }
        throw new AssertionError("not reached with Tab: " + control);
    }
}
