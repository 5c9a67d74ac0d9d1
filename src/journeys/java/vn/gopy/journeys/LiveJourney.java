package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What others say comes by itself, and nothing moves under the hands of who is writing. */
class LiveJourney extends Journey {

    private static final Pattern STREAM = Pattern.compile("/versions/[^/]+/live\\?");
    private static final String PLACE = "#QC/dieu-7/khoan-2";
    private static final String QUESTION = "Đồng chí Khuê cho thêm ý kiến về thời hạn này, lúc " + Instant.now();
    private static final String ANSWER = "Thời hạn 05 ngày là phù hợp với thực tế, lúc " + Instant.now();
    private static final String TYPED = "Đề nghị làm rõ cách tính thời hạn 05 ngày làm việc.";

    /** Two members talk at the clause where a third person is writing; the browsers ask the server for nothing in turns. */
    @Test
    void aCommentArrivesWhileAnotherTypes() {
        var writer = reading("tuvan");
        var first = reading("thanhvien");
        var second = reading("thanhvien2");
        var asked = threadsAskedFor(writer);
        type(writer);
        var before = standing(writer);
        var quiet = asked.size();

        reply(first, QUESTION);
        assertThat(note(second)).containsText(QUESTION);
        reply(second, ANSWER);
        assertThat(note(first)).containsText(ANSWER);
        assertThat(note(writer)).containsText(ANSWER);

        assertThat(standing(writer)).isEqualTo(before);
        assertThat(asked.size() - quiet).as("asks only when told").isBetween(1, 2);
        writer.keyboard().type(" Xin cảm ơn.");
        assertThat(box(writer)).hasValue("Đề nghị làm rõ Xin cảm ơn." + TYPED.substring("Đề nghị làm rõ".length()));
    }

    /** A proxy that cuts every stream: the page asks one question after the other, and is told as soon. */
    @Test
    void behindAProxyThatCutsStreamsNewsComeByQuestions() {
        var cut = windowOf("tuvan");
        cut.route(STREAM, Route::abort);
        var asked = new ArrayList<String>();
        cut.onRequest(request -> {
            if (request.url().contains("/live/next?since=")) {
                asked.add(request.url());
            }
        });
        read(cut, Example.draft("HS-01", 2) + PLACE);
        note(cut).click();
        cut.waitForCondition(() -> !asked.isEmpty());
        String words = "Không có luồng vẫn thấy ngay, lúc " + Instant.now();
        reply(reading("thanhvien"), words);
        assertThat(note(cut)).containsText(words);
        assertThat(new HashSet<>(asked).size()).as("each question goes on where the last ended").isGreaterThan(1);
    }

    private Page reading(String username) {
        var page = windowOf(username);
        read(page, Example.draft("HS-01", 2) + PLACE);
        note(page).click();
        return page;
    }

    /** Writes, then puts the caret into the middle of the words. */
    private static void type(Page page) {
        note(page).getByText("Góp ý", new Locator.GetByTextOptions().setExact(true)).click();
        box(page).pressSequentially(TYPED);
        box(page).evaluate("box => box.setSelectionRange(14, 14)");
        page.waitForFunction(
                "words => Object.entries(localStorage).some(([key, kept]) => key.startsWith('gopy:draft:') && kept.includes(words))",
                TYPED);
    }

    /** Words, caret, focus, scroll of the text, and where the box stands on the screen. */
    private static Object standing(Page page) {
        return page.evaluate("""
                () => {
                  const box = document.activeElement;
                  const at = box.getBoundingClientRect();
                  return { words: box.value, caret: box.selectionStart, scroll: document.querySelector('.scroll').scrollTop,
                      top: Math.round(at.top), left: Math.round(at.left), height: Math.round(at.height) };
                }""");
    }

    private static List<String> threadsAskedFor(Page page) {
        var asked = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().contains("/threads")) {
                asked.add(request.url());
            }
        });
        return asked;
    }

    /** Answers in the talk of this draft; what one has said of the draft before stands above it. */
    private static void reply(Page page, String words) {
        note(page).locator("[data-item]:not(:has(.origin)) [data-reply]").first().click();
        note(page).locator(".replybox textarea").fill(words);
        note(page).getByText("Gửi trả lời").click();
    }

    private static Locator box(Page page) {
        return page.locator("gopy-reader form.box textarea.fld");
    }

    private static Locator note(Page page) {
        return page.locator("gopy-reader article.th")
                .filter(new Locator.FilterOptions().setHasText("Khoản 2 Điều 7"))
                .first();
    }
}
