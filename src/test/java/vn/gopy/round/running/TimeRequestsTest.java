package vn.gopy.round.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import vn.gopy.shared.Texts;

/** One who is asked wants more time: asked once, decided once, for that one alone, and both are told. */
@IntegrationTest
class TimeRequestsTest {

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
    Notices notices;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person other;
    private Unit unit;
    private Unit neighbour;
    private Person head;
    private Person staff;
    private Round round;
    private Instant later;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        other = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        neighbour = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        round = committee
                .round(texts.published(secretary, committee.sealed(secretary)))
                .asking(unit, neighbour)
                .open(secretary);
        later = round.closesAt().plus(Duration.ofDays(3));
    }

    private void ask(Person person) {
        requests.ask(person, round.id(), unit.code(), later, "Chờ ý kiến của phòng chuyên môn");
    }

    private void grant(Person person) {
        requests.grant(person, round.id(), unit.code(), null, OptionalInt.of(1));
    }

    private void decline(Person person) {
        requests.decline(person, round.id(), unit.code(), "Cần trình trong tháng", OptionalInt.of(1));
    }

    private Instant deadline(Unit of) {
        Round now = rounds.get(secretary, round.id());
        return replies.list(secretary, round.id()).stream()
                .map(Replies.Answer::invitee)
                .filter(invitee -> invitee.key().equals(of.code()))
                .map(now::deadlineOf)
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(Person person) {
        return notices.of(person, Texts.VIETNAMESE).stream()
                .map(told -> told.words().title())
                .toList();
    }

    @Test
    void whatIsGrantedMovesTheDeadlineOfThisOneAloneAndBothAreTold() {
        Instant before = deadline(neighbour);
        ask(staff);
        assertThat(told(secretary)).contains("Xin gia hạn: " + unit.name());
        assertThat(requests.waiting(secretary, List.of(round.id()))).containsEntry(round.id(), 1);
        assertThat(requests.waiting(head, List.of(round.id()))).isEmpty();

        grant(secretary);

        assertThat(deadline(unit)).isEqualTo(later);
        assertThat(deadline(neighbour)).isEqualTo(before);
        assertThat(told(secretary)).as("it waits no more").doesNotContain("Xin gia hạn: " + unit.name());
        assertThat(told(head)).singleElement().asString().startsWith("Đã gia hạn cho " + unit.name());
        assertThat(told(staff)).hasSize(1);
        assertThat(told(committee.in(neighbour, UnitRole.HEAD))).isEmpty();
        assertThat(requests.of(head, round.id())).singleElement().satisfies(request -> {
            assertThat(request.askedBy()).isEqualTo(staff.displayName());
            assertThat(request.decision().orElseThrow().granted()).isEqualTo(Optional.of(later));
        });
        assertThat(requests.of(committee.in(neighbour, UnitRole.HEAD), round.id()))
                .isEmpty();
        assertThat(requests.waiting(secretary, List.of(round.id()))).isEmpty();
    }

    @Test
    void whatIsDeclinedLeavesTheDeadlineAndMayBeAskedAgain() {
        Instant before = deadline(unit);
        ask(head);
        assertThatThrownBy(() -> requests.decline(secretary, round.id(), unit.code(), " ", OptionalInt.of(1)))
                .hasMessageContaining("REASON_MISSING");
        decline(secretary);

        assertThat(deadline(unit)).isEqualTo(before);
        assertThat(told(staff)).containsExactly("Không gia hạn cho " + unit.name());
        ask(staff);
        assertThat(requests.of(staff, round.id())).hasSize(2).first().matches(TimeRequest::waits);
    }

    @Test
    void onlyWhoSpeaksAsksOnlyTheSecretariatDecidesAndOnlyWhileItHelps() {
        Person clerk = committee.in(unit, UnitRole.CLERK);
        assertThatThrownBy(() -> ask(clerk)).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> ask(secretary)).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> ask(committee.in(neighbour, UnitRole.HEAD))).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> requests.ask(staff, round.id(), unit.code(), round.closesAt(), "Chờ"))
                .hasMessageContaining("DEADLINE_NOT_LATER");
        assertThatThrownBy(() -> requests.ask(staff, round.id(), unit.code(), later, " "))
                .hasMessageContaining("REASON_MISSING");
        assertThatThrownBy(() -> grant(secretary)).hasMessageContaining("TIME_NOT_ASKED");
        ask(staff);
        assertThatThrownBy(() -> ask(head)).hasMessageContaining("TIME_ASKED");
        for (Person no : List.of(head, committee.person(Role.CHAIR))) {
            assertThatThrownBy(() -> grant(no)).hasMessageContaining("FORBIDDEN");
            assertThatThrownBy(() -> decline(no)).hasMessageContaining("FORBIDDEN");
        }
        assertThatThrownBy(() -> requests.grant(secretary, round.id(), unit.code(), null, OptionalInt.of(2)))
                .hasMessageContaining("STALE");
    }

    @Test
    void whoHasAnsweredOrIsLateAsksForNothing() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
        replies.send(head, round.id(), unit.code());
        assertThatThrownBy(() -> ask(head)).hasMessageContaining("ANSWERED_ALREADY");
        Person late = committee.in(neighbour, UnitRole.HEAD);
        rounds.close(secretary, round.id());
        assertThatThrownBy(() -> requests.ask(late, round.id(), neighbour.code(), later, "Chờ"))
                .hasMessageContaining("DEADLINE_OVER");
        rounds.lock(secretary, round.id());
        assertThatThrownBy(() -> requests.ask(late, round.id(), neighbour.code(), later, "Chờ"))
                .hasMessageContaining("ROUND_LOCKED");
    }

    @Test
    void whoAsksWithoutNeedBecauseMoreWasGivenMeanwhileGetsThat() {
        ask(staff);
        Instant further = later.plus(Duration.ofDays(2));
        rounds.extend(secretary, round.id(), further, "Chờ tài liệu");

        grant(secretary);

        assertThat(deadline(unit)).isEqualTo(further);
        assertThat(requests.of(staff, round.id())
                        .getFirst()
                        .decision()
                        .orElseThrow()
                        .granted())
                .contains(further);
    }

    @Test
    void twoWhoAskAtOnceHaveAskedOnce() {
        assertThat(turns.of(() -> ask(staff), () -> ask(head))).containsExactly("done", "409 TIME_ASKED");
        assertThat(requests.of(staff, round.id())).hasSize(1);
    }

    @Test
    void oneDecidesWhileTheOtherDecidesOtherwise() {
        ask(staff);
        assertThat(turns.of(() -> grant(secretary), () -> decline(other))).containsExactly("done", "412 STALE");
        assertThat(deadline(unit)).isEqualTo(later);
        assertThat(told(staff)).hasSize(1);
    }

    @Test
    void twoGrantAtOnceAndTheDeadlineMovesOnce() {
        ask(staff);
        assertThat(turns.of(() -> grant(secretary), () -> grant(other))).containsExactly("done", "412 STALE");
        assertThat(deadline(unit)).isEqualTo(later);
    }

    @Test
    void nothingIsGrantedInARoundThatIsBeingLocked() {
        ask(staff);
        rounds.close(secretary, round.id());
        assertThat(turns.of(() -> rounds.lock(secretary, round.id()), () -> grant(secretary)))
                .containsExactly("done", "409 ROUND_LOCKED");
    }
}
