package vn.gopy.consolidation.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.choice.OptionChoices.Option;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Round;

/** How many choose which option of a draft: once each, by the last choice that was sent. */
@IntegrationTest
class OptionChoicesTest {

    private static final List<String> WITH_OPTIONS = List.of(
            "QUY CHẾ",
            "Làm việc của Ban Chỉ đạo",
            "Điều 1. Kinh phí",
            "1. Phương án 1: Kinh phí bố trí tại Sở Khoa học và Công nghệ.",
            "Phương án 2: Kinh phí bố trí tại Văn phòng Tỉnh ủy.",
            "2. Khuyến khích nguồn khác.",
            "Điều 2. Hiệu lực",
            "Quy chế này có hiệu lực kể từ ngày ký.");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    OptionChoices options;

    @Autowired
    Points points;

    private Person secretary;
    private Person member;
    private Unit unit;
    private Person head;
    private Person staff;
    private List<Person> others;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void aDraftWithOptions() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        Dossier dossier = committee.sealed(secretary);
        draft = texts.published(secretary, dossier, WITH_OPTIONS);
        others = List.of(committee.person(Role.MEMBER), committee.person(Role.MEMBER), committee.person(Role.MEMBER));
        round = committee
                .round(draft)
                .asking(unit)
                .asking(member)
                .asking(others.toArray(Person[]::new))
                .open(secretary);
    }

    private void chooses(Person who, int option, boolean forUnit) {
        NewComment chosen = NewComment.of(CommentKind.AGREE, "");
        composing.create(
                who,
                texts.place(draft, "dieu-1/khoan-1/phuong-an-" + option).id(),
                forUnit ? chosen.forUnit(unit.code()) : chosen);
    }

    private List<Option> counted() {
        return options.of(secretary, round.id()).getFirst().options();
    }

    @Test
    void eachIsCountedOnceByTheLastThatWasSentAndAUnitOnlyWhenItsHeadSends() {
        assertThat(options.of(secretary, round.id()).getFirst().place()).isEqualTo("Khoản 1 Điều 1");
        assertThat(counted())
                .containsExactly(
                        new Option("Phương án 1", 0, 0, List.of()), new Option("Phương án 2", 0, 0, List.of()));

        chooses(member, 2, false);
        chooses(staff, 2, true);
        assertThat(counted().getLast()).isEqualTo(new Option("Phương án 2", 0, 1, List.of(member.displayName())));

        chooses(head, 1, true);
        chooses(member, 1, false);
        assertThat(counted().getFirst().units()).isEqualTo(1);
        assertThat(counted().getFirst().people()).isEqualTo(1);
        assertThat(counted().getFirst().who()).containsExactlyInAnyOrder(unit.name(), member.displayName());
        assertThat(counted().getLast().all()).isZero();
        assertThat(points.of(secretary, round.id())).as("a choice is no point").isEmpty();
    }

    @Test
    void nobodyButTheSecretariatIsToldAndWhatIsSaidAtAnOptionIsNoChoice() {
        composing.create(
                member,
                texts.place(draft, "dieu-1/khoan-1/phuong-an-1").id(),
                NewComment.of(CommentKind.EDIT, "Sửa phương án này."));
        assertThat(counted().getFirst().all()).isZero();
        for (Person other : List.of(member, head)) {
            assertThat(Refused.by(() -> options.of(other, round.id()))).startsWith("403");
        }
    }

    @Test
    void oneQuestionHoweverManyHaveChosen() {
        int before = StatementCounter.count(this::counted);
        others.forEach(other -> chooses(other, 1, false));
        assertThat(counted().getFirst().people()).isEqualTo(others.size());
        assertThat(StatementCounter.count(this::counted)).isEqualTo(before);
    }
}
