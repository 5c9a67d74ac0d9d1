package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The first page that anybody sees. */
class SignInJourney extends Journey {

    @Test
    void aStrangerIsLedToTheSignInPage() {
        var page = browser();
        page.navigate(at("/"));
        page.waitForURL("**/login**");
        assertThat(page.locator("input[type=password]").count()).isEqualTo(1);
    }
}
