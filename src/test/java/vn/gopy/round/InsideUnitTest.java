package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.round.inner.InnerAsk;
import vn.gopy.round.inner.InnerAsks;
import vn.gopy.round.route.ReplyRoute;
import vn.gopy.round.route.ReplyRoutes;

/** From hand to hand inside a unit, and what its people say to each other before it answers. */
@IntegrationTest
class InsideUnitTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Approval approval;

    @Autowired
    Answering answering;

    @Autowired
    ReplyRoutes routes;

    @Autowired
    InnerAsks asks;

    @Autowired
    Turns turns;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Person staff;
    private Person section;
    private Person deputy;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        section = committee.in(unit, UnitRole.STAFF);
        deputy = committee.in(unit, UnitRole.STAFF);
        round = committee
                .round(texts.published(owner, committee.sealed(owner)))
                .asking(unit)
                .open(secretary);
        replies.putAll(staff, round.id(), unit.code(), Position.AGREE_WITH, "");
    }

    private void set(Person by, int version, Person... reviewers) {
        List<PersonId> ids = List.of(reviewers).stream().map(Person::id).toList();
        routes.set(by, unit.id(), new ReplyRoute(version, ids));
    }

    private void submit(Person by) {
        replies.submit(by, round.id(), unit.code());
    }

    private void pass(Person by) {
        approval.passOn(by, round.id(), unit.code(), OptionalInt.empty());
    }

    private void giveBack(Person by) {
        approval.giveBack(by, round.id(), unit.code(), "Bổ sung.", OptionalInt.empty());
    }

    private Answering.Sheet sheet(Person person) {
        return answering.of(person, round.id()).getFirst();
    }

    @Test
    void aReplyGoesThroughTheHandsThatTheUnitHasSet() {
        set(head, 0, section, deputy);
        submit(staff);

        assertThat(sheet(section).acts()).contains(ReplyAct.PASS, ReplyAct.RETURN);
        assertThat(sheet(deputy).acts()).doesNotContain(ReplyAct.PASS, ReplyAct.RETURN);
        assertThatThrownBy(() -> pass(deputy)).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> giveBack(deputy)).hasMessageContaining("FORBIDDEN");
        pass(section);
        assertThat(sheet(section).acts()).doesNotContain(ReplyAct.PASS);
        pass(deputy);
        assertThat(sheet(deputy).acts()).doesNotContain(ReplyAct.PASS);
        replies.send(head, round.id(), unit.code());

        assertThat(sheet(head).steps())
                .extracting(ReplyStep::action)
                .containsExactly(
                        ReplyStep.Action.SEND, ReplyStep.Action.PASS, ReplyStep.Action.PASS, ReplyStep.Action.SUBMIT);
    }

    @Test
    void whoseTurnItIsGivesBackAndItBeginsAnew() {
        set(head, 0, section);
        submit(staff);
        giveBack(section);

        assertThat(sheet(staff).reply()).containsInstanceOf(Reply.Prepared.class);
        assertThatThrownBy(() -> pass(section)).hasMessageContaining("FORBIDDEN");
        submit(staff);
        assertThat(sheet(section).acts()).contains(ReplyAct.PASS);
    }

    @Test
    void theHeadWaitsForNobodyAndWhoIsAwayIsPassedOver() {
        set(head, 0, section, deputy);
        committee.leaveUnits(section);
        submit(staff);
        assertThat(sheet(deputy).acts()).contains(ReplyAct.PASS);
        replies.send(head, round.id(), unit.code());
        assertThat(sheet(head).reply().orElseThrow().isSent()).isTrue();
    }

    @Test
    void whoSubmitsDoesNotPassOnToOneself() {
        set(head, 0, section, deputy);
        submit(section);
        assertThat(sheet(deputy).acts()).contains(ReplyAct.PASS);
    }

    @Test
    void theHeadAloneSetsTheStepsAndNobodyElseIsOnThem() {
        assertThatThrownBy(() -> set(staff, 0, section)).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> set(secretary, 0, section)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> set(head, 0, secretary)).hasMessageContaining("REVIEWER_UNKNOWN");
        assertThatThrownBy(() -> set(head, 0, head)).hasMessageContaining("REVIEWER_UNKNOWN");
        assertThatThrownBy(() -> set(head, 0, staff, section, deputy)).hasMessageContaining("TOO_MANY");
        assertThatThrownBy(() -> routes.of(secretary, unit.id())).hasMessageContaining("NOT_FOUND");
        Person other = committee.in(unit, UnitRole.HEAD);
        assertThat(turns.of(() -> set(head, 0, section), () -> set(other, 0, deputy)))
                .containsExactly("done", "412 STALE");
        assertThat(turns.of(() -> set(head, 1, deputy), () -> set(other, 1))).containsExactly("done", "412 STALE");
        assertThat(routes.of(staff, unit.id()).reviewers()).containsExactly(deputy.id());
    }

    @Test
    void ofPassingOnAndSendingAtOnceTheSecondSeesTheFirst() {
        set(head, 0, section);
        submit(staff);
        assertThat(turns.of(() -> replies.send(head, round.id(), unit.code()), () -> pass(section)))
                .containsExactly("done", "403 FORBIDDEN");
        assertThat(sheet(head).reply().orElseThrow().isSent()).isTrue();
    }

    @Test
    void ofTwoPressesOfOneHandOneCounts() {
        set(head, 0, section, deputy);
        submit(staff);
        assertThat(turns.of(() -> pass(section), () -> pass(section))).containsExactly("done", "403 FORBIDDEN");
        assertThat(sheet(deputy).acts()).contains(ReplyAct.PASS);
        assertThat(turns.of(() -> giveBack(deputy), () -> pass(deputy))).containsExactly("done", "403 FORBIDDEN");
    }

    private int ask(Person by, Person... who) {
        return asks.ask(
                by,
                round.id(),
                unit.code(),
                List.of(who).stream().map(Person::id).toList(),
                "Về Điều 2");
    }

    @Test
    void peopleOfTheUnitAreAskedAndHeardByTheUnitAlone() {
        Person clerk = committee.in(unit, UnitRole.CLERK);
        assertThat(ask(staff, section, clerk)).isEqualTo(2);
        assertThat(ask(head, section)).as("asked already").isZero();
        InnerAsk asked = asks.of(section, round.id(), unit.code()).getFirst();
        assertThat(asked.waits()).isTrue();
        assertThatThrownBy(() -> asks.answer(deputy, round.id(), asked.id(), "Tôi", 1))
                .hasMessageContaining("NOT_FOUND");
        asks.answer(section, round.id(), asked.id(), "Đồng ý với Điều 2.", asked.version());
        assertThatThrownBy(() -> asks.answer(section, round.id(), asked.id(), "Khác", asked.version()))
                .hasMessageContaining("STALE");

        assertThat(asks.of(staff, round.id(), unit.code()))
                .extracting(InnerAsk::answer)
                .contains("Đồng ý với Điều 2.");
        Person stranger = committee.in(committee.unit(), UnitRole.HEAD);
        for (Person other : List.of(secretary, stranger, committee.person(Role.CHAIR))) {
            assertThatThrownBy(() -> asks.of(other, round.id(), unit.code())).hasMessageContaining("NOT_FOUND");
            assertThatThrownBy(() -> ask(other, section)).hasMessageContaining("NOT_FOUND");
        }
        assertThatThrownBy(() -> ask(clerk, section)).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> ask(staff, secretary)).hasMessageContaining("REVIEWER_UNKNOWN");
        assertThatThrownBy(() -> asks.answer(section, round.id(), UUID.randomUUID(), "x", 1))
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void whoIsAskedByTwoAtOnceIsAskedOnceAndAnswersOnce() {
        assertThat(turns.of(() -> ask(staff, section, deputy), () -> ask(head, deputy, section)))
                .containsExactly("done", "done");
        assertThat(asks.of(head, round.id(), unit.code())).hasSize(2);
        InnerAsk asked = asks.of(section, round.id(), unit.code()).stream()
                .filter(one -> one.person().equals(section.id()))
                .findFirst()
                .orElseThrow();
        assertThat(turns.of(
                        () -> asks.answer(section, round.id(), asked.id(), "Một", 1),
                        () -> asks.answer(section, round.id(), asked.id(), "Hai", 1)))
                .containsExactly("done", "412 STALE");
    }
}
