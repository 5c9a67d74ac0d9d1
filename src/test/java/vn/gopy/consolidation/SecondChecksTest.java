package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consolidation.SecondChecks.SecondCheck;
import vn.gopy.consolidation.review.Finding;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** An answer is read by a second person; what they stand by is exactly what they read. */
@IntegrationTest
class SecondChecksTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    SecondChecks checks;

    @Autowired
    SubmissionChecks submission;

    @Autowired
    DeskReading desk;

    @Autowired
    DeskUndo undo;

    @Autowired
    Standstill standstill;

    private Person secretary;
    private Person colleague;
    private VersionId draft;
    private Round round;
    private List<PointId> both;
    private GroupId group;

    @BeforeEach
    void twoPointsInOneGroup() {
        secretary = committee.person(Role.SECRETARIAT);
        colleague = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(owner).open(secretary);
        both = points.enter(
                secretary, round.id(), Stream.of("Một", "Hai").map(this::said).toList());
        group = groups.group(secretary, round.id(), "", both, null);
    }

    private NewPoint said(String words) {
        return new NewPoint(
                draft,
                null,
                null,
                CommentKind.EDIT,
                words,
                null,
                SourceKind.LETTER,
                "",
                List.of(texts.place(draft, "dieu-1").id()),
                false,
                false);
    }

    private Map<PointId, Integer> seen() {
        return both.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> points.get(secretary, id).version()));
    }

    private void answered(String words) {
        points.answerAll(secretary, group, seen(), Outcome.ACCEPT, words, null);
    }

    private List<SecondCheck> standing() {
        return checks.of(secretary, round.id(), List.of(group));
    }

    @Test
    void aCheckIsOfExactlyWhatWasReadAndStandsAgainOnceAChangeIsUndone() {
        answered("Tiếp thu.");
        assertThat(checks.check(colleague, group, seen()).by()).isEqualTo(colleague.id());
        assertThat(standing())
                .singleElement()
                .satisfies(check -> assertThat(check.name()).contains(colleague.name()));

        answered("Tiếp thu, sửa khoản 1.");
        assertThat(standing()).isEmpty();

        undo.undo(
                secretary,
                round.id(),
                undo.last(secretary, round.id()).orElseThrow().n());
        assertThat(standing()).hasSize(1);
    }

    @Test
    void whoHasAnsweredDoesNotCheckAndNobodyChecksWhatHasNoOutcome() {
        assertThat(Refused.by(() -> checks.check(colleague, group, seen()))).isEqualTo("409 CHECK_TOO_EARLY");
        answered("Tiếp thu.");
        assertThat(Refused.by(() -> checks.check(secretary, group, seen()))).isEqualTo("409 CHECK_OWN");
        Person member = committee.person(Role.MEMBER);
        assertThat(Refused.by(() -> checks.check(member, group, seen()))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void aCheckIsTakenBackAsItWasSeen() {
        answered("Tiếp thu.");
        int version = checks.check(colleague, group, seen()).version();
        assertThat(Refused.by(() -> checks.takeBack(secretary, group, version + 1)))
                .isEqualTo("412 STALE");
        checks.takeBack(secretary, group, version);
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatWaitsForTheSecondPersonIsListedForThem() {
        answered("Tiếp thu.");
        assertThat(desk.places(colleague, round, DeskReading.Filter.TO_CHECK)).hasSize(1);
        assertThat(desk.places(secretary, round, DeskReading.Filter.TO_CHECK)).isEmpty();
        checks.check(colleague, group, seen());
        assertThat(desk.places(colleague, round, DeskReading.Filter.TO_CHECK)).isEmpty();
    }

    @Test
    void whereAnswersAreCheckedTheOthersAreNamedBeforeTheSubmission() {
        answered("Tiếp thu.");
        List<PointId> other = points.enter(secretary, round.id(), List.of(said("Ba")));
        points.answer(secretary, other.getFirst(), 1, Outcome.NOTED, "Ghi nhận.", null);
        points.of(secretary, round.id()); // gives the numbers
        assertThat(checks.unchecked(secretary, round.id())).isEmpty();
        checks.check(colleague, group, seen());
        int number = points.get(secretary, other.getFirst()).number();
        assertThat(checks.unchecked(secretary, round.id())).containsExactly(number);
        assertThat(submission.of(secretary, draft))
                .filteredOn(one -> one.rule() == Finding.Rule.UNCHECKED_ANSWER)
                .singleElement()
                .satisfies(one -> assertThat(one.path()).isEqualTo(String.valueOf(number)));
    }

    @Test
    void manyChecksAreReadWithAsManyStatementsAsOne() {
        answered("Tiếp thu.");
        int one = StatementCounter.count(this::standing);
        List<GroupId> many =
                points
                        .enter(
                                secretary,
                                round.id(),
                                Stream.of("Ba", "Bốn", "Năm").map(this::said).toList())
                        .stream()
                        .map(id -> points.get(secretary, id).groupId())
                        .toList();
        assertThat(StatementCounter.count(() -> checks.of(secretary, round.id(), many)))
                .isEqualTo(one);
    }

    @Test
    void ofTwoWhoCheckAndAnswerAtOnceOneIsFirst() {
        answered("Tiếp thu.");
        Map<PointId, Integer> seen = seen();
        Person third = committee.person(Role.SECRETARIAT);
        assertThat(standstill.of(
                        "SELECT FROM issue_group WHERE id = :id",
                        group.value(),
                        List.of(
                                () -> checks.check(colleague, group, seen),
                                () -> checks.check(third, group, seen),
                                () -> points.answerAll(secretary, group, seen, Outcome.NOTED, "Ghi nhận.", null))))
                .containsExactlyInAnyOrder("done", "412 STALE", "412 STALE");
    }
}
