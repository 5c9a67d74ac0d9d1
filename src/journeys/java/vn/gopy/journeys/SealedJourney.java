package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a unit is still preparing is seen inside the unit only: not on the page, not in any answer of the network. */
class SealedJourney extends Journey {

    private static final String WORDS = "theo phân cấp ngân sách hiện hành";
    private static final String PLACE = "#QC/dieu-18/khoan-1";

    @Test
    void theUnitsOwnPersonSeesItsDraft() {
        assertThat(everythingThatReaches("sotaichinh.cv")).anyMatch(text -> text.contains(WORDS));
    }

    @Test
    void aMemberNeverGetsTheDraftOfAUnit() {
        assertThat(everythingThatReaches("thanhvien")).noneMatch(text -> text.contains(WORDS));
    }

    @Test
    void notEvenTheSecretariatDoesBeforeItIsSent() {
        assertThat(everythingThatReaches("thuky")).noneMatch(text -> text.contains(WORDS));
    }

    /** The answers of the network and the words on the page: at the clause, on the desk, and in the search. */
    private List<String> everythingThatReaches(String username) {
        var page = windowOf(username);
        var texts = new ArrayList<String>();
        page.route(url -> !url.contains("/live"), route -> keep(route, texts));
        opened(page, "/");
        texts.add(page.locator("body").innerText());
        read(page, Example.draft("HS-01", 2) + PLACE);
        drawn(page); // the text stands only when its opinions have come, and they are drawn in the next frame
        texts.add(page.locator("body").innerText());
        page.navigate(at("/tra-cuu?q=phan+cap+ngan+sach"));
        page.locator("main .hits, main .empty").first().waitFor();
        texts.add(page.locator("body").innerText().replace("phan cap", ""));
        page.unrouteAll();
        return texts;
    }

    /** Reads an answer on its way to the page, so that none is missed when the page goes on. */
    private static void keep(Route route, List<String> texts) {
        var answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0).setMaxRetries(2));
        var type = answer.headers().getOrDefault("content-type", "");
        if (type.contains("json") || type.contains("html")) {
            texts.add(answer.text());
        }
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }
}
