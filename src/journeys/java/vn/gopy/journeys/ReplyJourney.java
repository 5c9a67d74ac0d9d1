package vn.gopy.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A unit answers a round: its head on a phone gives back and sends, its clerk's number comes later, another takes its place. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplyJourney extends Journey {

    /** From the list of rounds, as somebody goes who is asked. */
    static void answer(Page page, String title) {
        page.navigate(at("/dot"));
        page.locator(".rounds li")
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator(".row-acts a")
                .first()
                .click();
        page.locator("main.answering .foot-bar").waitFor();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    @Test
    @Order(1)
    void theHeadOnAPhoneReturnsWhatStaffHaveSubmittedAndTheySeeTheRemark() {
        var phone = windowOf("sonoivu.ld");
        phone.setViewportSize(390, 844);
        answer(phone, "Lấy ý kiến lần 2");
        assertThat(phone.locator(".answering .said")).containsText("Chuyên viên đã trình.");
        assertAccessible(phone);
        button(phone, "Trả lại kèm ý kiến").click();
        phone.locator(".answering .remark input").fill("Bổ sung ý kiến về Điều 8 như đã trao đổi.");
        button(phone, "Trả lại").click();
        assertThat(phone.locator(".answering .said")).containsText("“Bổ sung ý kiến về Điều 8 như đã trao đổi.”");

        var desk = signedIn("sonoivu.cv");
        desk.locator("main .works a").filter(new Locator.FilterOptions().setHasText("Lấy ý kiến lần 2")).first().click();
        desk.locator("main.answering .foot-bar").waitFor();
        assertThat(desk.locator(".answering .said")).containsText("trả lại lúc");
        desk.locator(".answering .pos").first().getByText("Nhất trí, có ý kiến").click();
        assertThat(desk.locator(".answering .foot-bar")).containsText("Đã lưu lúc");
        assertThat(desk.locator(".answering .seg [aria-pressed=true]")).hasCount(2);
        assertAccessible(desk);
        button(desk, "Trình lãnh đạo").click();
        assertThat(desk.locator(".answering .said")).containsText("Đã trình lãnh đạo Sở Nội vụ");
    }

    @Test
    @Order(2)
    void theHeadApprovesForALetterOnThePhoneAndItsWordFileAndNumberAreThere() {
        var page = windowOf("sonoivu.ld");
        page.setViewportSize(390, 844);
        answer(page, "Lấy ý kiến lần 2");
        button(page, "Duyệt, phát hành công văn").click();
        assertThat(page.locator(".answering .question")).containsText("Sau khi gửi, nội dung không sửa được.");
        page.locator(".answering .foot-bar .btn.pri").click();
        assertThat(page.locator(".answering .tools")).containsText("Đã duyệt, chờ số văn bản");

        var file = page.waitForDownload(() ->
                page.getByText("Tạo công văn trả lời (Word)").click());
        assertThat(file.suggestedFilename()).isEqualTo("Công văn trả lời của Sở Nội vụ.docx");
        page.getByLabel("Số, ký hiệu").fill("1012/SNV-TCBC");
        button(page, "Ghi số, ngày văn bản").click();
        assertThat(page.locator(".answering .said")).containsText("Số 1012/SNV-TCBC");
        assertAccessible(page);
    }

    @Test
    @Order(3)
    void anotherReplyTakesThePlaceOfTheSentOneOnAMagnifiedScreen() {
        var page = windowOf("sonoivu.ld");
        page.setViewportSize(1093, 614);
        answer(page, "Lấy ý kiến lần 2");
        button(page, "Gửi ý kiến thay thế").click();
        page.locator(".answering .pos").first().getByText("Không nhất trí").click();
        button(page, "Gửi bản thay thế").click();
        button(page, "Gửi bản thay thế").click();
        assertThat(page.locator(".answering .said")).containsText(Pattern.compile("thay cho 01 trả lời đã gửi trước"));
        assertThat(page.locator(".answering .pos").first().locator("[aria-pressed=true]"))
                .hasText("Không nhất trí");
    }

    @Test
    @Order(4)
    void theSecretariatOpensARoundForWholeGroupsAndSeesItsBoard() {
        var page = windowOf("thuky");
        // The latest round of a draft rules: that of the drafts which others answer to stays theirs.
        page.navigate(at(Example.dossier("HS-03")));
        page.locator("main section").getByText("Mở đợt lấy ý kiến").click();
        page.locator("main.opening .foot-bar").waitFor();
        assertThat(page.locator(".opening .foot-bar")).containsText("Chọn ít nhất một nơi được lấy ý kiến.");
        page.getByText("Xã, phường (03)").click();
        assertThat(page.locator(".opening .foot-bar")).containsText("03 nơi = 03 cơ quan + 00 thành viên + 00 chuyên gia");
        page.getByLabel("Thêm cơ quan, cá nhân").fill("Sở Nội vụ");
        page.locator("vaadin-combo-box-item").first().click();
        assertThat(page.locator(".opening .foot-bar")).containsText("04 nơi = 04 cơ quan");
        page.getByLabel("Tên đợt lấy ý kiến").fill("Lấy ý kiến các xã, phường");
        assertAccessible(page);
        button(page, "Mở đợt lấy ý kiến").click();
        assertThat(page.locator(".opening .question")).containsText("trước 17 giờ 00, thứ ");
        button(page, "Mở đợt").click();

        page.locator(".standings").waitFor();
        assertThat(page.locator(".standings")).containsText("04");
        assertThat(page.locator(".board tbody tr")).hasCount(4);
        page.locator(".standings button").first().click();
        assertThat(page.locator(".standings button").first()).hasAttribute("aria-pressed", "true"); // the board is drawn anew
        page.locator(".row-tools > button").first().click();
        page.locator(".board [data-copies]").first().click();
        assertThat(page.locator(".board [data-copies]").first()).hasText("Đã chép");
        assertAccessible(page);
    }

    @Test
    @Order(5)
    void aUnitAsksForMoreTimeAndIsGrantedItAndTheSilentAreReminded() {
        var desk = windowOf("sonoivu.cv");
        answer(desk, "Lấy ý kiến các xã, phường");
        button(desk, "Xin gia hạn").click();
        desk.getByLabel("Lý do (một dòng)").fill("Chờ ý kiến của phòng chuyên môn");
        assertAccessible(desk);
        button(desk, "Gửi đề nghị").click();
        assertThat(desk.locator(".answering")).containsText("chờ Tổ giúp việc trả lời");

        var page = windowOf("thuky");
        page.navigate(at("/dot"));
        assertThat(page.locator(".rounds")).containsText("01 nơi xin gia hạn");
        page.locator(".rounds a").filter(new Locator.FilterOptions().setHasText("các xã, phường")).first().click();
        assertThat(page.locator(".asked-time")).containsText("Chờ ý kiến của phòng chuyên môn");
        assertAccessible(page);
        page.locator(".asked-time").getByText("Đồng ý gia hạn").click();
        assertThat(page.locator(".note.ok")).containsText("Đã gia hạn: trước 17 giờ 00");
        button(page, "Nhắc 04 nơi này").click();
        assertThat(page.locator(".note.ok")).containsText("Đã nhắc 02 nơi. Chưa có tài khoản để nhắc");
        assertThat(page.locator(".board")).containsText("Đã nhắc");
        var letter = page.waitForDownload(
                () -> page.getByText("Công văn đôn đốc (Word)").click());
        assertThat(letter.suggestedFilename()).isEqualTo("Công văn đôn đốc.docx");

        desk.navigate(at("/thong-bao"));
        assertThat(desk.locator("main")).containsText("Đã gia hạn cho Sở Nội vụ");
        assertThat(desk.locator("main")).containsText("Nhắc cho ý kiến: Sở Nội vụ");
    }
}
