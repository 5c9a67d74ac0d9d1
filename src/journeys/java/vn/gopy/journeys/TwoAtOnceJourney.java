package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** One opinion in two windows, a refusal on the way, another person in the same browser: no word is lost or misattributed. */
class TwoAtOnceJourney extends Journey {

    private static final String PLACE = "#QC/dieu-7/khoan-2";

    @Test
    void bothTextsOfAConflictStandAtEveryPressUntilOneIsChosen() {
        var first = reading(windowOf("tuvan"));
        var words = "Đề nghị làm rõ nhiệm vụ, lúc " + Instant.now();
        write(first, words);
        var second = reading(windowOf("tuvan"));
        change(first, words, words + " Bản thứ nhất.");
        change(second, words, words + " Bản thứ hai.");

        assertThat(conflict(second)).containsText("Bản thứ nhất.");
        assertThat(conflict(second)).containsText("Bản thứ hai.");
        save(second);
        assertThat(conflict(second)).containsText("Bản thứ nhất.");
        assertThat(conflict(second)).containsText("Bản thứ hai.");

        conflict(second).locator("[data-choice=both]").click();
        save(second);
        assertThat(box(second)).hasCount(0);
        assertThat(note(first).getByText("Bản thứ hai.")).isVisible();
        assertThat(note(first)).containsText("Bản thứ nhất.");
    }

    @Test
    void aRefusedReviewCanBeSentAgain() {
        var page = reading(windowOf("tuvan"));
        write(page, "Đề nghị bổ sung căn cứ, lúc " + Instant.now());
        var keys = new ArrayList<String>();
        page.route("**/app-api/comments/send", route -> {
            keys.add(route.request().headers().get("idempotency-key"));
            if (keys.size() == 1) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\": \"ROUND_LOCKED\", \"detail\": \"Bảng tổng hợp đã khóa.\"}"));
            } else {
                route.resume();
            }
        });

        page.locator(".tools .send").click();
        page.locator("dialog.review .btn.pri").click();
        assertThat(page.locator("dialog.review .err")).hasText("Bảng tổng hợp đã khóa.");
        page.locator("dialog.review .btn.pri").click();

        assertThat(page.locator("dialog.review")).hasCount(0);
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aPageDoesNothingUnderTheNameOfAnotherWhoSignedInLater() {
        var page = reading(signIn(browser(), "thanhvien"));
        var named = new HashSet<String>();
        page.onRequest(request -> {
            if (request.url().contains("/app-api/")) {
                named.add(person(request));
            }
        });
        var words = "Lời này của người thứ nhất, lúc " + Instant.now();
        note(page).getByText("Góp ý", new Locator.GetByTextOptions().setExact(true)).click();
        field(page).fill(words);

        signIn(page.context().newPage(), "thanhvien2");
        save(page);

        assertThat(page.locator("[data-note=session]")).containsText("đã đăng nhập bằng tài khoản của");
        assertThat(field(page)).hasValue(words);
        assertThat(named).hasSize(1).doesNotContain("");
        assertThat(note(reading(windowOf("thuky")))).not().containsText(words);
    }

    private static String person(Request request) {
        var inAddress = request.url().contains("person=") ? request.url().replaceFirst(".*[?&]person=", "") : "";
        return request.headers().getOrDefault("x-gopy-person", inAddress);
    }

    private static Page reading(Page page) {
        read(page, Example.draft("HS-01", 2) + PLACE);
        note(page).click();
        return page;
    }

    private static void write(Page page, String words) {
        note(page).getByText("Góp ý", new Locator.GetByTextOptions().setExact(true)).click();
        field(page).fill(words);
        save(page);
        assertThat(box(page)).hasCount(0);
    }

    private static void change(Page page, String before, String after) {
        page.locator("gopy-reader article.th li")
                .filter(new Locator.FilterOptions().setHasText(before))
                .getByText("Sửa", new Locator.GetByTextOptions().setExact(true))
                .click();
        field(page).fill(after);
        save(page);
    }

    private static void save(Page page) {
        box(page).locator("button[type=submit]").click();
    }

    private static Locator conflict(Page page) {
        return box(page).locator(".conflict");
    }

    private static Locator box(Page page) {
        return page.locator("gopy-reader form.box");
    }

    private static Locator field(Page page) {
        return box(page).locator("textarea.fld");
    }

    private static Locator note(Page page) {
        return page.locator("gopy-reader article.th")
                .filter(new Locator.FilterOptions().setHasText("Khoản 2 Điều 7"))
                .first();
    }
}
