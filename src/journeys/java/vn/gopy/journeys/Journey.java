package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Base of the tests in a browser: the packaged product runs with its example, and every person has a browser of their
 * own. Pictures of what was open when a test failed are in {@code target/journeys}.
 */
@Tag("journey")
abstract class Journey {

    /** A start is not a matter of these tests: the first page of a cold program on a busy machine takes its time. */
    private static final int PATIENCE_MS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS / 2.0);
    }

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Map<String, String> SESSIONS = new HashMap<>();

    private final List<Page> pages = new ArrayList<>();

    @RegisterExtension
    final AfterTestExecutionCallback picturesOfFailure = this::takePictures;

    /** A new browser window with nothing remembered, 1366 × 768, in Vietnamese. */
    final Page browser() {
        return browser(1366, 768);
    }

    final Page browser(int width, int height) {
        return open(new Browser.NewContextOptions().setViewportSize(width, height));
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context =
                Chromium.shared().newContext(options.setLocale("vi-VN").setTimezoneId("Asia/Ho_Chi_Minh"));
        context.setDefaultTimeout(PATIENCE_MS);
        var page = context.newPage();
        pages.add(page);
        return page;
    }

    /**
     * A new browser window in which that person of the example sees the desk. A person signs in once in a run; later
     * windows come in with the same session, as a second window of a browser does.
     */
    final Page signedIn(String username) {
        var known = SESSIONS.get(username);
        if (known == null) {
            var page = signIn(browser(), username);
            SESSIONS.put(username, page.context().storageState());
            return page;
        }
        var page = open(new Browser.NewContextOptions().setViewportSize(1366, 768).setStorageState(known));
        page.navigate(at("/"));
        page.locator("main h1").waitFor();
        return page;
    }

    /** Signs in and waits for the desk. */
    static Page signIn(Page page, String username) {
        signIn(page, username, "demo");
        page.waitForURL(at("/"));
        page.locator("main h1").waitFor();
        return page;
    }

    /** Fills the sign-in page and sends it, as a person does. */
    static void signIn(Page page, String username, String password) {
        page.navigate(at("/dang-nhap"));
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }

    /** Opens a draft in the reader and waits for its text, and for the frame around it. */
    static void read(Page page, String path) {
        page.navigate(at(path));
        page.locator("main gopy-reader .sec").first().waitFor();
    }

    /** Waits until what the page has is drawn: two frames of the screen. */
    static void drawn(Page page) {
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** The address of one of the product's pages. */
    static String at(String path) {
        return Product.shared().page(path);
    }

    /** Fails with the list of what axe finds on the page by any of its rules: WCAG 2.2 AA and what it calls good practice. */
    static void assertAccessible(Page page) {
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found)
                .as("at %d pixels", page.viewportSize().width)
                .extracting(rule -> rule.getHelp() + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
                .isEmpty();
    }

    @AfterEach
    final void closeBrowsers() {
        pages.forEach(page -> page.context().close());
    }

    private void takePictures(ExtensionContext test) {
        if (test.getExecutionException().isEmpty()) {
            return;
        }
        for (var number = 0; number < pages.size(); number++) {
            var name = "%s.%s-%d.png".formatted(getClass().getSimpleName(), test.getDisplayName(), number + 1);
            pages.get(number)
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "journeys", name.replaceAll("[^\\w.-]", ""))));
        }
    }
}
