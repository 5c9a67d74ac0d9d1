package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The secretariat answers from opinion to opinion with the keys alone. */
class ConsolidationJourney extends Journey {

    static void open(Page page) {
        page.navigate(at("/dot"));
        page.getByText("Lấy ý kiến lần 1").first().click();
        page.locator("main table.board").waitFor();
        page.locator("main .acts a").getByText("Tổng hợp, giải trình").click();
        page.locator(".consolidation .heap").first().waitFor();
        stands(page);
    }

    private static Locator outcome(Page page, String words) {
        return page.locator(".consolidation .outcomes button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words + "\\d$")));
    }

    @Test
    void theFiguresAreCopiedFromTheMenuOfOutputs() {
        var page = signedIn("thuky");
        open(page);
        page.locator(".consolidation button.outputs").click();
        var copy = page.locator(".output-menu [data-copies-from]");
        copy.click();
        assertThat(copy).hasText("Đã chép đoạn số liệu");
    }

    @Test
    void theKeysLeadGiveAnOutcomeAndSave() {
        var page = signedIn("thuky");
        open(page);
        var title = page.locator(".consolidation .answer h2");
        var first = title.textContent();
        page.keyboard().press("j");
        assertThat(title).not().hasText(first);
        page.keyboard().press("k");
        assertThat(title).hasText(first);

        var before = page.locator(".consolidation .outcomes [aria-pressed=true]").getAttribute("data-key");
        page.keyboard().press(before.equals("2") ? "1" : "2");
        assertThat(outcome(page, before.equals("2") ? "Tiếp thu" : "Tiếp thu một phần"))
                .hasAttribute("aria-pressed", "true");
        page.keyboard().press(before);
        var words = page.locator(".consolidation .answer textarea").first();
        var answer = words.inputValue();
        words.fill(answer + " ");
        words.press("Control+Enter");
        assertThat(page.locator(".consolidation > [role=status]")).containsText("Đã lưu ý kiến số");
        assertThat(page.locator(".consolidation .sums")).containsText("Chưa xử lý");
    }
}
