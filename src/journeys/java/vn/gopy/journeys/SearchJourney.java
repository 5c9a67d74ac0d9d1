package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An adviser searches with the keys alone, goes from clause to clause, and keeps a search. */
class SearchJourney extends Journey {

    private static final Pattern READER = Pattern.compile("/ho-so/[0-9a-f-]+/du-thao/\\d+#.+");

    @Test
    void whatIsOfferedWhileTypingIsChosenWithTheArrows() {
        var page = windowOf("tuvan");
        opened(page, "/tra-cuu");
        var field = page.locator(".search-field input");
        assertThat(field).isFocused();
        page.keyboard().type("kinh phi ho");
        assertThat(page.locator(".suggest [role=option]").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".search-field .suggest")).isHidden();
        assertThat(field).hasValue("kinh phi ho");
        page.keyboard().type("a");
        page.locator(".suggest [role=option]").first().waitFor();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".suggest [aria-selected=true]")).hasCount(1);
        assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile("gopy-suggest-.*"));
        page.keyboard().press("Enter");
        page.waitForURL(READER);
        page.locator("gopy-reader .sec").first().waitFor();
    }

    @Test
    void resultsAreWalkedWithKeysAndLeadToTheirPlace() {
        var page = found(windowOf("tuvan"), "kinh phi");
        page.locator("main h1").first().evaluate("() => document.activeElement.blur()");
        page.keyboard().press("j");
        assertThat(page.locator(".hit > .pathline").nth(0)).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator(".hit > .pathline").nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator(".hit > .pathline").nth(0)).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator(".search-field input")).isFocused();
        page.locator(".hit > .pathline").first().press("Enter");
        page.waitForURL(READER);
        assertThat(page.locator("gopy-reader .found")).isVisible();
        page.waitForCondition(() -> (int) page.evaluate("() => CSS.highlights.get('gopy-found')?.size ?? 0") > 0);
    }

    @Test
    void aSearchIsKeptNamedAndForgottenAgain() {
        var page = found(windowOf("thanhvien"), "kinh phi");
        page.locator(".save-search .btn").click();
        assertThat(page.locator(".save-search .btn")).hasAttribute("aria-pressed", "true");
        opened(page, "/tra-cuu");
        var row = page.locator(".saved li").first();
        assertThat(row.locator("a")).hasText("kinh phi");
        assertThat(row.locator(".alert")).hasAttribute("aria-pressed", "true");
        row.locator("[aria-label^='Đổi tên']").click();
        page.locator(".saved-name input").fill("Kinh phí");
        page.keyboard().press("Enter");
        assertThat(page.locator(".saved li").first().locator("a")).hasText("Kinh phí");
        page.locator(".saved li").first().locator("[aria-label^='Xóa']").click();
        assertThat(page.locator(".said")).containsText("Đã xóa “Kinh phí”.");
        page.locator(".said button").click();
        assertThat(page.locator(".saved li").first().locator("a")).hasText("Kinh phí");
        page.locator(".saved li").first().locator("[aria-label^='Xóa']").click();
        assertThat(page.locator(".saved li")).hasCount(0);
    }

    @Test
    void theReaderLeadsToTheDossierAndToClausesAlike() {
        var page = windowOf("tuvan");
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-18");
        page.keyboard().press("r");
        assertThat(page.locator("dialog[open] h2")).hasText("Điều khoản tương tự với Điều 18 Quy chế");
        page.locator("dialog[open] .related a").first().waitFor();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        page.locator(".findbar input").fill("kinh phi");
        assertThat(page.locator(".findbar .lnk")).hasAttribute("href", Pattern.compile("q=kinh"));
        page.locator(".findbar .lnk").click();
        assertThat(page.locator(".chip")).containsText("Trong hồ sơ: Quyết định ban hành Quy chế làm việc");
        assertThat(page.locator(".hit").first()).isVisible();
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-18");
        page.locator(".indossier").click();
        assertThat(page.locator(".chip")).containsText("Trong hồ sơ: Quyết định ban hành Quy chế làm việc");
        page.locator(".chip").click();
        assertThat(page.locator(".chip")).isHidden();
    }

    private static Page found(Page page, String words) {
        page.navigate(at("/tra-cuu?q=" + words.replace(' ', '+')));
        page.locator(".hit").first().waitFor();
        stands(page);
        return page;
    }
}
