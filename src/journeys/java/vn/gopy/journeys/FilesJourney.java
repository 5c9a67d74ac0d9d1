package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files are chosen while an opinion is written and go with it; what cannot go says why and keeps nothing else back. */
class FilesJourney extends Journey {

    private static final String BOX = "gopy-reader form.box ";

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(Page page, FilePayload... files) {
        page.locator(BOX + "input[type=file]").setInputFiles(files);
    }

    private static Locator row(Page page, String name) {
        return page.locator(BOX + ".files li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void write(Page page, String words) {
        page.locator(BOX + "textarea.fld").last().fill(words);
    }

    private static void save(Page page) {
        page.locator(BOX + "button[type=submit]").click();
    }

    private static Locator opinion(Page page, String words) {
        return page.locator("gopy-reader .says > li").filter(new Locator.FilterOptions().setHasText(words));
    }

    private Page composing(String place) {
        Page page = windowOf("tuvan");
        read(page, Example.draft("HS-01", 2) + "#" + place);
        page.keyboard().press("c");
        page.locator(BOX).waitFor();
        return page;
    }

    @Test
    void filesAreChosenWhileWritingAndGoWithTheOpinion() {
        Page page = composing("QC/dieu-12");
        write(page, "Xem số liệu kèm theo");
        choose(page, file("Phu luc.txt", "Số liệu năm 2025"), file("chuong trinh.exe", "MZ"));
        assertThat(row(page, "Phu luc.txt")).containsText("gắn khi lưu");
        assertAccessible(page, BOX);

        // Looked away from and come back to.
        page.keyboard().press("Escape");
        page.keyboard().press("c");
        assertThat(row(page, "Phu luc.txt")).hasCount(1);

        save(page);
        assertThat(row(page, "chuong trinh.exe")).hasAttribute("data-state", "refused");
        assertThat(row(page, "chuong trinh.exe")).containsText("Chưa nhận loại tệp này");
        assertThat(page.locator(BOX + "[role=alert]")).containsText("Nội dung đã lưu; còn tệp chưa gắn được");
        assertThat(row(page, "Phu luc.txt")).not().hasAttribute("data-state", Pattern.compile(".*"));

        // By keys alone.
        page.locator(BOX + "button[aria-label='Gỡ tệp chuong trinh.exe']").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(BOX + "[data-enclose]")).isFocused();
        save(page);
        assertThat(page.locator(BOX)).hasCount(0);
        Locator said = opinion(page, "Xem số liệu kèm theo");
        assertThat(said).hasCount(1);
        assertThat(said.locator(".files a")).hasText("Phu luc.txt");
        var taken = page.waitForDownload(said.locator(".files a")::click);
        org.assertj.core.api.Assertions.assertThat(taken.path()).hasContent("Số liệu năm 2025");

        said.locator("[data-edit]").click();
        row(page, "Phu luc.txt").locator("button").click();
        assertThat(row(page, "Phu luc.txt")).containsText("sẽ gỡ khi lưu");
        save(page);
        assertThat(page.locator(BOX)).hasCount(0);
        assertThat(said.locator(".files a")).hasCount(0);
    }

    @Test
    void withoutANetworkTheBoxStaysWithItsFilesAndNothingIsSavedTwice() {
        Page page = composing("QC/dieu-13");
        write(page, "Gắn khi mất mạng");
        choose(page, file("Anh chup.txt", "Ảnh"));
        page.context().setOffline(true);
        save(page);
        assertThat(page.locator(BOX + "[role=alert]")).containsText("Mất kết nối");
        assertThat(row(page, "Anh chup.txt")).containsText("gắn khi lưu");
        page.context().setOffline(false);
        save(page);
        assertThat(page.locator(BOX)).hasCount(0);
        assertThat(opinion(page, "Gắn khi mất mạng")).hasCount(1);
        assertThat(opinion(page, "Gắn khi mất mạng").locator(".files a")).hasCount(1);
    }

    @Test
    void droppedFilesAreTakenUpToFiveAndWhatDoesNotFitIsSaidByName() {
        Page page = composing("QC/dieu-14");
        page.locator(BOX)
                .evaluate(
                        """
                        (box) => {
                          const dataTransfer = new DataTransfer();
                          for (let n = 1; n <= 6; n++) dataTransfer.items.add(new File(['x'], `tep ${n}.txt`));
                          for (const type of ['dragover', 'drop']) box.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
                        }""");
        assertThat(page.locator(BOX + ".files li")).hasCount(5);
        assertThat(page.locator(BOX + "[role=alert]")).containsText("Không thêm được tệp tep 6.txt");
        assertThat(page.locator(BOX + "[data-enclose]")).hasCount(0);
    }
}
