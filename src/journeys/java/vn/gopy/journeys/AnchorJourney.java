package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was said of the first draft stands beside the second one, or is put where it belongs. */
class AnchorJourney extends Journey {

    private static Page reading(Page page) {
        page.navigate(at(Example.draft("HS-01", 2)));
        page.locator("gopy-reader .note.earlier").waitFor();
        return page;
    }

    private static Locator state(Page page, String state) {
        return page.locator("gopy-reader [data-earlier=" + state + "]");
    }

    @Test
    void theLineOverTheTextLeadsFromOneOpinionOfTheFirstDraftToTheNext() {
        var page = reading(windowOf("thuky"));
        assertThat(page.locator("gopy-reader .note.earlier")).containsText("ý kiến của dự thảo trước");
        state(page, "TEXT_CHANGED").click();
        var shown = page.locator("gopy-reader .th.on li.shown");
        assertThat(shown).containsText("Nội dung đã sửa sau khi góp ý");
        assertThat(shown).containsText("Ở lần 1: ");
        var first = shown.getAttribute("data-item");
        state(page, "TEXT_CHANGED").click();
        assertThat(page.locator("gopy-reader .th.on li.shown")).not().hasAttribute("data-item", first);
        state(page, "REMOVED").click();
        assertThat(page.locator("gopy-reader .th.on li.shown")).containsText("Điều khoản đã bỏ");
        for (var part : List.of(".note.earlier", ".margin")) { // a line of the outline may be cut where it ends
            assertAccessible(page, "gopy-reader " + part);
        }

        page.locator("gopy-reader .th.on .says a")
                .filter(new Locator.FilterOptions().setHasText("Xem chỗ sửa"))
                .or(page.locator("gopy-reader .th.on .says"))
                .first()
                .waitFor();
        state(page, "toggle").click();
        assertThat(page.locator("gopy-reader .says li .origin")).hasCount(0);
        assertThat(state(page, "toggle")).hasText("Hiện trong văn bản");
        state(page, "IN_PLACE").click();
        assertThat(page.locator("gopy-reader .th.on li.shown")).containsText("Đúng vị trí");
    }

    @Test
    void theWayToWhatWasChangedLeadsToItsPlaceInTheComparison() {
        var page = reading(windowOf("thuky"));
        state(page, "TEXT_CHANGED").click();
        page.locator("gopy-reader .th.on li.shown .origin a").click();
        page.waitForURL("**/so-sanh/1/2#**");
    }

    @Test
    void aKeyTellsWhyAClauseReadsAsItDoes() {
        var page = windowOf("thuky");
        page.navigate(at(Example.draft("HS-01", 2) + "#QC/dieu-7/khoan-2"));
        page.locator("gopy-reader .note.earlier").waitFor();
        stands(page);
        page.keyboard().press("v");
        var life = page.locator("gopy-reader .life");
        assertThat(life).containsText("Dự thảo lần 1");
        assertThat(life.locator("ins").first()).isVisible();
        assertThat(life.locator("article").first()).containsText("Tiếp thu");
        assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(life).hasCount(0);
    }

    @Test
    void anOpinionWithoutAPlaceIsPutWhereItBelongsAndTakenBack() {
        var page = windowOf("thuky");
        page.navigate(at(Example.draft("HS-01", 2) + "/doi-chieu"));
        page.locator("gopy-align tr[aria-current]").waitFor();
        assertThat(page.locator("gopy-align .sums")).containsText("35 ý kiến =");
        var police = page.locator("gopy-align .lost")
                .filter(new Locator.FilterOptions().setHasText("Công an tỉnh"));
        assertThat(police).containsText("Có thể là Điều 17");
        police.getByText("Đặt vào Điều 17").click();
        assertThat(police).containsText("Đã đặt bằng tay vào");
        assertThat(page.locator("gopy-align .sums")).not().containsText("chưa có chỗ");
        police.getByText("Không có chỗ").click();
        assertThat(page.locator("gopy-align .sums")).containsText("01 chưa có chỗ");
        assertAccessible(page);
    }

    @Test
    void onAPhoneANoteSaysWhatItIsOfAndTheOpinionWhatBecameOfItsPlace() {
        var page = windowOf("tuvan");
        page.setViewportSize(390, 844);
        page.navigate(at(Example.draft("HS-01", 2) + "#QC/dieu-11/khoan-1"));
        var note = page.locator("gopy-reader .pnote").filter(new Locator.FilterOptions().setHasText("lần trước"));
        note.first().click();
        assertThat(page.locator("gopy-reader .says .origin").first()).containsText("Ở lần 1");
    }
}
