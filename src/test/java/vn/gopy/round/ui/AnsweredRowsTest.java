package vn.gopy.round.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Consents;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.running.Entering;
import vn.gopy.shared.Actor;

/** What the secretariat does on the board with answers that are there: earlier ones, signed copies, and for whom they count. */
@IntegrationTest
class AnsweredRowsTest extends SpringBrowserlessTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    People people;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Consents consents;

    @Autowired
    Entering entering;

    private Person secretary;
    private Unit answered;
    private Unit silent;
    private Unit sender;
    private VersionId draft;
    private Round round;

    @BeforeAll
    static void people(@Autowired People people) {
        people.register(
                Actor.SYSTEM,
                new NewPerson("answered.secretary", null, "Người ghi", "", "", Set.of(Role.SECRETARIAT), List.of()));
    }

    @BeforeEach
    void world() {
        secretary = people.byUsername("answered.secretary").orElseThrow();
        answered = committee.unit();
        silent = committee.unit();
        sender = committee.unit();
        draft = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(draft).asking(answered, silent).open(secretary);
        Person head = committee.in(answered, UnitRole.HEAD);
        replies.putAll(head, round.id(), answered.code(), Position.AGREE, "Bản trước.");
        replies.send(head, round.id(), answered.code());
    }

    private String shown() {
        return $(Main.class).all().stream()
                .map(main -> main.getElement().getTextRecursively())
                .collect(Collectors.joining());
    }

    private void press(String words) {
        test($(NativeButton.class).all().stream()
                        .filter(one -> one.getElement().getTextRecursively().equals(words))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(words + " is not on the screen")))
                .click();
    }

    private void board() {
        navigate(RoundView.class, round.id().toString());
    }

    @Test
    @WithMockUser(username = "answered.secretary", roles = "SECRETARIAT")
    void whoAnsweredFromOutsideTheListIsSaidToAnswerForOneThatWasAsked() {
        rounds.beside(secretary, round.id(), sender.code());
        entering.enter(secretary, round.id(), sender.code(), Map.of(draft, Position.OBJECT), "", null);
        board();
        assertThat(shown()).contains("Ngoài danh sách lấy ý kiến", "trả lời ngoài danh sách lấy ý kiến 01");

        press("gửi thay cho…");
        ComboBox<?> asked = $(ComboBox.class).all().stream()
                .filter(one -> "Gửi thay cho".equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
        assertThat(test(asked).getSuggestions()).containsExactly(silent.name());
        test(asked).selectItem(silent.name());
        press("Ghi nhận");

        assertThat(shown())
                .contains("Gửi thay cho " + silent.name(), sender.name() + " gửi thay")
                .doesNotContain("trả lời ngoài danh sách lấy ý kiến 01");
    }

    @Test
    @WithMockUser(username = "answered.secretary", roles = "SECRETARIAT")
    void theReplyBeforeStandsBehindTheRowWithItsNote() {
        board();
        assertThat(shown()).doesNotContain("đã thay");
        consents.amend(
                committee.in(answered, UnitRole.HEAD),
                round.id(),
                answered.code(),
                Map.of(draft, Position.OBJECT),
                "Bản sau.",
                OptionalInt.empty());
        board();
        assertThat(shown()).contains("đã thay 01 lần").doesNotContain("Bản trước.");

        UI.getCurrent().navigate("dot/" + round.id(), QueryParameters.of(RoundView.OF, answered.code()));

        assertThat(shown()).contains("Trả lời đã được thay (01)", "Bản trước.", "Nhất trí");
    }

    @Test
    @WithMockUser(username = "answered.secretary", roles = "SECRETARIAT")
    void aSignedCopyIsHandedInAtTheRowOfASentReplyOnly() {
        board();
        assertThat($(Upload.class).exists()).isFalse();
        press("nộp bản ký");

        assertThat(shown()).contains("Bản ký công văn của " + answered.name());
        assertThat($(Upload.class).exists()).isTrue();
        press("Thôi");
        assertThat($(Upload.class).exists()).isFalse();
        assertThat($(NativeButton.class).all().stream()
                        .filter(one -> one.getElement().getTextRecursively().equals("nộp bản ký")))
                .hasSize(1);
    }
}
