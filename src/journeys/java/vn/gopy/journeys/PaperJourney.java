package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members read on paper: what is printed is the whole draft, wherever one stood in it and however small the screen. */
class PaperJourney extends Journey {

    @ParameterizedTest
    @CsvSource({"1440, 900, desk", "390, 844, phone"})
    void theWholeDraftIsPrintedWithItsNameAndTheNumberOfEachPage(int width, int height, String view) throws IOException {
        var page = windowOf("thanhvien");
        page.setViewportSize(width, height);
        read(page, Example.draft("HS-01", 2));
        try (var paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            var words = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
            int pages = paper.getNumberOfPages();
            assertThat(pages).isBetween(4, 20);
            for (int article = 1; article <= 19; article++) {
                assertThat(words).contains("Điều " + article + ".");
            }
            assertThat(words)
                    .contains("Điều 19. Tổ chức thực hiện", "HS-01 · Dự thảo lần 2", "Trang 1/" + pages)
                    .contains("Trang %d/%d".formatted(pages, pages))
                    .doesNotContain("Lọc theo số điều");
        }
        assertThat(page.locator("gopy-reader").getAttribute("data-view")).isEqualTo(view);
        assertThat(page.locator("gopy-reader > .paper").count()).isZero();
    }
}
