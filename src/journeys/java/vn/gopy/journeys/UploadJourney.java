package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who hands in a draft sees what becomes of it without loading the page again, wherever on the page it is dropped. */
class UploadJourney extends Journey {

    private static final String DROPPED = """
            ([target, type, name]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File(['QUY CHẾ\\nThử thả tệp\\nĐiều 1. Phạm vi\\nQuy chế này dùng để thử.'], name));
              const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
              document.querySelector(target).dispatchEvent(event);
              return event.defaultPrevented;
            }""";

    @Test
    void theLineAndTheRowFollowTheReading() {
        var page = windowOf("thanhvien");
        opened(page, "/ho-so");
        page.locator("input[type=file]").first().setInputFiles(OfficialDraft.written("Quy che theo doi tep.docx"));

        var line = page.locator(".upload-results > li").first();
        assertThat(line).containsText(Pattern.compile("Đã đọc: .*02 Chương, 04 Điều\\."));
        assertThat(page.locator("table.dossiers tbody tr").first()).containsText("Chờ kiểm tra cấu trúc");
        line.getByText("Kiểm tra cấu trúc").click();
        page.waitForURL(Pattern.compile(".*/kiem-tra$"));
    }

    @Test
    void aFileDroppedBesideTheFieldIsTakenAndNeverOpenedInstead() {
        var page = windowOf("thanhvien");
        opened(page, "/ho-so");
        page.locator("table.dossiers").waitFor();

        assertThat(dropped(page, "h1", "dragover")).isTrue();
        assertThat(dropped(page, "h1", "drop")).isTrue();
        assertThat(page.locator(".upload-results > li").first()).containsText("tha.txt");

        opened(page, "/");
        assertThat(dropped(page, "main", "dragover")).isTrue();
        assertThat(dropped(page, "main", "drop")).isTrue();
    }

    private static boolean dropped(Page page, String target, String type) {
        return (boolean) page.evaluate(DROPPED, new Object[] {target, type, "tha.txt"});
    }
}
