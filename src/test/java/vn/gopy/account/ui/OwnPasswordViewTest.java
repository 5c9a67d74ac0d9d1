package vn.gopy.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
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
import vn.gopy.shared.Actor;

/** The page on which whoever is signed in changes the own password. */
@IntegrationTest
class OwnPasswordViewTest extends SpringBrowserlessTest {

    private static final String OLD = "Một câu dài dễ nhớ";
    private static final String NEW = "Một câu dài khác hẳn";

    @BeforeAll
    static void example(@Autowired People people) {
        people.register(
                Actor.SYSTEM, new NewPerson("own.password", OLD, "Người", "", "", Set.of(Role.MEMBER), List.of()));
    }

    @Test
    @WithMockUser(username = "own.password")
    void whatIsWrongIsSaidAtItsFieldAndThenTheChangeIsConfirmed() {
        navigate(OwnPasswordView.class);

        change(OLD, NEW, NEW + "x");
        assertThat(field("Nhập lại mật khẩu mới").getErrorMessage()).startsWith("Hai lần nhập chưa giống nhau.");

        change("falsch falsch", NEW, NEW);
        assertThat(field("Nhập lại mật khẩu mới").isInvalid()).isFalse();
        assertThat(field("Mật khẩu hiện nay").getErrorMessage()).isEqualTo("Mật khẩu hiện nay chưa đúng.");

        change(OLD, "123", "123");
        assertThat(field("Mật khẩu mới").getErrorMessage()).isEqualTo("Mật khẩu cần ít nhất 10 ký tự.");

        change(OLD, NEW, NEW);
        assertThat($(Div.class).withClassName("said").first().getElement().getTextRecursively())
                .contains("Đã đổi mật khẩu.");
        assertThat(field("Mật khẩu mới").getValue()).isEmpty();
    }

    private void change(String old, String wanted, String again) {
        test(field("Mật khẩu hiện nay")).setValue(old);
        test(field("Mật khẩu mới")).setValue(wanted);
        test(field("Nhập lại mật khẩu mới")).setValue(again);
        test($(NativeButton.class).all().stream()
                        .filter(button ->
                                button.getElement().getTextRecursively().strip().equals("Đổi mật khẩu"))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private PasswordField field(String caption) {
        return $(PasswordField.class).withCaption(caption).single();
    }
}
