package vn.gopy.round.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/** What the secretariat takes in: letters, an answer from outside the list, and whom to call. */
@IntegrationTest
class EnteringTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Entering entering;

    @Autowired
    Contacts contacts;

    @Autowired
    Turns turns;

    private Person secretary;
    private Unit asked;
    private Unit outside;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        asked = committee.unit();
        outside = committee.unit();
        draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(asked).open(secretary);
    }

    private void enter(Person by, Unit unit, Position position) {
        entering.enter(by, round.id(), unit.code(), Map.of(draft, position), "12/CV", null);
    }

    private AnswerCounts counts() {
        return rounds.counts(secretary, round.id(), null);
    }

    @Test
    void whoAnswersUnaskedStandsBesideTheSumAndReadsNothing() {
        rounds.beside(secretary, round.id(), outside.code());
        assertThat(counts()).isEqualTo(new AnswerCounts(1, 0, 0, 0, 0, 1, 0, 0, 0, 0));
        enter(secretary, outside, Position.OBJECT);

        assertThat(counts()).isEqualTo(new AnswerCounts(1, 0, 0, 0, 0, 1, 0, 0, 0, 1));
        assertThat(replies.list(secretary, round.id()))
                .filteredOn(answer -> !answer.invitee().invited())
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.reply().orElseThrow().letterNumber()).isEqualTo("12/CV"));
        Person head = committee.in(outside, UnitRole.HEAD);
        assertThat(rounds.list(head)).isEmpty();
        assertThatThrownBy(() -> replies.list(head, round.id())).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> drafts.get(head, draft)).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void itIsTakenOntoTheBoardOnceByWhoRunsTheRoundUntilTheLock() {
        assertThat(turns.of(
                        () -> rounds.beside(secretary, round.id(), outside.code()),
                        () -> rounds.beside(secretary, round.id(), outside.code())))
                .containsExactly("done", "409 INVITED_ALREADY");
        assertThatThrownBy(() -> rounds.beside(secretary, round.id(), asked.code()))
                .hasMessageContaining("INVITED_ALREADY");
        Person chair = committee.person(Role.CHAIR);
        assertThatThrownBy(() -> rounds.beside(chair, round.id(), outside.code()))
                .hasMessageContaining("FORBIDDEN");
        rounds.close(secretary, round.id());
        rounds.lock(secretary, round.id());
        assertThatThrownBy(() ->
                        rounds.beside(secretary, round.id(), committee.unit().code()))
                .hasMessageContaining("ROUND_LOCKED");
    }

    @Test
    void aLetterIsEnteredWholeOrNotAtAll() {
        assertThatThrownBy(() -> entering.enter(secretary, round.id(), asked.code(), Map.of(), "12/CV", null))
                .hasMessageContaining("POSITION_MISSING");
        assertThat(replies.list(secretary, round.id()).getFirst().reply()).isEmpty();
        Person head = committee.in(asked, UnitRole.HEAD);
        assertThatThrownBy(() -> enter(head, asked, Position.AGREE)).hasMessageContaining("FORBIDDEN");
        replies.putAll(head, round.id(), asked.code(), Position.AGREE, "");
        assertThatThrownBy(() -> enter(secretary, asked, Position.OBJECT)).hasMessageContaining("REPLY_OF_UNIT");
        assertThat(counts().answered()).isZero();
    }

    @Test
    void ofALetterEnteredAndTheHeadWhoSendsAtOnceOneStands() {
        Person head = committee.in(asked, UnitRole.HEAD);
        assertThat(turns.of(
                        () -> enter(secretary, asked, Position.OBJECT),
                        () -> replies.putAll(head, round.id(), asked.code(), Position.AGREE, "")))
                .containsExactly("done", "409 REPLY_FROZEN");
        assertThat(counts().objected()).isEqualTo(1);
    }

    @Test
    void whomToCallIsKeptForLaterRoundsAndReadByWhoRunsThem() {
        contacts.put(secretary, round.id(), asked.code(), "Đ/c Khánh Linh", "0912 345 678", 0);
        Round later = committee.round(draft).asking(asked).open(secretary);

        assertThat(contacts.of(secretary, later.id()).values())
                .singleElement()
                .satisfies(contact -> assertThat(contact.phone()).isEqualTo("0912 345 678"));
        Person head = committee.in(asked, UnitRole.HEAD);
        assertThat(contacts.of(head, later.id())).isEmpty();
        assertThatThrownBy(() -> contacts.put(head, later.id(), asked.code(), "", "1", 1))
                .hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> contacts.put(secretary, later.id(), asked.code(), "", " ", 1))
                .hasMessageContaining("PHONE_MISSING");
        assertThat(turns.of(
                        () -> contacts.put(secretary, later.id(), asked.code(), "Một", "1", 1),
                        () -> contacts.put(secretary, later.id(), asked.code(), "Hai", "2", 1)))
                .containsExactly("done", "412 STALE");
        assertThatThrownBy(() -> contacts.put(secretary, later.id(), asked.code(), "Ba", "3", 0))
                .hasMessageContaining("STALE");
    }
}
