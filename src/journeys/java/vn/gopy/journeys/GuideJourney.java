package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide as officials use it: printed, a side of A4 for each role. */
class GuideJourney extends Journey {

    private static final float A4_HEIGHT = 842;

    @ParameterizedTest
    @ValueSource(strings = {"thanh-vien", "co-quan", "to-giup-viec", "lanh-dao-ban", "quan-tri"})
    void thePageOfARoleIsOneSideOfPaperWithItsPicture(String role) throws IOException {
        var page = browser();
        page.navigate(at("/huong-dan"));
        page.locator("main a[href$='/" + role + "']").click();
        page.waitForURL(at("/huong-dan/" + role));
        assertThat((Boolean) page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)"))
                .isTrue();
        assertThat(page.locator("main img").count()).isPositive();
        try (var paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            assertThat(paper.getPage(0).getMediaBox().getHeight()).isBetween(A4_HEIGHT - 2, A4_HEIGHT + 2);
        }
    }
}
