package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
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

    @Test
    void aLineOfThePaperAndTheCodeOnItsPageLeadToTheClause() {
        var page = windowOf("thanhvien");
        opened(page, Example.dossier("HS-01"));
        var paper = page.locator("main li")
                .filter(new Locator.FilterOptions().setHasText("Dự thảo lần 2"))
                .getByText("Bản in có số dòng")
                .getAttribute("href");
        assertThat(page.request().get(at(paper)).headers()).containsEntry("content-type", "application/pdf");

        read(page, Example.draft("HS-01", 2));
        page.keyboard().press("/");
        page.locator(".findbar input").fill("trang 3, dòng 8");
        assertThat(page.locator(".findbar .cap")).hasText("khoản 1 Điều 4 Quy chế");

        var version = paper.split("/")[3];
        var phone = browser(390, 844);
        phone.navigate(at("/ban-in/" + version + "/1/3"));
        phone.locator("input[name=username]").fill("tuvan");
        phone.locator("input[name=password]").fill("demo");
        phone.locator("button[type=submit]").click();
        assertThat(phone).hasURL(Pattern.compile(".*/du-thao/2#QC/.+"));
        phone.locator("main gopy-reader").waitFor();
    }
}
