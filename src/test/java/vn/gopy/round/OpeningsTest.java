package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

/** A round is prepared, looked over and changed, opened or called off; nobody who is asked learns of it before it opens. */
@IntegrationTest
class OpeningsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Openings openings;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Approvers approvers;

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person other;
    private Dossier dossier;
    private VersionId draft;
    private Unit unit;
    private Unit another;
    private Person head;
    private Person anotherHead;
    private Round round;
    private Instant begin;

    @BeforeEach
    void world() {
        begin = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        secretary = committee.person(Role.SECRETARIAT);
        other = committee.person(Role.SECRETARIAT);
        dossier = committee.sealed(secretary);
        draft = texts.published(secretary, dossier);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        another = committee.unit();
        anotherHead = committee.in(another, UnitRole.HEAD);
        round = committee
                .round(draft)
                .asking(unit)
                .opening(in(2))
                .closing(in(12))
                .open(secretary);
    }

    private Instant in(int days) {
        return begin.plus(Duration.ofDays(days));
    }

    private NewRound prepared() {
        return openings.prepared(secretary, round.id());
    }

    private NewRound asking(List<NewRound.Invited> invited) {
        NewRound now = prepared();
        return new NewRound(
                now.drafts(),
                "Lấy ý kiến lần hai",
                now.legalBasis(),
                now.opensAt(),
                in(14),
                invited,
                Visibility.GROUP,
                "Không trả lời thì được coi là thống nhất.",
                "12/CV",
                null,
                true,
                null,
                new Approver.HeadOf(another.id()),
                List.of());
    }

    private NewRound askingAnother() {
        return asking(List.of(new NewRound.Invited.AUnit(another.code())));
    }

    private Round change(Person person, NewRound wanted) {
        return openings.change(person, round.id(), OptionalInt.of(round.version()), wanted);
    }

    private void callOff(Person person) {
        openings.callOff(person, round.id(), OptionalInt.of(round.version()));
    }

    private boolean reads(Person person, Instant when) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM dossier_grant g JOIN unit_membership m ON m.unit_id = g.unit_id
                               WHERE g.dossier_id = :dossier AND m.person_id = :person AND g.valid_from <= :at)
                """)
                .paramSource(SqlParameters.of("dossier", dossier.id())
                        .and("person", person.id())
                        .and("at", when))
                .query(Boolean.class)
                .single();
    }

    private List<String> traces() {
        return jdbc.sql("SELECT action || ' ' || field FROM audit_entry WHERE subject_id = :round ORDER BY id")
                .paramSource(SqlParameters.of("round", round.id()))
                .query(String.class)
                .list();
    }

    @Test
    void whatIsPreparedIsGivenBackAsItWasAndChangesNothing() {
        Round after = change(secretary, prepared());

        assertThat(after.version()).isEqualTo(round.version());
        assertThat(traces()).containsExactly("ROUND_OPENED ");
    }

    @Test
    void everythingOfItChangesWithWhomItAsksAndWhatTheyWillRead() {
        Round after = change(secretary, askingAnother());

        assertThat(after.version()).isEqualTo(round.version() + 1);
        assertThat(after.title()).isEqualTo("Lấy ý kiến lần hai");
        assertThat(after.closesAt()).isEqualTo(in(14));
        assertThat(after.visibility()).isEqualTo(Visibility.GROUP);
        assertThat(after.silence()).isEqualTo("Không trả lời thì được coi là thống nhất.");
        assertThat(after.letterNumber()).isEqualTo("12/CV");
        assertThat(after.letterRequired()).isTrue();
        assertThat(after.approver()).isEqualTo(new Approver.HeadOf(another.id()));
        assertThat(rounds.invitees(secretary, round.id()))
                .extracting(Invitee::unit)
                .containsExactly(another.id());
        assertThat(reads(head, in(20))).isFalse();
        assertThat(reads(anotherHead, in(3))).isTrue();
        assertThat(reads(anotherHead, in(1))).isFalse();
        assertThat(traces())
                .containsExactly(
                        "ROUND_OPENED ",
                        "ROUND_CHANGED title",
                        "ROUND_CHANGED closesAt",
                        "ROUND_CHANGED invitees",
                        "ROUND_CHANGED visibility",
                        "ROUND_CHANGED silence",
                        "ROUND_CHANGED letterNumber",
                        "ROUND_CHANGED letterRequired",
                        "ROUND_CHANGED approver");
    }

    @Test
    void whoIsAskedAsBeforeKeepsItsRowWithAnotherDeadline() {
        InviteeId before = rounds.invitees(secretary, round.id()).getFirst().id();

        change(
                secretary,
                asking(List.of(
                        new NewRound.Invited.AUnit(another.code()), new NewRound.Invited.AUnit(unit.code(), in(15)))));

        assertThat(rounds.invitees(secretary, round.id()))
                .extracting(Invitee::unit, Invitee::closesAt)
                .containsExactly(tuple(another.id(), null), tuple(unit.id(), in(15)));
        assertThat(rounds.invitees(secretary, round.id()).getLast().id()).isEqualTo(before);
    }

    @Test
    void itOpensNowForThoseWhoAreAsked() {
        assertThat(rounds.known(head, List.of(round.id()))).isEmpty();

        Round opened = openings.openNow(secretary, round.id(), OptionalInt.of(round.version()));

        assertThat(opened.state(clock.instant())).isEqualTo(RoundState.OPEN);
        assertThat(rounds.known(head, List.of(round.id()))).hasSize(1);
        assertThat(dossiers.mayRead(head, dossier.id())).isTrue();
        round = opened;
        assertThat(Refused.by(() -> change(secretary, prepared()))).isEqualTo("409 ROUND_OPENED_ALREADY");
        assertThat(Refused.by(() -> callOff(secretary))).isEqualTo("409 ROUND_OPENED_ALREADY");
    }

    @Test
    void calledOffItIsGoneAndOnlyTheTrailTellsOfIt() {
        callOff(secretary);

        assertThat(rounds.known(secretary, List.of(round.id()))).isEmpty();
        assertThat(reads(head, in(20))).isFalse();
        assertThat(traces()).containsExactly("ROUND_OPENED ", "ROUND_CALLED_OFF title");
    }

    @Test
    void onlyTheSecretariatChangesItOpensItOrCallsItOff() {
        Person chair = committee.person(Role.CHAIR);

        assertThat(Refused.by(() -> change(chair, prepared()))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> callOff(chair))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> openings.openNow(chair, round.id(), OptionalInt.empty())))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> callOff(head))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> openings.prepared(head, round.id()))).startsWith("40");
    }

    @Test
    void aLetterThatCameAlreadyKeepsWhomItAsksAndTheRoundItself() {
        replies.classified(secretary, round.id(), unit.code());

        assertThat(Refused.by(() -> change(secretary, askingAnother()))).isEqualTo("409 ROUND_HAS_ANSWERS");
        assertThat(Refused.by(() -> callOff(secretary))).isEqualTo("409 ROUND_HAS_ANSWERS");
        assertThat(change(secretary, asking(prepared().invitees())).title()).isEqualTo("Lấy ý kiến lần hai");
    }

    @Test
    void ofTwoChangesAtOnceTheFirstIsKeptAndTheSecondSeesThatItIsStale() {
        assertThat(turns.of(() -> change(secretary, askingAnother()), () -> change(other, prepared())))
                .containsExactly("done", "412 STALE");
        assertThat(rounds.invitees(secretary, round.id()))
                .extracting(Invitee::unit)
                .containsExactly(another.id());
    }

    @Test
    void whatIsCalledOffIsNotChangedOrOpenedAndWhatIsOpenedIsNotCalledOff() {
        assertThat(turns.of(() -> change(secretary, askingAnother()), () -> callOff(other)))
                .containsExactly("done", "412 STALE");
        round = rounds.get(secretary, round.id());
        assertThat(turns.undone(() -> callOff(secretary))).isEqualTo("done");
        assertThat(turns.of(
                        () -> openings.openNow(secretary, round.id(), OptionalInt.of(round.version())),
                        () -> callOff(other)))
                .containsExactly("done", "412 STALE");
        Round second = committee
                .round(draft)
                .asking(unit)
                .opening(in(2))
                .closing(in(12))
                .open(secretary);
        round = second;
        assertThat(turns.of(
                        () -> callOff(secretary),
                        () -> openings.openNow(other, round.id(), OptionalInt.of(round.version()))))
                .containsExactly("done", "404 NOT_FOUND");
    }

    @Test
    void aLetterTakenInWhileItIsCalledOffIsNotLost() {
        assertThat(turns.of(() -> replies.classified(secretary, round.id(), unit.code()), () -> callOff(other)))
                .containsExactly("done", "409 ROUND_HAS_ANSWERS");
        assertThat(rounds.counts(secretary, round.id(), null).classified()).isEqualTo(1);
    }
}
