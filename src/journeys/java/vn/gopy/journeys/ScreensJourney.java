package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.TestLength;

/**
 * Every screen at the sizes that offices and phones have, light and dark: nothing sticks out at the side, axe finds
 * nothing. The pictures are in {@code target/screenshots}; those of the guide have the same names and are renewed from
 * there after a long run.
 */
class ScreensJourney extends Journey {

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);


    enum Size {
        WIDE(1440, 900),
        OFFICE(1366, 768),
        MAGNIFIED(1093, 614),
        PHONE(390, 844);

        final int width;
        final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    enum Screen {
        SIGN_IN("", page -> page.navigate(at("/dang-nhap"))),
        DESK("thuky", page -> page.navigate(at("/"))),
        DESK_OF_MEMBER("thanhvien2", EnumSet.of(Size.OFFICE, Size.PHONE), page -> page.navigate(at("/"))),
        DESK_OF_HEAD("sotaichinh.ld", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/"))),
        DESK_OF_CHAIR("truongban", EnumSet.of(Size.OFFICE, Size.PHONE), page -> page.navigate(at("/"))),
        DOSSIERS("thuky", page -> page.navigate(at("/ho-so"))),
        DOSSIER("thuky", page -> page.navigate(at(Example.dossier("HS-01")))),
        READER("thanhvien2", page -> read(page, Example.draft("HS-01", 2) + "#QC/dieu-7")),
        READER_WRITING("thanhvien2", ScreensJourney::write),
        READER_FILES("thanhvien2", EnumSet.of(Size.OFFICE, Size.MAGNIFIED), ScreensJourney::chooseFiles),
        READER_REVIEW("thanhvien2", EnumSet.of(Size.WIDE, Size.PHONE), page -> {
            read(page, Example.draft("HS-01", 2) + "#QC/dieu-7");
            page.getByText("Xem lại và gửi 1 ý kiến").click();
        }),
        READER_REVIEW_OF_UNIT("sotaichinh.cv", EnumSet.of(Size.OFFICE, Size.MAGNIFIED), ScreensJourney::reviewOfUnit),
        READER_OF_CHAIR("truongban", EnumSet.of(Size.WIDE, Size.PHONE), page -> read(page, Example.draft("HS-01", 2))),
        READER_OUTLINE("thanhvien2", EnumSet.of(Size.MAGNIFIED, Size.PHONE), page -> {
            read(page, Example.draft("HS-01", 2) + "#QC/dieu-7");
            page.locator("gopy-reader button[aria-label='Mục lục dự thảo']").click();
        }),
        CHECK("thuky", page -> {
            page.navigate(at(Example.draft("HS-01", 2) + "/kiem-tra"));
            page.locator("gopy-checker .row").first().waitFor(ATTACHED);
        }),
        ALIGN("thuky", page -> {
            page.navigate(at(Example.draft("HS-01", 2) + "/doi-chieu"));
            page.locator("gopy-align tr[aria-current]").waitFor();
            page.locator("gopy-align .words p").first().waitFor(ATTACHED);
        }),
        COMPARE("thuky", page -> {
            page.navigate(at(Example.comparison("HS-01", 1, 2)) + "#QC/dieu-8");
            page.locator("gopy-compare .blk.cur").waitFor();
        }),
        SEARCH("tuvan", page -> page.navigate(at("/tra-cuu?q=to+tu+van"))),
        SEARCH_START("tuvan", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/tra-cuu"))),
        SEARCH_OFFERS("tuvan", EnumSet.of(Size.WIDE), page -> {
            page.navigate(at("/thong-bao"));
            page.locator(".find input").click(); // waits until the frame stays where it is: Vaadin moves it once
            page.keyboard().type("tổ tư v");
            page.locator(".suggest [role=option]").first().waitFor();
        }),
        SEARCH_NOTHING("tuvan", EnumSet.of(Size.WIDE), page -> page.navigate(at("/tra-cuu?q=khongcotunay&loai=COMMENT"))),
        NOTICES("tuvan", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/thong-bao"))),
        ROUNDS("thuky", EnumSet.of(Size.PHONE), page -> page.navigate(at("/dot"))),
        ROUND("thuky", page -> {
            page.navigate(at("/dot"));
            page.getByText("Lấy ý kiến lần 1").first().click();
            page.locator("main table.board").waitFor();
        }),
        CONSOLIDATION("thuky", ConsolidationJourney::open),
        ROUND_OPENING("thuky", page -> page.navigate(at(Example.dossier("HS-01") + "/mo-dot"))),
        REPLY("sotaichinh.cv", page -> ReplyJourney.answer(page, "Lấy ý kiến lần 2")),
        REPLY_OF_HEAD(
                "sotaichinh.ld",
                EnumSet.of(Size.OFFICE, Size.PHONE),
                page -> ReplyJourney.answer(page, "Lấy ý kiến lần 2")),
        PEOPLE("admin", page -> page.navigate(at("/quan-tri"))),
        UNITS("admin", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/quan-tri/co-quan"))),
        SETTINGS("admin", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/quan-tri/thiet-lap"))),
        INDEX("admin", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/quan-tri/tra-cuu"))),
        OWN_PASSWORD("tuvan", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/mat-khau"))),
        GUIDE("", EnumSet.of(Size.WIDE, Size.PHONE), page -> page.navigate(at("/huong-dan/doc-va-gop-y")));

        final String person;
        final Consumer<Page> way;
        final Set<Size> sizes;

        Screen(String person, Consumer<Page> way) {
            this(person, EnumSet.allOf(Size.class), way);
        }

        Screen(String person, Set<Size> sizes, Consumer<Page> way) {
            this.person = person;
            this.sizes = sizes;
            this.way = way;
        }
    }

    /** What another screen shows as well, with other words in it: looked at in the long run. */
    private static final EnumSet<Screen> LIKE_ANOTHER = EnumSet.of(
            Screen.DESK_OF_MEMBER,
            Screen.DESK_OF_CHAIR,
            Screen.READER_REVIEW_OF_UNIT,
            Screen.READER_OF_CHAIR,
            Screen.SEARCH_NOTHING,
            Screen.REPLY_OF_HEAD);

    static Set<Screen> screens() {
        return TestLength.isLong() ? EnumSet.allOf(Screen.class) : EnumSet.complementOf(LIKE_ANOTHER);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void screen(Screen screen) {
        var page = screen.person.isEmpty() ? browser() : windowOf(screen.person);
        var shown = false;
        for (var size : sizes(screen)) {
            page.setViewportSize(size.width, size.height);
            if (!shown || size == Size.PHONE) { // a window made smaller is still the same page, a phone another one
                page.navigate("about:blank"); // the address of a place alone would only scroll
                screen.way.accept(page);
                page.locator("main h1").first().waitFor(ATTACHED);
                stands(page);
                page.evaluate("document.fonts.ready.then(() => true)");
                shown = true;
            }
            drawn(page);
            assertFits(page);
            for (var scheme : looks(size)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                picture(page, "%s-%d-%s".formatted(screen, size.width, scheme));
                if (isExamined(size)) {
                    assertAccessible(page);
                }
            }
        }
    }

    /** axe takes its time. */
    private static boolean isExamined(Size size) {
        return size == Size.WIDE || size == Size.PHONE;
    }

    /** The short run shows each screen at its widest or on a phone, turn about; the long one at every size it has. */
    private static Set<Size> sizes(Screen screen) {
        if (TestLength.isLong() || screen.sizes.size() == 1) {
            return screen.sizes;
        }
        var phone = screen.sizes.contains(Size.PHONE) && screen.ordinal() % 2 == 1;
        return EnumSet.of(phone ? Size.PHONE : screen.sizes.iterator().next());
    }

    /** The dark form, and pictures of the sizes between desk and phone, are for the long run. */
    private static List<ColorScheme> looks(Size size) {
        if (TestLength.isLong()) {
            return List.of(ColorScheme.LIGHT, ColorScheme.DARK);
        }
        return size == Size.WIDE || size == Size.PHONE ? List.of(ColorScheme.LIGHT) : List.of();
    }

    /** Writes an opinion for the unit where none is waiting, and looks at what will go into the unit's draft. */
    private static void reviewOfUnit(Page page) {
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-13");
        drawn(page); // the opinions have come with the text, and are drawn in the next frame
        var review = page.locator("gopy-reader button.send");
        if (!review.isVisible()) {
            page.keyboard().press("c");
            page.locator("gopy-reader form.box textarea.fld").fill("Đề nghị làm rõ thời hạn trả lời bằng văn bản.");
            page.keyboard().press("Control+Enter");
        }
        review.click();
        page.locator("dialog.review").waitFor();
    }

    /** Opens the thread at a clause and begins a proposal below it. */
    private static void write(Page page) {
        page.addInitScript("localStorage.clear()"); // nothing kept from the size before
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-7");
        page.locator("gopy-reader .pnote, gopy-reader article.th").first().click();
        page.locator("gopy-reader .foot").getByText("Đề xuất sửa").first().click();
        page.locator("gopy-reader form.box .prop textarea").press("End");
        page.keyboard().type(" và gửi Tổ giúp việc");
        assertThat(letters(page, ".prop .back"))
                .as("the marks lie under the words they mark")
                .isEqualTo(letters(page, ".prop textarea"));
    }

    private static void chooseFiles(Page page) {
        page.addInitScript("localStorage.clear()"); // nothing kept from the size before
        read(page, Example.draft("HS-01", 2) + "#QC/dieu-12");
        page.keyboard().press("c");
        Locator box = page.locator("gopy-reader form.box");
        box.locator("textarea.fld").last().fill("Đề nghị cân nhắc số lượng thành viên theo phụ lục kèm theo.");
        box.locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("Phụ lục thành viên Tổ tư vấn.docx", "", new byte[48 << 10]),
            new FilePayload("Dự toán năm 2027.xlsx", "", new byte[21 << 10])
        });
        box.locator(".files li").nth(1).waitFor();
    }

    private static Object letters(Page page, String selector) {
        return page.locator(selector).evaluate("""
                element => {
                  const { fontFamily, fontSize, lineHeight, paddingLeft, width } = getComputedStyle(element);
                  return { fontFamily, fontSize, lineHeight, paddingLeft, width, top: element.getBoundingClientRect().top };
                }""");
    }

    /** Controls that the right edge cuts, though nothing there can be scrolled to the side. */
    private static final String CUT = """
            [...document.querySelectorAll('a, button, input, select')].filter((control) => {
              const box = control.getBoundingClientRect();
              return control.checkVisibility() && !control.closest('[tabindex="0"]')
                && box.width && box.left < innerWidth && box.right > innerWidth + 1;
            }).map((control) => control.outerHTML.slice(0, 160))""";

    private static void assertFits(Page page) {
        assertThat((List<?>) page.evaluate(CUT))
                .as("controls cut at the side at %d", page.viewportSize().width)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("pixels that stick out at the side at %d", page.viewportSize().width)
                .isLessThanOrEqualTo(0);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("target", "screenshots", name.toLowerCase(Locale.ROOT) + ".png")));
    }
}
