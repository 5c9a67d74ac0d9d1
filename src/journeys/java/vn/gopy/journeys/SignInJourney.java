package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
        signIn(page, "thanhvien", "guess");
        assertThat(page).hasURL(SIGN_IN);
    }
}
