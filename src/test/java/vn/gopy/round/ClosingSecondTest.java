package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Texts;
import vn.gopy.shared.WorkingDays;

/** A deadline is a moment, read from the clock when a reply comes: no scheduler, zone or calendar of the machine moves it. */
@IntegrationTest
class ClosingSecondTest {

    /** 17 giờ 00, thứ Sáu ngày 08/03/2030. */
    private static final Instant CLOSES = Instant.parse("2030-03-08T10:00:00Z");

    private static final int AT_ONCE = 40;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    TimeRequests requests;

    @Autowired
    InstallationSettings settings;

    @Autowired
    AdjustableClock clock;

    private Person secretary;
    private VersionId draft;
    private List<Unit> units;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        draft = texts.published(secretary, committee.sealed(secretary));
        units = Stream.generate(committee::unit).limit(4).toList();
        round = open(units);
    }

    private Round open(List<Unit> asked) {
        return committee
                .round(draft)
                .asking(asked.toArray(Unit[]::new))
                .closing(CLOSES)
                .open(secretary);
    }

    private <T> T at(Instant moment, Supplier<T> work) {
        return clock.at(moment, work);
    }

    private void send(Round of, Unit unit, Instant moment) {
        Person head = committee.in(unit, UnitRole.HEAD);
        at(moment, () -> {
            replies.putAll(head, of.id(), unit.code(), Position.AGREE, "");
            return replies.send(head, of.id(), unit.code());
        });
    }

    private boolean late(Unit unit) {
        return at(CLOSES, () -> replies.list(secretary, round.id())).stream()
                .filter(answer -> answer.invitee().key().equals(unit.code()))
                .findFirst()
                .flatMap(Replies.Answer::reply)
                .orElseThrow()
                .late();
    }

    private int lateOnes(Round of) {
        return rounds.counts(secretary, of.id(), null).late();
    }

    @Test
    void theLastMillisecondIsInTimeAndTheClosingOneIsNot() {
        send(round, units.get(0), CLOSES.minusMillis(1));
        send(round, units.get(1), CLOSES);
        send(round, units.get(2), CLOSES.plusMillis(1));

        assertThat(units.subList(0, 3)).extracting(this::late).containsExactly(false, true, true);
        assertThat(lateOnes(round)).isEqualTo(2);
        assertThat(at(CLOSES.minusMillis(1), () -> round.state(clock.instant())))
                .isEqualTo(RoundState.OPEN);
        assertThat(at(CLOSES, () -> round.state(clock.instant()))).isEqualTo(RoundState.CLOSED);
    }

    @Test
    void lateIsTakenUntilTheLockAndNothingAfterIt() {
        send(round, units.get(0), CLOSES.plus(Duration.ofDays(30)));
        at(CLOSES.plus(Duration.ofDays(31)), () -> rounds.lock(secretary, round.id()));

        assertThat(Refused.by(() -> send(round, units.get(1), CLOSES.plus(Duration.ofDays(31)))))
                .isEqualTo("409 ROUND_LOCKED");
        assertThat(Refused.by(() -> send(round, units.get(2), CLOSES.minusSeconds(1))))
                .as("whatever a clock that went back says")
                .isEqualTo("409 ROUND_LOCKED");
        AnswerCounts counts = rounds.counts(secretary, round.id(), null);
        assertThat(counts.answered() + counts.noAnswer())
                .isEqualTo(counts.asked())
                .isEqualTo(4);
        assertThat(counts.late()).isEqualTo(1);
    }

    /** The clerk asks on the last morning, the secretariat decides in the evening: what was sent in between is in time. */
    @Test
    void moreTimeAskedBeforeTheDeadlineAndGrantedAfterItReachesBack() {
        Unit asks = units.getFirst();
        Person head = committee.in(asks, UnitRole.HEAD);
        Instant until = CLOSES.plus(Duration.ofDays(3));
        at(CLOSES.minusSeconds(60), () -> requests.ask(head, round.id(), asks.code(), until, "Chờ họp"));
        send(round, asks, CLOSES.plusSeconds(60));
        assertThat(late(asks)).isTrue();
        Unit silent = units.get(1);
        Person other = committee.in(silent, UnitRole.HEAD);
        at(CLOSES.minusSeconds(30), () -> requests.ask(other, round.id(), silent.code(), until, "Chờ họp"));
        at(
                CLOSES.plusSeconds(120),
                () -> requests.grant(secretary, round.id(), silent.code(), null, OptionalInt.of(1)));

        send(round, silent, until.minusMillis(1));
        assertThat(late(silent)).isFalse();
        assertThat(late(asks)).as("who has answered meanwhile is given nothing").isTrue();
        send(round, units.get(2), CLOSES.plusSeconds(180));
        assertThat(late(units.get(2))).as("the deadline of the others stands").isTrue();
    }

    @Test
    void ofManyWhoSendAcrossTheSecondEachIsMarkedByItsOwnMoment() throws Exception {
        List<Unit> many = Stream.generate(committee::unit).limit(AT_ONCE).toList();
        Round wide = open(many);
        Map<String, Instant> moments = new TreeMap<>();
        CountDownLatch begin = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < AT_ONCE; n++) {
                Unit unit = many.get(n);
                Instant moment = CLOSES.plusMillis(n - AT_ONCE / 2);
                moments.put(unit.code(), moment);
                running.add(threads.submit(() -> {
                    begin.await();
                    send(wide, unit, moment);
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        }
        at(CLOSES.plusSeconds(1), () -> replies.list(secretary, wide.id()))
                .forEach(answer -> assertThat(answer.reply().orElseThrow().late())
                        .isEqualTo(!moments.get(answer.invitee().key()).isBefore(CLOSES)));
        assertThat(lateOnes(wide)).isEqualTo(AT_ONCE / 2);
        assertThat(rounds.counts(secretary, wide.id(), null).answered()).isEqualTo(AT_ONCE);
    }

    /** New York puts its clocks forward two days later, and Kolkata stands half an hour beside. */
    @Test
    void theZoneOfTheMachineMovesNoDeadline() {
        TimeZone before = TimeZone.getDefault();
        try {
            int n = 0;
            for (String zone : List.of("America/New_York", "Asia/Kolkata", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                send(round, units.get(n), CLOSES.minusMillis(1));
                assertThat(late(units.get(n))).isFalse();
                assertThat(Moments.deadline(CLOSES, Texts.VIETNAMESE))
                        .isEqualTo("trước 17 giờ 00, thứ Sáu ngày 08/03/2030");
                assertThat(Moments.daysUntil(CLOSES, CLOSES.minus(Duration.ofHours(17))))
                        .isZero();
                n++;
            }
            send(round, units.get(n), CLOSES);
            assertThat(late(units.get(n))).isTrue();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** What was announced in the letter stays, whatever day is declared a holiday afterwards. */
    @Test
    void aHolidayDeclaredAfterTheOpeningMovesNoDeadline() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        Settings usual = settings.get();
        LocalDate day = CLOSES.atZone(Moments.ZONE).toLocalDate();
        assertThat(usual.days().is(day)).isTrue();
        settings.change(
                admin,
                usual,
                new Settings(
                        usual.office(),
                        usual.practice(),
                        WorkingDays.of("08/03/2030 Nghỉ bù", usual.days().writtenWorked())));
        try {
            assertThat(settings.get().days().is(day)).isFalse();
            assertThat(rounds.get(secretary, round.id()).closesAt()).isEqualTo(CLOSES);
            send(round, units.get(0), CLOSES.minusMillis(1));
            send(round, units.get(1), CLOSES);
            assertThat(units.subList(0, 2)).extracting(this::late).containsExactly(false, true);
        } finally {
            settings.change(admin, settings.get(), usual);
        }
    }
}
