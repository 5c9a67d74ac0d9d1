package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages without script, and the check that leads old browsers to them. */
class PlainJourney extends Journey {

    private static final String OLD_ZALO = "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Version/4.0 Chrome/87.0 Mobile Safari/537.36 Zalo android/12100721 ZaloTheme/light ZaloLanguage/vi";

    @Test
    void onAPhoneWithoutScriptStaffReadWriteAndHandInWhatTheirHeadThenSees() {
        var page = withoutScript();
        page.navigate(at(Example.draft("HS-03", 1)));
        enter(page, "sotaichinh.cv");
        assertThat(page).hasURL(Pattern.compile(".*/don-gian/ho-so/.*/du-thao/1"));
        assertThat(page.locator("h1")).hasText("Dự thảo lần 1");
        page.locator(".contents a").nth(1).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Sau"))).click();
        assertThat(page.locator(".law")).isVisible();
        assertThat(page.locator("form#gop-y")).containsText("Chỉ người của Sở Tài chính xem được");
        var words = "Đề nghị ghi rõ cơ quan chủ trì, lúc " + Instant.now();
        page.locator("textarea[name=noiDung]").fill(words);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        press(page, "Lưu, chưa gửi");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Phiên làm việc đã hết. Nội dung đang soạn vẫn còn");
        enter(page, "sotaichinh.cv");
        assertThat(page.locator("textarea[name=noiDung]")).hasValue(words);
        press(page, "Lưu, chưa gửi");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã lưu, chưa gửi");
        assertFits(page);
        var clause = page.url().replaceAll("&.*", "");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Xem lại và gửi"))).click();
        press(page, "Đưa vào nháp của cơ quan");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("vào nháp của cơ quan");
        var head = windowOf("sotaichinh.ld");
        head.navigate(clause);
        assertThat(said(head, words)).containsText("Nháp của cơ quan");
        assertAccessible(head);

        page.navigate(clause);
        said(page, words)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sửa"))
                .click();
        press(page, "Xóa ý kiến này");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã xóa");
    }

    @Test
    void onAPhoneWithoutScriptAMemberAgreesAndTakesItBack() {
        var page = withoutScript();
        page.navigate(at("/don-gian"));
        enter(page, "thanhvien2");
        assertThat(page.locator("h1")).hasText("Bàn làm việc");
        page.navigate(at("/don-gian" + Example.draft("HS-01", 2)));
        agree(page).click();
        page.getByLabel("Để lại, chưa gửi").check();
        press(page, "Nhất trí với toàn bộ dự thảo");
        assertThat(page.locator("main")).containsText("Đã chọn Nhất trí, chưa gửi. Đã có ý kiến về 01/02 dự thảo");
        assertFits(page);
        press(page, "Hoàn tác, rút lại");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã rút lại");
        page.navigate(at("/don-gian" + Example.draft("HS-01", 2)));
        assertThat(agree(page)).isVisible();
    }

    @Test
    void anOldBrowserIsLedToTheSameClauseAndReadsItWithoutScript() {
        for (var missing : new String[] {
            "delete HTMLElement.prototype.popover",
            "delete Set.prototype.union",
            "CSS.supports = ((own) => (...asked) => !asked.join(' ').includes('light-dark') && own(...asked))(CSS.supports.bind(CSS))"
        }) {
            var page = windowOf("thanhvien");
            page.addInitScript(missing);
            page.navigate(at(Example.draft("HS-01", 2) + "#QC/dieu-7/khoan-2"));
            assertThat(page).hasURL(Pattern.compile(".*/don-gian/ho-so/.*/du-thao/2/phan\\?o=QC%2Fdieu-7%2Fkhoan-2#QC/dieu-7/khoan-2"));
            assertThat(page.locator("h1")).containsText("Điều 7");
            assertThat(page.locator("[id='QC/dieu-7/khoan-2']")).isInViewport();
            assertThat(page.locator("script")).hasCount(0);
            page.close();
        }
    }

    @Test
    void insideZaloTheAddressOfTheSignInSaysWhereToGo() {
        var page = browser(new Browser.NewContextOptions().setUserAgent(OLD_ZALO).setViewportSize(390, 844));
        var draft = Example.draft("HS-01", 2);
        page.navigate(at(draft));
        assertThat(page).hasURL(Pattern.compile(".*/dang-nhap\\?den=.*du-thao.*"));
        assertThat(page.locator("main")).containsText("Chọn “Mở bằng trình duyệt”");

        var outside = browser();
        outside.navigate(page.url());
        outside.locator("a[data-place]").click();
        enter(outside, "thanhvien");
        assertThat(outside).hasURL(at("/don-gian" + draft));
        assertAccessible(outside);
    }

    private Page withoutScript() {
        return browser(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844));
    }

    private static void enter(Page page, String username) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("demo");
        page.locator("form button[type=submit]").click();
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).click();
    }

    private static Locator said(Page page, String words) {
        return page.locator(".said").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator agree(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nhất trí với toàn bộ dự thảo"));
    }

    /** Nothing is wider than the phone, and what is pressed is large enough for a thumb. */
    private static void assertFits(Page page) {
        assertThat(page.locator("main").boundingBox().width).isLessThanOrEqualTo(page.viewportSize().width);
        for (var button : page.locator("main button, main a.btn").all()) {
            assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(48);
            assertThat(button.boundingBox().x + button.boundingBox().width).isLessThanOrEqualTo(page.viewportSize().width);
        }
    }
}
