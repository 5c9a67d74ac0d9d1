package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The rows of a plan's table: each can be spoken about with mouse and finger, by the number that it has on paper. */
class AnnexJourney extends Journey {

    private static final String PLACE = "số thứ tự 5 Phụ lục";

    @Test
    void aRowOffersItsOwnButtonToTheMouse() {
        var page = annex(1366, 768);
        var row = page.locator(".s-annex table tr").nth(5);
        row.hover();
        row.locator("[data-comment]").click();
        assertThat(page.locator("form.box")).hasAttribute("aria-label", "Góp ý tại " + PLACE);
    }

    @Test
    void wordsSelectedInACellBecomeTheQuoteOfAnOpinionOnTheRow() {
        var page = annex(1366, 768);
        select(page.locator(".s-annex td .tx")
                .filter(new Locator.FilterOptions().setHasText("Nâng cấp Trung tâm")));
        page.locator(".pop [data-act=comment]").click();
        assertThat(page.locator("form.box")).hasAttribute("aria-label", "Góp ý tại " + PLACE);
        assertThat(page.locator("form.box .quoted")).hasText("“Nâng cấp Trung tâm dữ liệu”");
        page.locator("form.box textarea.fld").fill("Đề nghị ghi rõ nguồn kinh phí.");
        page.locator("form.box button.pri").click();
        assertThat(page.locator(".s-annex td mark")).hasText("Nâng cấp Trung tâm dữ liệu");
    }

    @Test
    void onAPhoneARowOpensWithATap() {
        var page = annex(390, 844);
        page.locator(".s-annex tbody tr").nth(1).click();
        assertThat(page.locator("dialog.bottom")).hasAttribute("aria-label", "Góp ý tại số thứ tự 2 Phụ lục");
    }

    private Page annex(int width, int height) {
        var page = windowOf("thuky");
        page.setViewportSize(width, height);
        read(page, Example.draft("HS-03", 1) + "#phu-luc-1");
        var table = page.locator(".s-annex table");
        table.scrollIntoViewIfNeeded();
        return page;
    }

    /** Draws the mouse over the words from their second letter to the middle of their sixth syllable. */
    private static void select(Locator words) {
        words.scrollIntoViewIfNeeded();
        words.evaluate("""
                words => {
                  const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
                  const range = document.createRange();
                  range.setStart(text, 1);
                  range.setEnd(text, text.data.indexOf('liệu') + 2);
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                }
                """);
    }
}
