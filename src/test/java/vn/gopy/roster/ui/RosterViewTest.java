package vn.gopy.roster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.IntegrationTest;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Role;
import vn.gopy.paper.ExcelFile;
import vn.gopy.shared.Actor;

/** The administrator looks through a list and takes its right rows in; the wrong ones stay in sight. */
@IntegrationTest
class RosterViewTest extends SpringBrowserlessTest {

    @BeforeAll
    static void example(@Autowired People people) {
        register(people, "rosterview.admin", Role.ADMINISTRATOR);
        register(people, "rosterview.secretary", Role.SECRETARIAT);
    }

    private static void register(People people, String username, Role role) {
        people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(role), List.of()));
    }

    @Test
    @WithMockUser(username = "rosterview.admin", roles = "ADMINISTRATOR")
    void rightRowsAreTakenInAndWrongOnesStayInSightWithTheirReason(@Autowired People people) {
        RosterView view = navigate(RosterView.class);
        ExcelFile file = new ExcelFile("Danh sách");
        file.heading(List.of("Họ và tên", "Chức danh", "Tên đăng nhập"));
        file.row(List.of("Võ Thị Đúng", "Kỹ sư", "rosterview.dung"));
        file.row(List.of("Võ Thị Thiếu", "", "rosterview.thieu"));

        view.looked("danh-sach.xlsx", file.toBytes("Danh sách", LocalDate.of(2026, 1, 1)))
                .run();
        assertThat(rows()).anyMatch(row -> row.contains("Chưa có chức danh."));
        assertThat(people.byUsername("rosterview.dung")).isEmpty();
        press("Nhập 01 người");

        assertThat(people.byUsername("rosterview.dung")).isPresent();
        assertThat(people.byUsername("rosterview.thieu")).isEmpty();
        assertThat($(Div.class).withClassName("note").single().getElement().getTextRecursively())
                .startsWith("Đã nhập 01 người.");
        assertThat(rows()).anyMatch(row -> row.contains("Võ Thị Thiếu")).noneMatch(row -> row.contains("Võ Thị Đúng"));
    }

    @Test
    @WithMockUser(username = "rosterview.admin", roles = "ADMINISTRATOR")
    void aFileThatCannotBeReadIsSaidInASentence() {
        RosterView view = navigate(RosterView.class);

        view.looked("a.xlsx", "rác".getBytes(StandardCharsets.UTF_8)).run();

        assertThat($(Paragraph.class).withClassName("err").single().getText()).startsWith("Không đọc được tệp này.");
    }

    @Test
    @WithMockUser(username = "rosterview.secretary", roles = "SECRETARIAT")
    void nobodyElseReachesThePage() {
        UI.getCurrent().navigate("quan-tri/nhap");

        assertThat($(Paragraph.class).withClassName("empty").single().getText())
                .startsWith("Không tìm thấy nội dung này");
    }

    private List<String> rows() {
        return $(NativeTableRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private void press(String words) {
        test($(NativeButton.class).all().stream()
                        .filter(button ->
                                button.getElement().getTextRecursively().strip().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }
}
