package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
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
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;

/** A submitted reply comes back with the head's remark, and what a screen offers is what the facades do. */
@IntegrationTest
class ApprovalTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Consents consents;

    @Autowired
    Approval approval;

    @Autowired
    Answering answering;

    @Autowired
    AnsweringOpinions opinions;

    @Autowired
    Composing composing;

    @Autowired
    Turns turns;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Person staff;
    private Person clerk;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        clerk = committee.in(unit, UnitRole.CLERK);
        draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private void put(Person person) {
        replies.putAll(person, round.id(), unit.code(), Position.AGREE_WITH, null);
    }

    private void submit() {
        replies.submit(staff, round.id(), unit.code());
    }

    private void giveBack(Person person) {
        approval.giveBack(person, round.id(), unit.code(), "Bổ sung ý kiến về Điều 2.", OptionalInt.empty());
    }

    private Answering.Sheet sheet(Person person) {
        return answering.of(person, round.id()).getFirst();
    }

    @Test
    void theHeadGivesASubmittedReplyBackWithARemarkThatThePeopleOfTheUnitRead() {
        put(staff);
        submit();
        giveBack(head);

        assertThat(sheet(staff).reply()).containsInstanceOf(Reply.Prepared.class);
        assertThat(sheet(staff).steps()).first().satisfies(step -> {
            assertThat(step.action()).isEqualTo(ReplyStep.Action.RETURN);
            assertThat(step.remark()).isEqualTo("Bổ sung ý kiến về Điều 2.");
            assertThat(step.by()).isEqualTo(head.displayName());
        });
        assertThat(answering.of(secretary, round.id())).isEmpty();
    }

    @Test
    void whatTheHeadCorrectsStaysWithTheHeadAndWhatStaffChangeIsTheirsAgain() {
        put(staff);
        submit();
        replies.putAll(head, round.id(), unit.code(), Position.OBJECT, "Chưa rõ nguồn kinh phí.");

        assertThat(sheet(head).reply()).containsInstanceOf(Reply.Submitted.class);
        assertThat(sheet(head).reply().orElseThrow().note()).isEqualTo("Chưa rõ nguồn kinh phí.");
        assertThat(sheet(head).may(ReplyAct.RETURN)).isTrue();
        put(staff);
        assertThat(sheet(head).reply()).containsInstanceOf(Reply.Prepared.class);
    }

    @Test
    void nobodyButTheHeadGivesBackAndOnlyWhatWasSubmitted() {
        put(staff);
        assertThatThrownBy(() -> giveBack(head)).hasMessageContaining("REPLY_NOT_SUBMITTED");
        submit();
        for (Person other : List.of(staff, clerk, secretary)) {
            assertThatThrownBy(() -> giveBack(other)).hasMessageContaining("FORBIDDEN");
        }
        assertThatThrownBy(() -> giveBack(committee.person(Role.MEMBER))).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> approval.giveBack(head, round.id(), unit.code(), " ", OptionalInt.empty()))
                .hasMessageContaining("REMARK_MISSING");
        assertThatThrownBy(() -> approval.giveBack(head, round.id(), unit.code(), "Sửa", OptionalInt.of(1)))
                .hasMessageContaining("STALE");
        rounds.close(secretary, round.id());
        rounds.lock(secretary, round.id());
        assertThatThrownBy(() -> giveBack(head)).hasMessageContaining("ROUND_LOCKED");
    }

    @Test
    void whatIsGivenBackWhileAnotherHeadSendsStaysSent() {
        put(staff);
        submit();
        Person deputy = committee.in(unit, UnitRole.HEAD);

        assertThat(turns.of(() -> replies.send(deputy, round.id(), unit.code()), () -> giveBack(head)))
                .containsExactly("done", "409 REPLY_FROZEN");
        assertThat(sheet(head).reply()).containsInstanceOf(Reply.Sent.class);
    }

    @Test
    void whatAnotherHeadSendsWhileItIsGivenBackIsNotWhatWasReturned() {
        put(staff);
        submit();
        Person deputy = committee.in(unit, UnitRole.HEAD);
        OptionalInt seen = OptionalInt.of(sheet(deputy).version());

        assertThat(turns.of(() -> giveBack(head), () -> replies.send(deputy, round.id(), unit.code(), seen)))
                .containsExactly("done", "412 STALE");
        assertThat(sheet(head).reply()).containsInstanceOf(Reply.Prepared.class);
    }

    @Test
    void theScreenOffersWhatTheFacadesDoAndNothingElse() {
        offers();
        put(staff);
        offers();
        submit();
        offers();
        replies.send(head, round.id(), unit.code());
        offers();
        rounds.close(secretary, round.id());
        offers();
        rounds.lock(secretary, round.id());
        offers();
    }

    @Test
    void theScreenOffersTheUnitNothingButItsOwnBeginningWhileTheSecretariatEntersItsLetter() {
        put(secretary);
        assertThat(sheet(staff).entered()).isTrue();
        offers();
        replies.send(secretary, round.id(), unit.code());
        offers();
    }

    /** Each act is tried by each of the unit in a transaction that is not kept, and has to be done just where it is offered. */
    private void offers() {
        for (Person person : List.of(head, staff, clerk)) {
            Answering.Sheet sheet = sheet(person);
            for (ReplyAct act : ReplyAct.values()) {
                assertThat(turns.undone(() -> deed(person, act)))
                        .as(
                                "%s by %s of %s",
                                act, person.memberships().getFirst().role(), sheet.reply())
                        .matches(outcome -> sheet.may(act) == (outcome.equals("done") || lacks(act, outcome)));
            }
        }
    }

    /** Offered all the same: the screen says what is still to be written. */
    private static boolean lacks(ReplyAct act, String outcome) {
        return (act == ReplyAct.SUBMIT || act == ReplyAct.SEND)
                && Set.of("409 REPLY_EMPTY", "409 REPLY_ENTERED").contains(outcome);
    }

    private void deed(Person person, ReplyAct act) {
        switch (act) {
            case WRITE -> put(person);
            case SUBMIT -> {
                if (sheet(person)
                                .reply()
                                .filter(Reply.Submitted.class::isInstance)
                                .isPresent()
                        || person.heads(unit.id())) {
                    throw new IllegalStateException("submitted, or the head's own: not offered twice");
                }
                replies.submit(person, round.id(), unit.code());
            }
            case PASS -> approval.passOn(person, round.id(), unit.code(), OptionalInt.empty());
            case RETURN -> giveBack(person);
            case SEND -> replies.send(person, round.id(), unit.code());
            case AMEND ->
                consents.amendAll(person, round.id(), unit.code(), Position.AGREE, null, OptionalInt.empty(), null);
            case NUMBER -> {
                if (sheet(person).reply().filter(Reply::isSent).isEmpty()) {
                    throw new IllegalStateException("offered once it is sent");
                }
                replies.letter(person, round.id(), unit.code(), "12/STC", null);
            }
        }
    }

    @Test
    void whatAColleagueHasNotHandedInIsNotOnTheSheetAndWhatIsHandedInIsTheUnitsDraft() {
        composing.create(
                staff,
                texts.place(draft, "dieu-2/khoan-1").id(),
                NewComment.of(CommentKind.OTHER, "Đề nghị ghi rõ")
                        .forUnit(unit.code())
                        .unsent());
        assertThat(sheet(head).opinions()).isEmpty();
        assertThat(sheet(staff).unsent()).singleElement().satisfies(said -> {
            assertThat(said.place()).isEqualTo("Khoản 1 Điều 2");
            assertThat(said.path()).endsWith("dieu-2/khoan-1");
        });

        opinions.handIn(
                staff,
                sheet(staff).unsent().stream().map(AnsweringOpinions.Said::id).toList());

        assertThat(sheet(head).prepared()).hasSize(1);
        assertThat(sheet(clerk).prepared()).hasSize(1);
        put(staff);
        replies.send(head, round.id(), unit.code());
        assertThat(sheet(staff).opinions())
                .singleElement()
                .extracting(AnsweringOpinions.Said::stage)
                .isEqualTo(AnsweringOpinions.Stage.SENT);
    }

    @Test
    void whoIsAskedTwiceIsAskedWhoseTheReplyIsUntilItIsSaid() {
        Round both = committee.round(draft).asking(unit).asking(head).open(secretary);

        assertThat(answering.of(head, both.id()))
                .extracting(Answering.Sheet::asksHat)
                .containsExactly(true, false);
        replies.putAll(head, both.id(), unit.code(), Position.AGREE, null);
        replies.send(head, both.id(), unit.code(), OptionalInt.empty(), Capacity.BOTH);
        assertThat(answering.of(head, both.id()))
                .extracting(Answering.Sheet::asksHat)
                .containsExactly(true, false);
        consents.amendAll(head, both.id(), unit.code(), Position.OBJECT, null, OptionalInt.empty(), Capacity.UNIT);
        assertThat(answering.of(head, both.id()))
                .extracting(Answering.Sheet::asksHat)
                .containsExactly(false, false);
    }

    @Test
    void aReplyApprovedForALetterIsSentOnceAndItsLetterIsAwaitedUntilItHasANumber() {
        put(staff);
        submit();
        OptionalInt seen = OptionalInt.of(sheet(head).version());
        approval.approveForLetter(head, round.id(), unit.code(), seen, null);

        assertThat(sheet(head).reply().orElseThrow())
                .isInstanceOfSatisfying(
                        Reply.Sent.class,
                        sent -> assertThat(sent.sending().letterFollows()).isTrue());
        assertThatThrownBy(() -> approval.approveForLetter(head, round.id(), unit.code(), OptionalInt.empty(), null))
                .hasMessageContaining("REPLY_FROZEN");
        replies.letter(clerk, round.id(), unit.code(), "12/STC", null);
        assertThat(sheet(clerk).reply().orElseThrow().letterNumber()).isEqualTo("12/STC");
    }

    @Test
    void whatIsApprovedForALetterWhileTheStaffWriteIsWhatTheHeadHasSeenOrNothing() {
        put(staff);
        OptionalInt seen = OptionalInt.of(sheet(head).version());

        assertThat(turns.of(
                        () -> put(staff), () -> approval.approveForLetter(head, round.id(), unit.code(), seen, null)))
                .containsExactly("done", "412 STALE");
        assertThat(turns.of(
                        () -> approval.approveForLetter(head, round.id(), unit.code(), OptionalInt.empty(), null),
                        () -> put(staff)))
                .containsExactly("done", "409 REPLY_FROZEN");
    }
}
