package vn.gopy.round.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Actor;

/** The secretariat opens a round on the screen and runs it there, each step asked once more; others find no such page. */
@IntegrationTest
class RoundOpeningViewTest extends SpringBrowserlessTest {

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

    private Person secretary;
    private Unit unit;
    private Dossier dossier;
    private VersionId draft;

    @BeforeAll
    static void people(@Autowired People people) {
        register(people, "opening.secretary", Role.SECRETARIAT);
        register(people, "opening.member", Role.MEMBER);
    }

    private static void register(People people, String username, Role role) {
        people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(role), List.of()));
    }

    @BeforeEach
    void world() {
        secretary = people.byUsername("opening.secretary").orElseThrow();
        unit = committee.unit();
        dossier = committee.sealed(people.byUsername("opening.member").orElseThrow());
        draft = texts.published(secretary, dossier);
    }

    private void screen() {
        UI.getCurrent().navigate("ho-so/" + dossier.id() + "/mo-dot");
    }

    private NativeButton button(String words) {
        return $(NativeButton.class).all().stream()
                .filter(one -> one.getElement().getTextRecursively().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not on the screen"));
    }

    private void press(String words) {
        test(button(words)).click();
    }

    private String shown() {
        return $(Main.class).all().stream()
                .map(main -> main.getElement().getTextRecursively())
                .collect(Collectors.joining());
    }

    private Round only() {
        return rounds.of(secretary, dossier.id()).getFirst();
    }

    @SuppressWarnings("unchecked")
    private void ask(String name) {
        ComboBox<Object> search = $(ComboBox.class).all().stream()
                .filter(one -> "Thêm cơ quan, cá nhân".equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
        test(search).selectItem(name);
    }

    @Test
    @WithMockUser(username = "opening.secretary", roles = "SECRETARIAT")
    void aRoundIsOpenedAfterOneMoreQuestionThatSaysTheDeadlineInWords() {
        screen();
        assertThat(button("Mở đợt lấy ý kiến").isEnabled()).isFalse();
        assertThat(shown()).contains("Chọn ít nhất một nơi được lấy ý kiến.", "trước 17 giờ 00, thứ ");

        ask(unit.name());
        ask("Người opening.member");
        assertThat(shown()).contains("02 nơi = 01 cơ quan + 01 thành viên + 00 chuyên gia");
        press("Mở đợt lấy ý kiến");
        assertThat(shown()).contains("Mở đợt, lấy ý kiến 02 nơi về 01 dự thảo, trước 17 giờ 00");
        press("Xem lại");
        assertThat(rounds.of(secretary, dossier.id())).isEmpty();
        press("Mở đợt lấy ý kiến");
        press("Mở đợt");

        assertThat(only().drafts()).containsExactly(draft);
        assertThat(only().visibility()).isEqualTo(Visibility.SEALED);
        assertThat(only().silence()).isNull();
        assertThat(replies.list(secretary, only().id()))
                .extracting(answer -> answer.invitee().name())
                .containsExactly(unit.name(), "Người opening.member");
        assertThat(shown()).contains("Điều hành đợt", unit.name());
    }

    @Test
    @WithMockUser(username = "opening.secretary", roles = "SECRETARIAT")
    void aRoundAsksAboutTheVersionOfAPaperThatStandsBesideTheDraft() {
        VersionId before = texts.paper(secretary, dossier, SeriesRole.SUBMISSION, List.of("TỜ TRÌNH", "Kính trình."));
        VersionId paper = texts.paperAfter(secretary, before, List.of("TỜ TRÌNH", "Kính trình xem xét."));
        screen();
        List<Checkbox> offered = $(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("Tờ trình"))
                .toList();
        assertThat(offered).extracting(Checkbox::getLabel).containsExactly("Tờ trình, bản 2: tai-lieu.txt");
        test(offered.getFirst()).click();
        ask(unit.name());
        press("Mở đợt lấy ý kiến");
        press("Mở đợt");

        assertThat(only().drafts()).containsExactly(draft, paper);
        assertThat(shown()).contains(dossier.code() + " · Tờ trình");
    }

    @Test
    @WithMockUser(username = "opening.secretary", roles = "SECRETARIAT")
    void aRoundIsExtendedForAReasonClosedAndLockedEachAskedOnceMore() {
        Round round = committee.round(draft).asking(unit).open(secretary);
        navigate(RoundView.class, round.id().toString());

        press("Gia hạn");
        press("Gia hạn cho tất cả");
        assertThat(shown()).contains("Cần nêu lý do");
        TextField reason = $(TextField.class).single();
        test(reason).setValue("Chờ tài liệu bổ sung.");
        press("Gia hạn cho tất cả");
        assertThat(only().closes()).isAfter(round.closes());
        assertThat(shown()).contains("Đã gia hạn: trước 17 giờ 00");

        press("Kết thúc lấy ý kiến");
        assertThat(only().state(Instant.now())).isEqualTo(RoundState.OPEN);
        $(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("pri")
                        && one.getElement().getTextRecursively().equals("Kết thúc lấy ý kiến"))
                .findFirst()
                .ifPresent(yes -> test(yes).click());
        assertThat(only().closedAt()).isNotNull();

        press("Khóa tổng hợp");
        assertThat(only().lockedAt()).isNull();
        $(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("pri")
                        && one.getElement().getTextRecursively().equals("Khóa tổng hợp"))
                .findFirst()
                .ifPresent(yes -> test(yes).click());
        assertThat(only().lockedAt()).isNotNull();
        assertThat(shown())
                .contains("Thông báo kết quả")
                .doesNotContain("Kết thúc lấy ý kiến", "Công văn xin ý kiến", "Nhắc", "Đã gọi", "Gia hạn");
    }

    @Test
    @WithMockUser(username = "opening.secretary", roles = "SECRETARIAT")
    void aPreparedRoundIsShownAsItIsChangedOpenedOrCalledOff() {
        Instant later = Instant.now().plus(Duration.ofDays(2));
        committee
                .round(draft)
                .asking(unit)
                .opening(later)
                .closing(later.plus(Duration.ofDays(9)))
                .open(secretary);
        UI.getCurrent().navigate("dot/" + only().id() + "/sua");
        assertThat(shown()).contains("Sửa đợt chưa mở", unit.name(), "01 nơi = 01 cơ quan");
        ask("Người opening.member");
        press("Lưu, mở sau");

        assertThat(only().opensAt()).isCloseTo(later, within(1, ChronoUnit.MILLIS));
        assertThat(replies.list(secretary, only().id())).hasSize(2);
        assertThat(shown()).contains("Đang chuẩn bị", "Sửa đợt", "Hủy đợt chưa mở");
        press("Hủy đợt chưa mở");
        assertThat(rounds.of(secretary, dossier.id())).hasSize(1);
        press("Thôi");
        press("Mở ngay");
        pressYes("Mở ngay");
        assertThat(only().state(Instant.now())).isEqualTo(RoundState.OPEN);
        assertThat(shown()).contains("Đã mở đợt lấy ý kiến.").doesNotContain("Sửa đợt");
    }

    @Test
    @WithMockUser(username = "opening.secretary", roles = "SECRETARIAT")
    void aPreparedRoundIsCalledOffAfterOneMoreQuestionAndAnOpenOneIsNotChanged() {
        Round open = committee.round(draft).asking(unit).open(secretary);
        UI.getCurrent().navigate("dot/" + open.id() + "/sua");
        assertThat($(RoundOpeningView.class).exists()).isFalse();

        Instant later = Instant.now().plus(Duration.ofDays(2));
        Round prepared = committee
                .round(draft)
                .asking(unit)
                .opening(later)
                .closing(later.plus(Duration.ofDays(9)))
                .open(secretary);
        navigate(RoundView.class, prepared.id().toString());
        press("Hủy đợt chưa mở");
        pressYes("Hủy đợt chưa mở");
        assertThat(rounds.of(secretary, dossier.id())).extracting(Round::id).containsExactly(open.id());
    }

    private void pressYes(String words) {
        $(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("pri")
                        && one.getElement().getTextRecursively().equals(words))
                .findFirst()
                .ifPresent(yes -> test(yes).click());
    }

    @Test
    @WithMockUser(username = "opening.member", roles = "MEMBER")
    void whoDoesNotRunRoundsFindsNoSuchPageThoughTheDossierIsTheirOwn() {
        screen();

        assertThat($(RoundOpeningView.class).exists()).isFalse();
    }
}
