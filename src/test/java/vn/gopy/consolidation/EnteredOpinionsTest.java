package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Answering;
import vn.gopy.round.AnsweringOpinions.Said;
import vn.gopy.round.AnsweringOpinions.Stage;
import vn.gopy.round.RoundId;

/** What the secretariat enters from a letter stands beside the reply of those who wrote the letter, and of nobody else. */
@IntegrationTest
class EnteredOpinionsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Points points;

    @Autowired
    Answering answering;

    private Person secretary;
    private Person member;
    private Unit unit;
    private Unit other;
    private Person head;
    private Person staff;
    private Person stranger;
    private VersionId draft;
    private ProvisionId clause;
    private RoundId round;

    @BeforeEach
    void aRoundAsks() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        other = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        stranger = committee.in(other, UnitRole.HEAD);
        draft = texts.published(member, committee.sealed(member));
        clause = texts.place(draft, "dieu-2/khoan-1").id();
        round = committee
                .round(draft)
                .asking(unit, other)
                .asking(member)
                .open(secretary)
                .id();
    }

    private void enter(@Nullable Unit ofUnit, @Nullable Person ofPerson, String text, List<ProvisionId> places) {
        points.enter(
                secretary,
                round,
                List.of(new NewPoint(
                        draft,
                        ofUnit == null ? null : ofUnit.code(),
                        ofPerson == null ? null : ofPerson.id(),
                        CommentKind.EDIT,
                        text,
                        null,
                        SourceKind.LETTER,
                        "12/CV",
                        places,
                        places.isEmpty(),
                        false)));
    }

    private List<Said> said(Person person) {
        return answering.of(person, round).getFirst().opinions();
    }

    @Test
    void theLetterOfAUnitStandsBesideItsReply() {
        enter(unit, null, "Thời hạn 03 ngày là ngắn.", List.of(clause));
        enter(unit, null, "Kiến nghị đầu tư đường truyền.", List.of());
        enter(null, member, "Cần viết rõ hơn.", List.of(clause));

        for (Person one : List.of(head, staff)) {
            assertThat(said(one))
                    .extracting(Said::words)
                    .containsExactly("Kiến nghị đầu tư đường truyền.", "Thời hạn 03 ngày là ngắn.");
            assertThat(said(one).getLast()).satisfies(opinion -> {
                assertThat(opinion.stage()).isEqualTo(Stage.ENTERED);
                assertThat(opinion.place()).isEqualTo("Khoản 1 Điều 2");
                assertThat(opinion.path()).endsWith("dieu-2/khoan-1");
                assertThat(opinion.draft()).isEqualTo(draft);
                assertThat(opinion.author()).isEqualTo("12/CV");
            });
        }
        assertThat(said(stranger)).isEmpty();
        assertThat(said(member)).extracting(Said::words).containsExactly("Cần viết rõ hơn.");
        assertThat(answering.of(secretary, round)).isEmpty();
    }

    @Test
    void whatWasWrittenOnTheScreenStandsThereOnce() {
        composing.create(
                head, clause, NewComment.of(CommentKind.EDIT, "Đề nghị ghi rõ").forUnit(unit.code()));
        enter(unit, null, "Thời hạn 03 ngày là ngắn.", List.of(clause));

        assertThat(said(staff)).extracting(Said::stage).containsExactly(Stage.SENT, Stage.ENTERED);
    }

    @Test
    void aLongLetterTakesAsManyStatementsAsAShortOne() {
        enter(unit, null, "Thời hạn 03 ngày là ngắn.", List.of(clause));
        int few = StatementCounter.count(() -> said(head));
        for (int n = 0; n < 10; n++) {
            enter(unit, null, "Ý kiến số " + n, List.of(clause));
        }
        assertThat(StatementCounter.count(() -> said(head))).isEqualTo(few);
    }
}
