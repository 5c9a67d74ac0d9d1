package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Whoever checks a draft says which of its places are which of the draft before. */
class AlignJourney extends Journey {

    private static Page opened(Page page) {
        page.navigate(at(Example.draft("HS-01", 2) + "/doi-chieu"));
        page.locator("gopy-align tr[aria-current]").waitFor();
        return page;
    }

    private static Locator told(Page page, String words) {
        return page.locator("gopy-align .toast").getByText(words);
    }

    private static Locator confirmed(Page page) {
        return page.locator("gopy-align [data-only=confirmed]");
    }

    @Test
    void pairsAreLookedAtWithTheKeysConfirmedTogetherAndTakenBack() {
        var page = opened(windowOf("thuky"));
        var rows = page.locator("gopy-align tr[data-id]");
        assertThat(rows.first()).hasAttribute("aria-current", "true");
        page.keyboard().press("j");
        assertThat(rows.nth(1)).hasAttribute("aria-current", "true");
        assertThat(page.locator("gopy-align .words p").first()).isVisible();
        assertAccessible(page);

        page.locator("gopy-align .foot-bar .pri").click();
        assertThat(told(page, "Đã xác nhận")).isVisible();
        assertThat(page.locator("gopy-align .foot-bar .pri")).hasCount(0);
        assertThat(page.locator("gopy-align .foot-bar")).not().containsText("false");
        assertThat(confirmed(page)).not().hasText("Đã xác nhận 00");
        var later = opened(windowOf("thuky"));
        assertThat(confirmed(later)).not().hasText("Đã xác nhận 00");
        confirmed(later).click();
        assertThat(later.locator("gopy-align .why")).containsText("xác nhận lúc");

        page.locator("gopy-align .tools").getByText("Hoàn tác").click();
        assertThat(confirmed(page)).hasText("Đã xác nhận 00");
        page.locator("gopy-align .tools").getByText("So sánh câu chữ").click();
        page.waitForURL("**/so-sanh/1/2");
    }

    @Test
    void aPlaceIsPairedWithAnotherByItsNameAndTheStepTakenBack() {
        var page = opened(windowOf("thuky"));
        var removed = page.locator("gopy-align tr[data-id]:has(.kind:text-is('Bỏ'))").first();
        var name = removed.locator("button").textContent();
        removed.locator("button").click();
        assertThat(page.locator("gopy-align .looked h2")).containsText("đã bỏ");

        page.keyboard().press("g");
        page.getByRole(AriaRole.SEARCHBOX).last().fill("dieu 1");
        page.locator("gopy-align .options button").first().click();
        assertThat(told(page, "Đã ghép")).isVisible();
        assertThat(page.locator("gopy-align .looked h2")).not().containsText("đã bỏ");

        page.locator("gopy-align .tools").getByText("Hoàn tác").click();
        assertThat(told(page, "Đã hoàn tác")).isVisible();
        assertThat(page.locator("gopy-align tr[data-id]")
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .first())
                .containsText("Bỏ");
    }

    @Test
    void whoDoesNotCheckTheDraftFindsNoSuchPage() {
        var page = windowOf("tuvan");
        page.navigate(at(Example.draft("HS-01", 2) + "/doi-chieu"));
        assertThat(page.locator("main")).containsText("Không tìm thấy nội dung này");
        assertThat(page.locator("gopy-align")).hasCount(0);
    }
}
