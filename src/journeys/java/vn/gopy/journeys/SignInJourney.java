package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
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
}
