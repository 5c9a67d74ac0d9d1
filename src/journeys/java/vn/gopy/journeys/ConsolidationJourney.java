package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.gopy.journeys.FreshRound.Said;

/** The secretariat answers from opinion to opinion with the keys alone, also where two do so at once. */
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
        var page = windowOf("thuky");
        open(page);
        page.locator(".consolidation button.outputs").click();
        var copy = page.locator(".output-menu [data-copies-from]");
        copy.click();
        assertThat(copy).hasText("Đã chép đoạn số liệu");
    }

    @Test
    void theKeysLeadGiveAnOutcomeAndSave() {
        var page = windowOf("thuky");
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

    /** Every key is pressed on the page; nothing is clicked, and where one stands is always to be seen. */
    @Test
    void aWholeRoundIsAnsweredWithThreeKeysForEachPoint() {
        var page = windowOf("thuky");
        var round = FreshRound.open("Lấy ý kiến đối với Quy chế kho tư liệu")
                .saying(
                        new Said("STC", "dieu-1/khoan-1", "Đề nghị quy định rõ phạm vi tư liệu."),
                        new Said("SNV", "dieu-2/khoan-1", "Đề nghị bỏ nội dung này vì đã có quy định riêng."),
                        new Said("STC", "dieu-2/khoan-1", "Đề nghị giữ nội dung này."),
                        new Said("SNV", "dieu-3/khoan-2", "Đề nghị báo cáo hằng năm."));
        opened(page, round.desk());
        var title = page.locator(".consolidation .answer h2");
        var status = page.locator(".consolidation > [role=status]");
        page.locator(".consolidation .heap.cur").waitFor();

        page.keyboard().press("1");
        page.keyboard().press("Control+Enter");
        assertThat(status).hasText("Đã lưu ý kiến số 1.");
        assertStandsAt(page, "Đề nghị bỏ nội dung này");
        page.keyboard().press("4");
        page.keyboard().press("c");
        page.keyboard().type("Nội dung này chưa có ở văn bản khác, đề nghị giữ như dự thảo.");
        page.keyboard().press("Control+Enter");
        assertThat(status).hasText("Đã lưu ý kiến số 2.");
        assertStandsAt(page, "Đề nghị giữ nội dung này");
        page.keyboard().press("j");
        assertStandsAt(page, "Đề nghị báo cáo hằng năm");
        page.keyboard().press("k");
        assertStandsAt(page, "Đề nghị giữ nội dung này");
        var last = title.textContent();
        page.keyboard().press("5");
        page.keyboard().press("Control+Enter");
        assertThat(title).not().hasText(last);
        page.keyboard().press("1");
        page.keyboard().press("Control+Enter");
        assertThat(status).hasText("Đã lưu ý kiến số 4.");

        assertThat(page.locator(".consolidation .sums")).containsText("00 Chưa xử lý");
        assertThat(page.locator(".consolidation .places .open")).hasCount(0);
    }

    /** The group that is answered is in view and has the focus, and the focus is seen. */
    private static void assertStandsAt(Page page, String words) {
        var current = page.locator(".consolidation .heap.cur");
        assertThat(current).containsText(words);
        assertThat(current).isInViewport();
        assertThat(current.locator(".pick")).isFocused();
        var ring = current.locator(".pick").evaluate("button => getComputedStyle(button).boxShadow");
        assertThat(ring).isNotEqualTo("none");
    }

    /** What one of them saves is seen by the other at once, beside what is being written; no word of either is lost. */
    @Test
    void ofTwoWhoAnswerThePointAtOnceEachKeepsTheirWords() {
        var first = windowOf("thuky");
        var round = FreshRound.open("Lấy ý kiến đối với Quy chế kho tư liệu, hai người")
                .saying(
                        new Said("STC", "dieu-1/khoan-1", "Đề nghị quy định rõ phạm vi tư liệu."),
                        new Said("SNV", "dieu-2/khoan-1", "Đề nghị bỏ nội dung này."));
        opened(first, round.desk());
        var second = windowOf("thuky");
        opened(second, round.desk());
        first.locator(".consolidation .heap.cur").waitFor();
        second.locator(".consolidation .heap.cur").waitFor();

        words(first).fill("Lời của người thứ nhất.");
        words(second).fill("Lời của người thứ hai.");
        first.keyboard().press("Control+Enter");
        assertThat(first.locator(".consolidation > [role=status]")).hasText("Đã lưu ý kiến số 1.");

        var refused = second.locator(".consolidation .answer > .foot .err");
        assertThat(refused).containsText("Lời của người thứ nhất.");
        assertThat(refused).isInViewport();
        assertThat(words(second)).hasValue("Lời của người thứ hai.");
        words(second).press("Control+Enter");
        assertThat(second.locator(".consolidation > [role=status]")).hasText("Đã lưu ý kiến số 1.");

        first.keyboard().press("k");
        assertThat(words(first)).hasValue("Lời của người thứ hai.");
    }

    private static Locator words(Page page) {
        return page.locator(".consolidation .answer textarea").first();
    }
}
