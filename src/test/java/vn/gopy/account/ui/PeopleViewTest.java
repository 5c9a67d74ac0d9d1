package vn.gopy.account.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Askers;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Role;
import vn.gopy.account.Units;
import vn.gopy.shared.Actor;

/** The administrator registers units and people; nobody else reaches the screen. */
@IntegrationTest
class PeopleViewTest extends SpringBrowserlessTest {

    @Autowired
    Units units;

    @Autowired
    People people;

    @BeforeAll
    static void example(@Autowired People people) {
        register(people, "people.admin", Role.ADMINISTRATOR);
        register(people, "people.former", Role.ADMINISTRATOR);
        register(people, "people.gone", Role.ADMINISTRATOR);
        register(people, "people.secretary", Role.SECRETARIAT);
    }

    private static void register(People people, String username, Role role) {
        people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(role), List.of()));
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void aUnitIsAddedOnceAndItsCodeIsTakenFromThenOn() {
        navigate(PeopleView.class);

        addUnit("SXD", "Sở Xây dựng");
        assertThat(units.byCode("SXD").orElseThrow().name()).isEqualTo("Sở Xây dựng");

        addUnit("SXD", "Sở khác");
        assertThat($(Paragraph.class).withClassName("err").all())
                .extracting(Paragraph::getText)
                .contains("Mã “SXD” đã dùng cho cơ quan khác.");
    }

    @Test
    @WithMockUser(username = "people.former", roles = "ADMINISTRATOR")
    void whoIsNoAdministratorAnyMoreAddsNothingOnAPageThatIsStillOpen(@Autowired CommitteeFixture committee) {
        navigate(PeopleView.class);
        committee.takeRoles(people.byUsername("people.former").orElseThrow());

        addUnit("CUOI", "Sở cuối");

        assertThat(units.byCode("CUOI")).isEmpty();
        assertThat($(Paragraph.class).withClassName("err").all())
                .extracting(Paragraph::getText)
                .contains("Tài khoản này không được làm việc đó.");
        UI.getCurrent().navigate("quan-tri");
        assertThat($(Paragraph.class).withClassName("empty").single().getText())
                .as("what the session was told at sign-in no longer counts")
                .startsWith("Không tìm thấy");
    }

    @Test
    @WithMockUser(username = "people.gone", roles = "ADMINISTRATOR")
    void norDoesWhoseAccountWasDisabled(@Autowired CommitteeFixture committee) {
        navigate(PeopleView.class);
        committee.disable(people.byUsername("people.gone").orElseThrow());

        assertThatThrownBy(() -> addUnit("SAU", "Sở sau")).isInstanceOf(Askers.NotSignedIn.class);

        assertThat(units.byCode("SAU")).isEmpty();
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void anEmptyUserNameAndAShortPasswordAreRefusedWithASentence() {
        navigate(PeopleView.class);
        test($(TextField.class).withCaption("Họ và tên").single()).setValue("Nguyễn Văn B");
        test($(PasswordField.class).single()).setValue("1");

        press("Thêm người");

        assertThat($(Paragraph.class).withClassName("err").all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.startsWith("Tên đăng nhập gồm"));
    }

    private void addUnit(String code, String name) {
        test($(TextField.class).withCaption("Mã").single()).setValue(code);
        test($(TextField.class).withCaption("Tên cơ quan").single()).setValue(name);
        press("Thêm cơ quan");
    }

    private void press(String words) {
        NativeButton add = $(NativeButton.class).all().stream()
                .filter(button -> button.getElement().getTextRecursively().contains(words))
                .findFirst()
                .orElseThrow();
        test(add).click();
    }

    @Test
    @WithMockUser(username = "people.secretary", roles = "SECRETARIAT")
    void theSecretariatDoesNotAdministerPeople() {
        UI.getCurrent().navigate("quan-tri");

        assertThat($(Paragraph.class).withClassName("empty").single().getText())
                .isEqualTo("Không tìm thấy nội dung này, hoặc tài khoản chưa được phép xem.");
    }
}
