package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
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

    /** Empties what pages keep in the browser, once for each window: what it keeps itself outlasts its own reloading. */
    static final String NOTHING_KEPT = """
            if (location.protocol.startsWith('http') && !sessionStorage.getItem('journey')) {
              localStorage.clear();
              sessionStorage.setItem('journey', 'begun');
            }""";

    /**
     * Whether the frame stays where it is while three frames of the screen are drawn. Counted, not timed: on a busy machine
     * both take longer.
     */
    private static final String STANDS = """
            async () => {
              let moved = false;
              const frame = (node) => node.nodeType === 1 && (node.localName === 'main' || node.querySelector('main'));
              const watch = new MutationObserver((changes) => {
                moved ||= changes.some((change) => [...change.removedNodes].some(frame));
              });
              watch.observe(document.body, { childList: true, subtree: true });
              for (let n = 0; n < 3; n++) await new Promise((drawn) => requestAnimationFrame(drawn));
              watch.disconnect();
              return !moved && document.querySelector('main') !== null;
            }""";

    private static final Map<String, Own> BROWSERS = new HashMap<>();

    /**
     * The browser that a person of the example keeps for the run, and the session that it came in with. One plain page stays
     * open in it: with its last page a browser ends the process that shows them, and the next one translates the programs of
     * the screens anew, which takes longer than all else that a page does.
     */
    private record Own(BrowserContext browser, String session, Page resting) {

        boolean isFree() {
            return browser.pages().equals(List.of(resting));
        }
    }

    private final List<Page> pages = new ArrayList<>();

    @RegisterExtension
    final AfterTestExecutionCallback picturesOfFailure = this::takePictures;

    /** A new browser window with nothing remembered, 1366 × 768, in Vietnamese. */
    final Page browser() {
        return browser(1366, 768);
    }

    final Page browser(int width, int height) {
        return browser(new Browser.NewContextOptions().setViewportSize(width, height));
    }

    final Page browser(Browser.NewContextOptions options) {
        return window(context(options));
    }

    static BrowserContext context(Browser.NewContextOptions options) {
        var context = Chromium.shared().newContext(options.setLocale("vi-VN").setTimezoneId("Asia/Ho_Chi_Minh"));
        context.setDefaultTimeout(PATIENCE_MS);
        return context;
    }

    private Page window(BrowserContext context) {
        var page = context.newPage();
        pages.add(page);
        return page;
    }

    /** A new window in which that person of the example sees the desk. */
    final Page signedIn(String username) {
        var page = windowOf(username);
        opened(page, "/");
        return page;
    }

    /**
     * A new and empty window of that person of the example, 1366 × 768. A person signs in once in a run and keeps the
     * browser, so that its programs are not loaded again and again, but nothing that pages kept in it. A second window at
     * the same time is one of another browser with the same session.
     */
    final Page windowOf(String username) {
        var own = BROWSERS.computeIfAbsent(username, Journey::ownBrowser);
        if (own.isFree()) {
            var page = window(own.browser());
            page.addInitScript(NOTHING_KEPT);
            return page;
        }
        return window(context(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setStorageState(own.session())));
    }

    private static Own ownBrowser(String username) {
        var browser = context(new Browser.NewContextOptions().setViewportSize(1366, 768));
        var page = browser.newPage();
        signIn(page, username, "demo");
        page.waitForURL(at("/"), new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT)); // nobody looks at this desk
        page.navigate(at("/huong-dan"));
        return new Own(browser, browser.storageState(), page);
    }

    /** Opens one of the product's screens and waits for its heading, and until the frame stands. */
    static void opened(Page page, String path) {
        page.navigate(at(path));
        page.locator("main h1").first().waitFor();
        stands(page);
    }

    /**
     * Waits until the frame stands: after the first paint it is taken out and put in once more, and what had the focus in it
     * has lost it. To be called before keys are pressed on a page that was just loaded; a click waits by itself.
     */
    static void stands(Page page) {
        page.waitForFunction(STANDS);
    }

    /** Signs in and waits for the desk. */
    static Page signIn(Page page, String username) {
        signIn(page, username, "demo");
        page.waitForURL(at("/"));
        page.locator("main h1").waitFor();
        stands(page);
        return page;
    }

    /** Fills the sign-in page and sends it, as a person does. */
    static void signIn(Page page, String username, String password) {
        page.navigate(at("/dang-nhap"));
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }

    /**
     * Opens a draft in the reader and waits for its text, and for the frame around it. On a phone the first page may be that
     * on which an opinion is wanted: the text is behind it.
     */
    static void read(Page page, String path) {
        page.navigate(at(path));
        var wanted = page.locator("main gopy-reader .phone .sought");
        var text = page.locator("main gopy-reader .sec").first();
        wanted.or(text).first().waitFor();
        if (wanted.isVisible()) {
            page.getByText("Đọc từng điều").click();
        }
        text.waitFor();
        stands(page);
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
        assertAccessible(page, "html");
    }

    /** The same of a part of the page, where what else is on it is cut by how far it is rolled at the moment. */
    static void assertAccessible(Page page, String part) {
        // In the page itself, which has no frames of other servers; else each time one more window is opened for the sum.
        var found = new AxeBuilder(page)
                .setLegacyMode(true)
                .include(part)
                .withTags(RULES)
                .analyze()
                .getViolations();
        assertThat(found)
                .as("at %d pixels", page.viewportSize().width)
                .extracting(rule -> rule.getHelp() + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
                .isEmpty();
    }

    @AfterEach
    final void closeBrowsers() {
        for (var page : pages) {
            if (BROWSERS.values().stream().anyMatch(own -> own.browser() == page.context())) {
                page.close();
            } else {
                page.context().close();
            }
        }
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
