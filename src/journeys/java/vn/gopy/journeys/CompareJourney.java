package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who reads the second draft sees what became of the first one. */
class CompareJourney extends Journey {

    private static void compare(Page page, String fragment) {
        page.navigate(at(Example.comparison("HS-01", 1, 2)) + fragment);
        page.locator("gopy-compare .blk .row").first().waitFor();
    }

    private static Locator current(Page page) {
        return page.locator("gopy-compare .blk.cur");
    }

    @Test
    void theReaderLeadsToTheComparisonAndTheKeysFromChangeToChange() {
        var page = windowOf("thuky");
        read(page, Example.draft("HS-01", 2));
        page.locator("gopy-reader .tools a[href*='/so-sanh/']").click();
        page.locator("gopy-compare .blk .row").first().waitFor();
        assertThat(page).hasURL(Pattern.compile(".*/so-sanh/1/2$"));

        page.keyboard().press("j");
        assertThat(current(page)).isFocused();
        var first = current(page).getAttribute("data-block");
        page.keyboard().press("j");
        assertThat(current(page)).not().hasAttribute("data-block", first);
        assertThat(page.locator("gopy-compare .at")).hasText(Pattern.compile("^02 trong \\d\\d$"));
        page.keyboard().press("k");
        assertThat(current(page)).hasAttribute("data-block", first);
        assertThat(page.locator("gopy-compare .nav a[aria-current]")).hasAttribute("data-go", first);
        assertThat(page.locator("gopy-compare .blk ins").first()).containsText("Thêm:");
    }

    @Test
    void whatWasSaidStandsBelowWhatItLedTo() {
        var page = windowOf("thuky");
        compare(page, "#QC/dieu-8");
        var said = page.locator("gopy-compare [data-row='QC/dieu-8/khoan-2/diem-b'] .said");
        said.locator("summary").click();
        assertThat(said.locator("summary")).containsText("Theo 01 ý kiến");
        assertThat(said.locator("li .st").first()).hasText("Tiếp thu một phần");
        assertThat(current(page)).hasAttribute("data-block", "QC/dieu-8");
        assertThat(page.locator("gopy-compare .silent").first()).containsText("Chưa có ý kiến nào");
        assertAccessible(page);
    }

    @Test
    void theFilterAndTheViewAreRememberedAndWhatIsFoldedOpens() {
        var page = windowOf("thuky");
        compare(page, "");
        var fold = page.locator("gopy-compare .fold .more");
        var folds = fold.count();
        assertThat(folds).isPositive();
        fold.first().click();
        assertThat(fold).hasCount(folds - 1);

        page.getByText("Một cột").click();
        assertThat(page.locator("gopy-compare .cell.one").first()).isVisible();
        page.getByRole(AriaRole.CHECKBOX).uncheck();
        page.reload();
        page.locator("gopy-compare .blk .row").first().waitFor();
        assertThat(page.locator("gopy-compare")).hasAttribute("data-mode", "inline");
        assertThat(page.getByRole(AriaRole.CHECKBOX)).not().isChecked();
        page.getByText("Hai cột").click();
        page.getByRole(AriaRole.CHECKBOX).check();
        assertThat(page.locator("gopy-compare .cell.b").first()).isVisible();
    }

    @Test
    void aLinkToAChangeSurvivesSignInAndBack() {
        var page = browser();
        page.navigate(at(Example.comparison("HS-01", 1, 2)) + "#QC/dieu-8");
        page.locator("input[name=username]").fill("tuvan");
        page.locator("input[name=password]").fill("demo");
        page.locator("button[type=submit]").click();
        page.locator("gopy-compare .blk .row").first().waitFor();
        assertThat(current(page)).hasAttribute("data-block", "QC/dieu-8");

        page.locator("gopy-compare .nav a").last().click();
        assertThat(current(page)).not().hasAttribute("data-block", "QC/dieu-8");
        page.goBack();
        assertThat(current(page)).hasAttribute("data-block", "QC/dieu-8");
        assertThat(page).hasURL(Pattern.compile(".*/so-sanh/1/2#QC/dieu-8$"));
    }

    @Test
    void onAPhoneThereIsOneColumnAndTheListOpensOverIt() {
        var page = windowOf("thuky");
        page.setViewportSize(390, 844);
        compare(page, "");
        assertThat(page.locator("gopy-compare")).hasAttribute("data-mode", "inline");
        page.locator("gopy-compare .lister").click();
        page.locator("gopy-compare .nav a").nth(1).click();
        assertThat(page.locator("gopy-compare .nav")).isHidden();
        assertThat(current(page)).isFocused();
        assertAccessible(page);
    }

    @Test
    void theOfficialComparisonIsAFile() {
        var page = windowOf("thuky");
        compare(page, "");
        var file = page.waitForDownload(
                () -> page.locator("gopy-compare .docx").click());
        assertThat(file.suggestedFilename()).isEqualTo("Bản so sánh HS-01, lần 1 và lần 2.docx");
        assertAccessible(page);
    }
}
