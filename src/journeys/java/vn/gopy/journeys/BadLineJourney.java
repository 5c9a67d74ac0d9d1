package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A lift, a tunnel, an office at three in the afternoon: nothing typed is lost, and what waits goes out once. */
class BadLineJourney extends Journey {

    private static final String CLAUSE = "#QC/dieu-16";

    private static final double DELAY_MS = 300;

    /** Every so many questions one gets no answer: 5 %. */
    private static final int LOST_ONE_OF = 20;

    private static Page reading(Page page) {
        read(page, Example.draft("HS-01", 2) + CLAUSE);
        return page;
    }

    private static Locator box(Page page) {
        return page.locator("gopy-reader form.box textarea.fld");
    }

    private static void begin(Page page, String words) {
        page.keyboard().press("c");
        assertThat(box(page)).isFocused();
        page.keyboard().type(words);
    }

    private static Locator saying(Page page, String words) {
        return page.locator("gopy-reader .th").getByText(words);
    }

    private static void slow(Page page) {
        var asked = new AtomicInteger();
        page.route("**/app-api/**", route -> {
            if (asked.incrementAndGet() % LOST_ONE_OF == 0) {
                route.abort();
            } else {
                page.waitForTimeout(DELAY_MS);
                route.resume();
            }
        });
    }

    @Test
    void whatIsTypedThroughACutWaitsAndGoesOutOnce() {
        var page = windowOf("tuvan");
        slow(page);
        reading(page);
        var words = "Đề nghị nêu rõ cơ quan chủ trì, lúc " + Instant.now();
        begin(page, words.substring(0, 12));
        page.context().setOffline(true);
        page.keyboard().type(words.substring(12));
        assertThat(box(page)).hasValue(words);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-note=queue]")).containsText("1 ý kiến chờ lưu lên máy chủ");
        assertThat(page.locator("gopy-reader .sec").first()).isVisible();
        assertThat(saying(page, words)).isVisible();

        page.context().setOffline(false);
        assertThat(page.locator("[data-note=queue]")).hasCount(0);
        assertThat(saying(page, words)).hasCount(1);
        page.unrouteAll();
        assertThat(saying(reading(page), words)).hasCount(1);
    }

    @Test
    void anOpinionWhoseAnswerWasLostIsNotWrittenTwice() {
        var page = reading(windowOf("tuvan"));
        var taken = new AtomicInteger();
        page.route("**/app-api/provisions/*/comments", route -> {
            if (taken.getAndIncrement() == 0) {
                assertThat(route.fetch().status()).isEqualTo(201);
                route.abort();
            } else {
                route.resume();
            }
        });
        var words = "Đề nghị bổ sung thời hạn trả lời, lúc " + Instant.now();
        begin(page, words);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-note=queue]")).isVisible();
        page.evaluate("dispatchEvent(new Event('online'))");

        assertThat(page.locator("[data-note=queue]")).hasCount(0);
        assertThat(taken.get()).isGreaterThan(1);
        assertThat(saying(reading(page), words)).hasCount(1);
    }

    @Test
    void whoComesBackAfterTheSessionEndedGoesOnAtTheSameClause() {
        var page = reading(signIn(browser(390, 844), "tuvan"));
        var words = "Đề nghị cân nhắc lại mức chi, lúc " + Instant.now();
        page.getByText("Góp ý", new Page.GetByTextOptions().setExact(true)).last().click();
        box(page).fill(words);
        page.context().clearCookies();
        page.locator("gopy-reader form.box button.pri").click();
        var line = page.locator("[data-note=session]");
        assertThat(line).isVisible();
        assertThat(box(page)).hasValue(words);

        line.locator("a").click();
        page.locator("input[name=username]").fill("tuvan");
        page.locator("input[name=password]").fill("demo");
        page.locator("button[type=submit]").click();
        page.locator("main gopy-reader").waitFor();
        assertThat(page).hasURL(Pattern.compile(".*/du-thao/2" + CLAUSE + ".*"));
        page.getByText("Góp ý", new Page.GetByTextOptions().setExact(true)).last().click();
        assertThat(box(page)).hasValue(words);
        page.locator("gopy-reader form.box button").getByText("Bỏ").click();
    }

    @Test
    void aFullBrowserStoreIsSaidAndTheWordsStayOnTheScreen() {
        var page = windowOf("tuvan");
        reading(page);
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        var words = "Đề nghị giữ như dự thảo, lúc " + Instant.now();
        begin(page, words);
        assertThat(page.locator("gopy-reader form.box .saved")).containsText("Trình duyệt không giữ được nội dung");
        page.route("**/app-api/provisions/*/comments", Route::abort);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("gopy-reader form.box [role=alert]")).containsText("bộ nhớ đã đầy hoặc bị chặn");
        assertThat(box(page)).hasValue(words);
    }
}
