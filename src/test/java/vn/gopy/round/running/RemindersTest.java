package vn.gopy.round.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.notice.Notices;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Texts;

/** Who has not answered is reminded: by hand once a day, by itself once before each set day, and nobody else is. */
@IntegrationTest
class RemindersTest {

    /** Monday, at the beginning of a month without holidays. */
    private static final Instant OPENS = Instant.parse("2040-10-01T01:00:00Z");

    /** Monday, 17 giờ 00. */
    private static final Instant CLOSES = Instant.parse("2040-10-15T10:00:00Z");

    private static final Instant WEDNESDAY = Instant.parse("2040-10-10T03:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2040-10-12T03:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2040-10-14T03:00:00Z");
    private static final Instant LAST_MORNING = Instant.parse("2040-10-15T01:00:00Z");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Reminders reminders;

    @Autowired
    DeadlineReminders set;

    @Autowired
    Notices notices;

    @Autowired
    Turns turns;

    @Autowired
    AdjustableClock clock;

    private Person secretary;
    private Unit silent;
    private Unit answers;
    private Unit nobody;
    private Person head;
    private Person staff;
    private Person clerk;
    private Person answering;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        silent = committee.unit();
        answers = committee.unit();
        nobody = committee.unit();
        head = committee.in(silent, UnitRole.HEAD);
        staff = committee.in(silent, UnitRole.STAFF);
        clerk = committee.in(silent, UnitRole.CLERK);
        answering = committee.in(answers, UnitRole.HEAD);
        round = at(
                OPENS,
                () -> committee
                        .round(texts.published(secretary, committee.sealed(secretary)))
                        .opening(OPENS)
                        .closing(CLOSES)
                        .asking(silent, answers, nobody)
                        .open(secretary));
        at(OPENS.plusSeconds(60), () -> {
            replies.putAll(answering, round.id(), answers.code(), Position.AGREE, "");
            return replies.send(answering, round.id(), answers.code());
        });
    }

    private <T> T at(Instant moment, Supplier<T> work) {
        return clock.at(moment, work);
    }

    private Reminders.Outcome remind(Instant moment) {
        return at(
                moment,
                () -> reminders.remind(
                        secretary, round.id(), List.of(silent.code(), answers.code(), nobody.code(), "KHONGCO")));
    }

    private void run(Instant moment) {
        at(moment, () -> {
            set.run();
            return true;
        });
    }

    private List<String> told(Person person, Instant moment) {
        return at(
                moment,
                () -> notices.of(person, Texts.VIETNAMESE).stream()
                        .map(one -> one.words().title())
                        .toList());
    }

    private List<Reminder> all() {
        return at(WEDNESDAY, () -> reminders.of(secretary, round.id()));
    }

    @Test
    void byHandHeadAndStaffOfThoseWhoAreSilentAreToldOnceADay() {
        Reminders.Outcome outcome = remind(WEDNESDAY);

        assertThat(outcome.reminded()).containsExactly(silent.name());
        assertThat(outcome.unreachable()).containsExactly(nobody.name());
        assertThat(outcome.earlier()).isZero();
        String words = "Nhắc cho ý kiến: " + silent.name();
        assertThat(told(head, WEDNESDAY)).containsExactly(words);
        assertThat(told(staff, WEDNESDAY)).containsExactly(words);
        assertThat(told(clerk, WEDNESDAY)).isEmpty();
        assertThat(told(answering, WEDNESDAY)).isEmpty();

        assertThat(remind(WEDNESDAY.plusSeconds(600)))
                .isEqualTo(new Reminders.Outcome(List.of(), 1, List.of(nobody.name())));
        assertThat(all()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Reminder.Kind.HAND);
            assertThat(one.by()).isEqualTo(secretary.displayName());
        });
        assertThat(remind(FRIDAY).reminded()).containsExactly(silent.name());
        assertThat(all()).hasSize(2);

        at(FRIDAY, () -> {
            replies.putAll(head, round.id(), silent.code(), Position.AGREE, "");
            return replies.send(head, round.id(), silent.code());
        });
        assertThat(told(staff, FRIDAY))
                .as("who has answered is not reminded any more")
                .isEmpty();
    }

    @Test
    void twoWhoRemindAtOnceHaveRemindedOnce() {
        Runnable remind = () -> remind(WEDNESDAY);

        assertThat(turns.of(remind, remind)).containsExactly("done", "done");
        assertThat(all()).hasSize(1);
        assertThat(told(head, WEDNESDAY)).hasSize(1);
    }

    @Test
    void onlyTheSecretariatRemindsAndCallsAndReadsWhomItHas() {
        for (Person other : List.of(head, committee.person(Role.CHAIR))) {
            assertThatThrownBy(() -> at(WEDNESDAY, () -> reminders.remind(other, round.id(), List.of(silent.code()))))
                    .hasMessageContaining("FORBIDDEN");
            assertThatThrownBy(() -> called(other, silent, "")).hasMessageContaining("FORBIDDEN");
        }
        called(secretary, silent, "Hẹn gửi chiều mai");
        called(secretary, silent, "");
        assertThatThrownBy(() -> called(secretary, answers, "")).hasMessageContaining("ANSWERED_ALREADY");
        assertThatThrownBy(() -> called(secretary, committee.unit(), "")).hasMessageContaining("NOT_FOUND");
        assertThat(all()).extracting(Reminder::note).containsExactlyInAnyOrder("Hẹn gửi chiều mai", "");
        assertThat(at(WEDNESDAY, () -> reminders.of(head, round.id()))).isEmpty();
        assertThat(told(head, WEDNESDAY)).as("a call is no notice").isEmpty();
        at(CLOSES, () -> rounds.lock(secretary, round.id()));
        assertThatThrownBy(() -> remind(CLOSES.plusSeconds(60))).hasMessageContaining("ROUND_LOCKED");
    }

    private void called(Person person, Unit unit, String note) {
        at(WEDNESDAY, () -> {
            reminders.called(person, round.id(), unit.code(), note);
            return true;
        });
    }

    @Test
    void byItselfThoseWhoAreSilentAreRemindedOnceOnEachSetWorkingDay() {
        run(WEDNESDAY.minusSeconds(86_400));
        assertThat(all()).as("four working days before").isEmpty();
        run(WEDNESDAY);
        run(WEDNESDAY.plusSeconds(900));
        assertThat(days()).as("nobody can be told for the third").containsExactly(silent.code() + " 3");
        assertThat(told(head, WEDNESDAY)).hasSize(1);
        assertThat(told(answering, WEDNESDAY)).isEmpty();

        run(SUNDAY);
        assertThat(all()).as("offices are closed").hasSize(1);
        run(LAST_MORNING.minusSeconds(7200));
        assertThat(all()).as("before the beginning of work").hasSize(1);
        run(LAST_MORNING);
        assertThat(days()).as("what was missed on Friday, the nearest alone").contains(silent.code() + " 1");
        assertThat(all()).hasSize(2);
        run(CLOSES);
        assertThat(all()).hasSize(2);
    }

    private List<String> days() {
        var codes = at(
                WEDNESDAY,
                () -> replies.list(secretary, round.id()).stream()
                        .collect(Collectors.toMap(
                                answer -> answer.invitee().id(),
                                answer -> answer.invitee().key())));
        return all().stream()
                .filter(one -> one.kind() == Reminder.Kind.SET)
                .map(one -> codes.get(one.invitee()) + " " + one.daysBefore())
                .toList();
    }

    @Test
    void twoInstancesThatRemindAtOnceTellItOnce() {
        Runnable instance = () -> run(FRIDAY);

        assertThat(turns.of(instance, instance)).containsExactly("done", "done");
        assertThat(days()).containsExactly(silent.code() + " 1");
        assertThat(told(head, FRIDAY)).hasSize(1);
    }

    @Test
    void aRoundThatOpensWithinTheSetDaysDoesNotBeginWithAReminderAndALaterDeadlineHasItsOwn() {
        Round late = at(
                FRIDAY,
                () -> committee
                        .round(texts.published(secretary, committee.sealed(secretary)))
                        .opening(FRIDAY)
                        .closing(CLOSES)
                        .asking(silent)
                        .open(secretary));
        run(FRIDAY.plusSeconds(60));
        assertThat(at(FRIDAY, () -> reminders.of(secretary, late.id()))).isEmpty();

        at(
                FRIDAY.plusSeconds(90),
                () -> rounds.extend(secretary, round.id(), Instant.parse("2040-10-22T10:00:00Z"), "Chờ"));
        run(Instant.parse("2040-10-17T03:00:00Z"));
        assertThat(days()).contains(silent.code() + " 3", silent.code() + " 1");
    }
}
