package vn.gopy.consolidation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.ending.Promulgations;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.running.Announcing;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Addresses;

/** Once a dossier has ended its screens are read as before, and offer nothing that would be refused. */
@IntegrationTest
class EndedScreensTest extends SpringBrowserlessTest {

    private static final String READ_ONLY = "Hồ sơ đã ban hành, chỉ còn để đọc.";
    private static final String RETURNED = "Nạp bản góp ý (Word)";

    private static final String BACK = "Trao đổi lại";

    private static Person secretary;
    private static Person member;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    Rounds rounds;

    @Autowired
    Editions editions;

    @Autowired
    Promulgations promulgations;

    @Autowired
    Announcing announcing;

    private Person owner;
    private Dossier dossier;
    private VersionId draft;
    private Round round;

    @BeforeAll
    static void people(@Autowired People people) {
        secretary = register(people, "ended.secretary", Role.SECRETARIAT);
        member = register(people, "ended.member", Role.MEMBER);
    }

    private static Person register(People people, String username, Role role) {
        return people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(role), List.of()));
    }

    @BeforeEach
    void aRoundWithAPointAndAnEdition() {
        owner = member;
        dossier = committee.sealed(owner);
        draft = texts.published(owner, dossier);
        round = committee.round(draft).asking(owner).open(secretary);
        points.enter(
                secretary,
                round.id(),
                List.of(new NewPoint(
                        draft,
                        null,
                        owner.id(),
                        CommentKind.EDIT,
                        "Làm rõ phạm vi.",
                        null,
                        SourceKind.LETTER,
                        "",
                        List.of(texts.place(draft, "dieu-1").id()),
                        false,
                        false)));
        editions.freeze(secretary, round.id(), null, 0);
        rounds.close(secretary, round.id());
        round = rounds.lock(secretary, round.id());
    }

    private void end() {
        promulgations.record(owner, dossier.id(), dossier.version(), draft, "12-QĐ/BCĐ", LocalDate.of(2026, 11, 30));
    }

    private List<String> offered(String address) {
        UI.getCurrent().navigate(address.substring(1));
        return $(NativeButton.class).all().stream()
                .filter(button -> button.isEnabled())
                .map(button -> button.getElement().getTextRecursively())
                .toList();
    }

    private String shown() {
        return $(Main.class).all().getFirst().getElement().getTextRecursively();
    }

    @Test
    @WithMockUser(username = "ended.secretary", roles = "SECRETARIAT")
    void theDeskIsReadButChangesNothing() {
        String desk = Addresses.consolidation(round.id());
        assertThat(offered(desk))
                .anyMatch(words -> words.startsWith("Tiếp thu"))
                .contains("Lưu, đến ý kiến sau");
        end();
        assertThat(offered(desk))
                .noneMatch(words -> words.startsWith("Tiếp thu"))
                .doesNotContain("Lưu, đến ý kiến sau", "Lưu, để sau", "Tách ý", "Gợi ý gộp", "Góp ý kiến đã chọn");
        assertThat(shown()).contains(READ_ONLY, "Làm rõ phạm vi.");
        assertThat($(TextArea.class).all()).allMatch(TextArea::isReadOnly);
    }

    @Test
    @WithMockUser(username = "ended.secretary", roles = "SECRETARIAT")
    void theDossierTakesNoReturnedFileAnyMore() {
        String page = Addresses.dossier(dossier.id());
        offered(page);
        assertThat(shown()).contains(RETURNED);
        end();
        offered(page);
        assertThat(shown()).contains("Dự thảo").doesNotContain(RETURNED);
    }

    @Test
    @WithMockUser(username = "ended.secretary", roles = "SECRETARIAT")
    void editionsAreReadButNoneIsMadeOrMoved() {
        String page = Addresses.editions(round.id());
        assertThat(offered(page)).contains("Chốt bản tổng hợp", "Trình ký");
        end();
        assertThat(offered(page)).doesNotContain("Chốt bản tổng hợp", "Trình ký");
        assertThat(shown()).contains(READ_ONLY, "Bản làm việc");
    }

    @Test
    @WithMockUser(username = "ended.member", roles = "MEMBER")
    void whatBecameOfOwnOpinionsIsReadButNothingIsSaidToIt() {
        PointId said = points.of(secretary, round.id()).getFirst().id();
        points.answer(secretary, said, points.get(secretary, said).version(), Outcome.ACCEPT, "Tiếp thu.", null);
        announcing.announce(secretary, round.id());
        String page = Addresses.page(Addresses.OWN_OPINIONS);
        assertThat(offered(page)).contains(BACK);
        end();
        assertThat(offered(page)).doesNotContain(BACK);
        assertThat(shown()).contains("Làm rõ phạm vi.");
    }

    private static boolean changes(String words) {
        return words.startsWith("Gửi") || words.startsWith("Nhất trí") || words.startsWith("Trình");
    }

    @Test
    @WithMockUser(username = "ended.member", roles = "MEMBER")
    void theReplyIsReadButNoneIsWrittenOrSent() {
        Dossier other = committee.sealed(owner);
        Round open =
                committee.round(texts.published(owner, other)).asking(owner).open(secretary);
        List<String> writing = offered(Addresses.reply(open.id()));
        end();
        List<String> left = offered(Addresses.reply(round.id()));
        assertThat(writing).containsAll(left).anyMatch(EndedScreensTest::changes);
        assertThat(left).noneMatch(EndedScreensTest::changes);
    }

    @Test
    @WithMockUser(username = "ended.secretary", roles = "SECRETARIAT")
    void theRoundIsReadButNotRun() {
        String page = Addresses.round(round.id());
        int before = offered(page).size();
        end();
        assertThat(offered(page)).hasSizeLessThan(before);
        assertThat(shown()).contains(READ_ONLY);
        assertThat(rounds.mayRun(secretary, round)).isFalse();
    }
}
