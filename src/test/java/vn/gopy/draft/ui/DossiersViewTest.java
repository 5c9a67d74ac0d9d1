package vn.gopy.draft.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.IntegrationTest;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.NewDossier;
import vn.gopy.shared.Actor;

/** The screens of dossiers show what the person may read, and nothing of the rest. */
@IntegrationTest
@WithMockUser("screens.member")
class DossiersViewTest extends SpringBrowserlessTest {

    private static Dossier own;
    private static Dossier hidden;

    @BeforeAll
    static void example(@Autowired People people, @Autowired Dossiers dossiers) {
        Person member = register(people, "screens.member", Role.MEMBER);
        Person other = register(people, "screens.other", Role.MEMBER);
        own = dossiers.create(member, dossier("Quy chế làm việc của tổ công tác"));
        dossiers.create(member, dossier("Kế hoạch chuyển đổi số năm sau"));
        hidden = dossiers.create(other, dossier("Danh sách nhân sự chưa công khai"));
    }

    private static Person register(People people, String username, Role role) {
        return people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "Đ/c", "", Set.of(role), List.of()));
    }

    private static NewDossier dossier(String title) {
        return new NewDossier(title, "QC", Audience.INVITED, Discussion.SEALED, List.of(), null);
    }

    @Test
    void theListHoldsOwnDossiersAndNoHiddenOne() {
        navigate(DossiersView.class);

        assertThat(titles())
                .contains("Quy chế làm việc của tổ công tác", "Kế hoạch chuyển đổi số năm sau")
                .doesNotContain("Danh sách nhân sự chưa công khai");
    }

    @Test
    void theFilterNarrowsTheListAndSaysWhenNothingIsLeft() {
        navigate(DossiersView.class);
        Input filter = $(Input.class).withClassName("narrow").single();

        test(filter).setValue("chuyển đổi");
        assertThat(titles()).containsExactly("Kế hoạch chuyển đổi số năm sau");

        test(filter).setValue("không có tên này");
        assertThat(titles()).isEmpty();
        assertThat($(Paragraph.class).withClassName("empty").single().getText())
                .isEqualTo("Không có hồ sơ nào khớp với điều kiện lọc.");
    }

    @Test
    void aDossierOfOneselfOpensAndInvitesToUpload() {
        navigate("ho-so/" + own.id(), DossierView.class);

        assertThat($(UploadArea.class).all()).hasSize(2);
    }

    @Test
    void aHiddenDossierLooksLikeAnAbsentOne() {
        String hiddenWords = wordsAt("ho-so/" + hidden.id());
        String absentWords = wordsAt("ho-so/00000000-0000-7000-8000-000000000000");

        assertThat(hiddenWords)
                .isEqualTo(absentWords)
                .isEqualTo("Không tìm thấy nội dung này, hoặc tài khoản chưa được phép xem.");
    }

    private String wordsAt(String path) {
        UI.getCurrent().navigate(path);
        return $(Paragraph.class).withClassName("empty").single().getText();
    }

    private List<String> titles() {
        return $(Anchor.class).withClassName("row-title").all().stream()
                .map(Anchor::getText)
                .toList();
    }
}
