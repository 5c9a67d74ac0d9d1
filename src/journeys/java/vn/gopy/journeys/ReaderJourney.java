package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding one's way in a draft: links to a place, the outline, the size of the letters. */
class ReaderJourney extends Journey {

    private static final String CLAUSE = "Chủ động chỉ đạo cơ quan, đơn vị, lĩnh vực được phân công";

    @ParameterizedTest
    @CsvSource({"1440, 900", "1093, 614", "390, 844"})
    void aLinkToAClauseOpensTheDraftAtTheClause(int width, int height) {
        var page = windowOf("thanhvien");
        page.setViewportSize(width, height);
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-7/khoan-3");
        assertThat(page.getByText(CLAUSE)).isInViewport();
        assertThat(page.locator("gopy-reader .sec.here")).containsText("Điều 7.");
        assertThat(page).hasURL(Pattern.compile(".*#QC/dieu-7/khoan-3$"));
    }

    @Test
    void theDraftIsAskedForOnceWhileTheFrameIsStillStarting() {
        var page = windowOf("thanhvien");
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        read(page, Example.draft("HS-01", 2));
        assertThat(asked).filteredOn(url -> url.endsWith("/reader")).singleElement(STRING).contains("/drafts/2/");
        assertThat(asked).filteredOn(url -> url.contains("/reader") || url.contains("v-r=uidl"))
                .first(STRING)
                .contains("/reader");
        assertThat(asked).filteredOn(url -> url.endsWith("/threads")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1366, 768, .scroll", "390, 844, .pscroll"})
    void aDraftIsReadWhileItsFrameIsStillStartingAndStaysAsItWasLeft(int width, int height, String rolled) {
        var page = windowOf("thanhvien");
        page.setViewportSize(width, height);
        var frame = new CopyOnWriteArrayList<Route>();
        page.route(Pattern.compile("/VAADIN/build/FlowClient"), frame::add);
        page.navigate(
                at(Example.draft("HS-01", 2) + "#QC/dieu-7/khoan-3"),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(page.getByText(CLAUSE)).isInViewport();
        assertThat(page.locator("main")).hasCount(0);
        var scroll = page.locator("gopy-reader " + rolled);
        assertThat(page.locator("gopy-reader .sec.unwritten")).hasCount(0); // whose heights are guessed until then
        scroll.evaluate("box => { box.scrollTop += 40; }");
        drawn(page);
        var left = placeIn(page, rolled);
        page.locator("gopy-reader").evaluate("reader => { reader.begunAhead = true; }");

        page.waitForCondition(() -> !frame.isEmpty());
        frame.forEach(Route::resume);

        assertThat(page.locator("main gopy-reader .sec, main gopy-reader .pscroll").first()).isVisible();
        assertThat(page.locator("gopy-reader")).hasCount(1);
        assertThat(page.locator(".reader-ahead")).hasCount(0);
        assertThat(page.locator("gopy-reader").evaluate("reader => reader.begunAhead")).isEqualTo(true);
        assertThat(placeIn(page, rolled)).isCloseTo(left, within(1.0));
    }

    /** How far below the top of what is rolled the clause stands. */
    private static double placeIn(Page page, String rolled) {
        return ((Number) page.getByText(CLAUSE).evaluate("""
                (clause, rolled) => clause.getBoundingClientRect().top - clause.closest(rolled).getBoundingClientRect().top
                """, rolled)).doubleValue();
    }

    @Test
    void whereTheFrameSaysThatThereIsNoSuchDraftNothingIsShownAhead() {
        var page = windowOf("thanhvien");
        page.navigate(at(Example.draft("HS-01", 99)));
        assertThat(page.locator("main")).isVisible();
        assertThat(page.locator("gopy-reader")).hasCount(0);
    }

    @Test
    void aDraftOpenedAtItsBeginningHasNoChapterUnfoldedFarBelow() {
        var page = windowOf("thanhvien");
        read(page, Example.draft("HS-01", 2));
        assertThat(page.locator("gopy-reader .outline [aria-current]")).hasCount(1);
        assertThat(page.locator("gopy-reader .outline details[open]")).hasCount(0);
    }

    @Test
    void whatIsNotWrittenYetIsFoundAndReachedAllTheSame() {
        var page = windowOf("thanhvien");
        page.addInitScript("window.requestIdleCallback = () => 0");
        read(page, Example.draft("HS-01", 2));
        var unwritten = page.locator("gopy-reader .sec.unwritten");
        assertThat(unwritten.count()).isGreaterThan(3);
        page.keyboard().press("Shift+K");
        page.evaluate("document.querySelector('gopy-reader .scroll').scrollTop = 1e6");
        assertThat(page.locator("gopy-reader .sec").last().locator(".tx").first()).isInViewport();
        assertThat(unwritten).not().hasCount(0);
        page.locator("gopy-reader .scroll").press("/");
        page.keyboard().type("chỉ đạo cơ quan, đơn vị, lĩnh vực");
        assertThat(page.getByText(CLAUSE)).isInViewport();
        assertThat(unwritten).hasCount(0);
    }

    @Test
    void aLinkFarDownReachesItsClauseBeforeTheRestIsWritten() {
        var page = windowOf("thanhvien");
        page.addInitScript("window.requestIdleCallback = () => 0");
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-16");
        assertThat(page.locator("gopy-reader .sec.here h3")).containsText("Điều 16.");
        assertThat(page.locator("gopy-reader .sec.here h3")).isInViewport();
        assertThat(page.locator("gopy-reader .sec.unwritten")).not().hasCount(0);
    }

    @Test
    void onALowScreenTheOutlineIsADrawerThatTheKeysOpenAndClose() {
        var page = windowOf("thanhvien");
        page.setViewportSize(1093, 614);
        read(page, Example.draft("HS-01", 2));
        var outline = page.locator("gopy-reader .outline");
        assertThat(outline).not().isInViewport();
        var fold = page.locator("gopy-reader button[aria-label='Mục lục dự thảo']");
        fold.press("Enter");
        assertThat(outline).isInViewport();
        page.keyboard().type("dieu 12");
        page.keyboard().press("Escape"); // empties the filter
        page.keyboard().press("Escape");
        assertThat(outline).not().isInViewport();
        assertThat(fold).isFocused();
    }

    @Test
    void theChosenSizeOfTheLettersStays() {
        var page = windowOf("thanhvien");
        read(page, Example.draft("HS-01", 2));
        var before = letters(page);
        page.locator("gopy-reader .sizes button").last().click();
        assertThat(letters(page)).isGreaterThan(before);
        var chosen = letters(page);
        read(page, Example.draft("HS-01", 1));
        assertThat(letters(page)).isEqualTo(chosen);
    }

    @Test
    void onAPhoneWhatIsSaidStandsOverEverythingAndNotOverTheBar() {
        var page = windowOf("phoban");
        page.setViewportSize(390, 844);
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-12");
        page.locator(".fix .btn")
                .filter(new Locator.FilterOptions().setHasText("Góp ý"))
                .click();
        page.locator("dialog.bottom textarea.fld").fill("Đề nghị ghi rõ thời hạn.");
        page.locator("dialog.bottom button[type=submit]").click();
        assertThat(page.locator(".toast")).containsText("Đã lưu nháp");
        assertThat(isOnTop(page.locator(".toast"))).isTrue();
        page.locator("dialog.bottom header .btn").click();
        assertThat(page.locator(".toast")).isVisible();
        assertThat(isOnTop(page.locator(".toast"))).isTrue();
        assertThat(isOnTop(page.locator(".fix .pri"))).isTrue();
    }

    @Test
    void backReturnsToWhereACitationWasFollowedAndAnotherDraftOpensAtTheSameClause() {
        var page = windowOf("thanhvien");
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-8/khoan-2");
        page.evaluate("() => { window.same = true; }");
        page.locator(".sec.here a.ref[href*='dieu-16']").first().click();
        assertThat(page.locator(".sec.here h3")).containsText("Điều 16.");
        page.evaluate("() => history.back()");
        assertThat(page.locator(".sec.here h3")).containsText("Điều 8.");
        assertThat(page).hasURL(Pattern.compile(".*#QC/dieu-8/khoan-2/.*"));
        page.evaluate("() => history.forward()");
        assertThat(page.locator(".sec.here h3")).containsText("Điều 16.");
        assertThat((Boolean) page.evaluate("() => window.same === true")).isTrue();
        page.evaluate("() => history.back()");
        page.locator("button.ver").click();
        page.locator("#gopy-versions a").last().click();
        assertThat(page).hasURL(Pattern.compile(".*/du-thao/1#QC/dieu-8.*"));
        assertThat(page.locator(".sec.here h3")).containsText("Điều 8.");
    }

    @Test
    void nothingInTheBarMovesWhenThereIsSomethingToSend() {
        var page = windowOf("tuvan");
        page.setViewportSize(1440, 900);
        read(page, Example.draft("HS-02", 2) + "#QC/dieu-2");
        var sizes = page.locator(".sizes");
        var agree = page.locator(".tools .agree");
        assertThat(page.locator("button.send")).isHidden();
        var before = List.of(right(sizes), right(agree));
        page.keyboard().press("c");
        page.locator("form.box textarea.fld").fill("Đề nghị ghi rõ thời hạn báo cáo.");
        page.locator("form.box button[type=submit]").click();
        assertThat(page.locator("button.send")).isVisible();
        assertThat(List.of(right(sizes), right(agree))).isEqualTo(before);
    }

    private static double right(Locator element) {
        var box = element.boundingBox();
        return box.x + box.width;
    }

    /** Whether what one touches in the middle of the element is the element. */
    private static boolean isOnTop(Locator element) {
        return (Boolean) element.evaluate("""
                element => {
                  const { x, y, width, height } = element.getBoundingClientRect();
                  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                }
                """);
    }

    private static double letters(Page page) {
        return ((Number) page.locator("gopy-reader .sec .tx").last().evaluate("words => parseFloat(getComputedStyle(words).fontSize)"))
                .doubleValue();
    }
}
