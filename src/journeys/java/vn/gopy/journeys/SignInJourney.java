package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first page that anybody sees. */
class SignInJourney extends Journey {

    private static final Pattern SIGN_IN = Pattern.compile(".*/dang-nhap.*");

    @Test
    void aStrangerIsLedToTheSignInPageWhichEverybodyCanUse() {
        var page = browser();
        page.navigate(at("/"));
        assertThat(page).hasURL(SIGN_IN);
        assertAccessible(page);
    }

    @Test
    void aPersonOfTheExampleComesIn() {
        var page = signedIn("thanhvien");
        assertThat(page).not().hasURL(SIGN_IN);
    }

    @Test
    void aWrongPasswordDoesNot() {
        var page = browser();
        page.navigate(at("/dang-nhap"));
        page.locator("input[name=username]").fill("thanhvien");
        page.locator("input[name=password]").fill("guess");
        page.locator("button[type=submit]").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page).hasURL(SIGN_IN);
    }

    @Test
    void aLinkToAClauseGoesOnThroughSigningInAlsoAfterAWrongPassword() {
        var page = browser();
        page.navigate(at(Example.draft("HS-01", 2) + "#QC/dieu-7"));
        fill(page, "guess");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        fill(page, "demo");
        page.locator("gopy-reader .sec").first().waitFor();
        assertThat(page).hasURL(at(Example.draft("HS-01", 2) + "#QC/dieu-7"));
        assertThat(page.locator("gopy-reader .sec.here h3")).containsText("Điều 7.");
        assertThat(page.locator("gopy-reader .sec.here h3")).isInViewport();
    }

    @Test
    void whoSignsOutWithADraftOpenLeavesNoFailureInTheLog() {
        var before = failures();
        var desk = signIn(browser(), "vanthu");
        var reader = desk.context().newPage();
        reader.waitForResponse(answer -> answer.url().contains("/live?"), () -> read(reader, Example.draft("HS-01", 2)));
        desk.locator(".me").click();
        desk.getByText("Đăng xuất").click();
        assertThat(desk).hasURL(SIGN_IN);
        assertThat(reader.getByText("Phiên làm việc đã hết")).isVisible();
        assertThat(failures()).isEqualTo(before);
    }

    private static List<String> failures() {
        return Product.said().filter(words -> words.contains(" ERROR ")).toList();
    }

    private static void fill(Page page, String password) {
        page.locator("input[name=username]").fill("thanhvien");
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }
}
