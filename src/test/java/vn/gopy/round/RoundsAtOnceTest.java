package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.round.running.Announcing;
import vn.gopy.shared.SqlParameters;

/** Two change a round, or a round and a reply in it, at once: one after the other, and what is counted adds up. */
@IntegrationTest
class RoundsAtOnceTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Approvers approvers;

    @Autowired
    Announcing announcing;

    @Autowired
    Replies replies;

    @Autowired
    Turns turns;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Person secretary;
    private Person other;
    private Unit unit;
    private Person head;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        other = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        round = committee
                .round(texts.published(secretary, committee.sealed(secretary)))
                .asking(unit)
                .open(secretary);
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(20));
    }

    private void closed() {
        rounds.close(secretary, round.id());
    }

    private void locked() {
        closed();
        rounds.lock(secretary, round.id());
    }

    private void extendAll(Person person) {
        rounds.extend(person, round.id(), later(), "Chờ tài liệu");
    }

    private void extendOne(Person person) {
        replies.extend(person, round.id(), unit.code(), later(), "Đề nghị");
    }

    private void send() {
        replies.send(head, round.id(), unit.code());
    }

    private Replies.Answer answer() {
        return replies.list(secretary, round.id()).getFirst();
    }

    private long traces(String action) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = :action AND subject_id = :round")
                .paramSource(SqlParameters.of("action", action).and("round", round.id()))
                .query(Long.class)
                .single();
    }

    private void addsUp() {
        AnswerCounts counts = rounds.counts(secretary, round.id(), null);
        assertThat(counts.agreed()
                        + counts.agreedWithOpinions()
                        + counts.objected()
                        + counts.classified()
                        + counts.noAnswer())
                .isEqualTo(counts.asked())
                .isEqualTo(1);
    }

    @Test
    void whatIsLockedIsNotExtendedAndWhatIsExtendedIsNotLocked() {
        closed();
        assertThat(turns.of(() -> extendAll(secretary), () -> rounds.lock(other, round.id())))
                .containsExactly("done", "409 ROUND_OPEN");
        closed();
        assertThat(turns.of(() -> rounds.lock(secretary, round.id()), () -> extendAll(other)))
                .containsExactly("done", "409 ROUND_LOCKED");
        assertThat(turns.of(() -> {}, () -> extendOne(other))).containsExactly("done", "409 ROUND_LOCKED");
    }

    @Test
    void oneWhoGetsMoreTimeWhileTheRoundIsLockedGetsNone() {
        closed();
        assertThat(turns.of(() -> rounds.lock(secretary, round.id()), () -> extendOne(other)))
                .containsExactly("done", "409 ROUND_LOCKED");
        assertThat(answer().invitee().closesAt()).isNull();
    }

    @Test
    void aRoundIsClosedAndLockedOnce() {
        assertThat(turns.of(this::closed, () -> rounds.close(other, round.id())))
                .containsExactly("done", "done");
        assertThat(turns.of(() -> rounds.lock(secretary, round.id()), () -> rounds.lock(other, round.id())))
                .containsExactly("done", "done");
        assertThat(traces("ROUND_CLOSED")).isEqualTo(1);
        assertThat(traces("ROUND_LOCKED")).isEqualTo(1);
    }

    @Test
    void theResultsAreAnnouncedOnce() {
        locked();
        assertThat(turns.of(
                        () -> announcing.announce(secretary, round.id()),
                        () -> assertThat(announcing.announce(other, round.id())).isZero()))
                .containsExactly("done", "done");
        assertThat(traces("ROUND_ANNOUNCED")).isEqualTo(1);
    }

    @Test
    void whoApprovesIsNotChangedOnceTheResultsAreAnnounced() {
        locked();
        assertThat(turns.of(
                        () -> announcing.announce(secretary, round.id()),
                        () -> approvers.choose(other, round.id(), OptionalInt.empty(), new Approver.Named(other.id()))))
                .containsExactly("done", "409 ROUND_ANNOUNCED");
        assertThat(rounds.get(secretary, round.id()).approver()).isEqualTo(new Approver.Chair());
    }

    @Test
    void nobodyIsAddedAndNothingRecordedOnceItIsLocked() {
        closed();
        Unit beside = committee.unit();
        assertThat(turns.of(
                        () -> rounds.lock(secretary, round.id()),
                        () -> rounds.beside(other, round.id(), beside.code())))
                .containsExactly("done", "409 ROUND_LOCKED");
        assertThat(turns.of(() -> {}, () -> replies.classified(other, round.id(), unit.code())))
                .containsExactly("done", "409 ROUND_LOCKED");
        assertThat(replies.list(secretary, round.id())).hasSize(1);
        addsUp();
    }

    @Test
    void aClassifiedLetterIsRecordedWhileTheRoundIsLocked() {
        closed();
        assertThat(turns.of(
                        () -> rounds.lock(secretary, round.id()),
                        () -> replies.classified(other, round.id(), unit.code())))
                .containsExactly("done", "409 ROUND_LOCKED");
        assertThat(rounds.counts(secretary, round.id(), null).classified()).isZero();
        addsUp();
    }

    @Test
    void whatIsSentWhileAClassifiedLetterIsRecordedCountsOnce() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, null);
        assertThat(turns.of(() -> replies.classified(secretary, round.id(), unit.code()), this::send))
                .first()
                .isEqualTo("done");
        addsUp();
        assertThat(rounds.counts(secretary, round.id(), null).answered()).isEqualTo(1);
    }

    @Test
    void whatIsSentWhileTheUnitGetsMoreTimeIsInTime() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, null);
        closed();
        assertThat(turns.of(() -> extendOne(secretary), this::send)).containsExactly("done", "done");
        assertThat(answer().reply().orElseThrow().late()).isFalse();
    }

    @Test
    void whatWasSentLateIsInTimeAfterMoreTimeWasGiven() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, null);
        closed();
        assertThat(turns.of(this::send, () -> extendOne(secretary))).containsExactly("done", "done");
        assertThat(answer().reply().orElseThrow().late()).isFalse();
    }

    @Test
    void moreTimeForAllAndForOneBothHold() {
        Instant far = clock.instant().plus(Duration.ofDays(40));
        assertThat(turns.of(
                        () -> extendAll(secretary),
                        () -> replies.extend(other, round.id(), unit.code(), far, "Đề nghị")))
                .containsExactly("done", "done");
        Round after = rounds.get(secretary, round.id());
        assertThat(after.deadlineOf(answer().invitee())).isEqualTo(far.truncatedTo(ChronoUnit.MICROS));
        assertThat(after.closes()).isAfter(round.closes());
    }

    @Test
    void theNumberOfALetterIsWrittenByTheFirstOfTwo() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, null);
        send();
        OptionalInt seen = OptionalInt.of(answer().reply().orElseThrow().version());
        Person clerk = committee.in(unit, UnitRole.CLERK);
        LocalDate day = LocalDate.of(2026, 11, 24);

        assertThat(turns.of(
                        () -> replies.letter(clerk, round.id(), unit.code(), "12/STC", day, seen),
                        () -> replies.letter(secretary, round.id(), unit.code(), "13/STC", day, seen)))
                .containsExactly("done", "412 STALE");
        assertThat(answer().reply().orElseThrow().letterNumber()).isEqualTo("12/STC");
    }
}
