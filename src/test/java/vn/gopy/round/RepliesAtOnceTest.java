package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;

/** Two act on one reply at once: one after the other, nothing sent is unsent, and nobody gets a failure. */
@IntegrationTest
class RepliesAtOnceTest {

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
    Composing composing;

    @Autowired
    Turns turns;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Person staff;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private void put(Person person, Position position) {
        replies.putAll(person, round.id(), unit.code(), position, null);
    }

    private void send(Person person) {
        replies.send(person, round.id(), unit.code());
    }

    private Reply reply() {
        return replies.list(head, round.id()).getFirst().reply().orElseThrow();
    }

    @Test
    void whatIsWrittenWhileTheHeadSendsIsRefused() {
        put(staff, Position.AGREE_WITH);

        assertThat(turns.of(() -> send(head), () -> put(staff, Position.OBJECT)))
                .containsExactly("done", "409 REPLY_FROZEN");
        assertThat(reply().state()).isEqualTo(ReplyState.SENT);
        assertThat(reply().positions()).containsValue(Position.AGREE_WITH).hasSize(1);
    }

    @Test
    void theHeadSendsNothingThatTheHeadHasNotSeen() {
        put(staff, Position.AGREE_WITH);
        OptionalInt seen = OptionalInt.of(reply().version());

        assertThat(turns.of(() -> put(staff, Position.OBJECT), () -> replies.send(head, round.id(), unit.code(), seen)))
                .containsExactly("done", "412 STALE");
        assertThat(reply().state()).isEqualTo(ReplyState.PREPARING);
        assertThat(reply().sentAt()).isNull();
    }

    @Test
    void aReplyIsSentOnce() {
        put(staff, Position.AGREE);

        assertThat(turns.of(() -> send(head), () -> send(head))).containsExactly("done", "409 REPLY_FROZEN");
        Reply sent = reply();
        assertThat(turns.of(() -> {}, () -> send(head))).containsExactly("done", "409 REPLY_FROZEN");
        assertThat(reply()).isEqualTo(sent);
    }

    @Test
    void colleaguesWhoBeginAtOnceBothWrite() {
        assertThat(turns.of(() -> put(staff, Position.AGREE), () -> put(head, Position.OBJECT)))
                .containsExactly("done", "done");
        assertThat(reply().version()).isEqualTo(2);
        assertThat(reply().positions()).containsValue(Position.OBJECT);
    }

    @Test
    void theUnitBeginsWhileTheSecretariatEntersItsLetter() {
        assertThat(turns.of(() -> put(secretary, Position.OBJECT), () -> put(head, Position.AGREE)))
                .containsExactly("done", "done");
        assertThat(reply().positions()).containsValue(Position.AGREE);
        assertThat(turns.of(() -> {}, () -> send(secretary))).containsExactly("done", "409 REPLY_OF_UNIT");
    }

    @Test
    void theSecretariatDoesNotEnterALetterOverWhatTheUnitHasJustBegun() {
        assertThat(turns.of(() -> put(staff, Position.AGREE), () -> put(secretary, Position.OBJECT)))
                .containsExactly("done", "409 REPLY_OF_UNIT");
        assertThat(reply().positions()).containsValue(Position.AGREE);
    }

    @Test
    void aReplySentWhileTheRoundIsBeingClosedIsLate() {
        put(staff, Position.AGREE);

        assertThat(turns.of(() -> rounds.close(secretary, round.id()), () -> send(head)))
                .containsExactly("done", "done");
        assertThat(reply().late()).isTrue();
    }

    @Test
    void theRoundClosesAfterAReplyThatWasSentBefore() {
        put(staff, Position.AGREE);

        assertThat(turns.of(() -> send(head), () -> rounds.close(secretary, round.id())))
                .containsExactly("done", "done");
        assertThat(reply().late()).isFalse();
        assertThat(reply().sentAt())
                .isBeforeOrEqualTo(rounds.get(secretary, round.id()).closes());
    }

    @Test
    void nothingIsSentIntoARoundThatIsBeingLocked() {
        put(staff, Position.AGREE);
        rounds.close(secretary, round.id());

        assertThat(turns.of(() -> rounds.lock(secretary, round.id()), () -> send(head)))
                .containsExactly("done", "409 ROUND_LOCKED");
        assertThat(reply().state()).isEqualTo(ReplyState.PREPARING);
    }

    @Test
    void anOpinionSentBesideTheConsentCountsInEitherOrder() {
        Person member = committee.person(Role.MEMBER);
        Person owner = committee.person(Role.MEMBER);
        VersionId other = texts.published(owner, committee.sealed(owner, member));
        for (boolean consentFirst : List.of(true, false)) {
            Round asked = committee.round(other).asking(member).open(secretary);
            Runnable consent = () -> consents.agree(member, asked.id(), other);
            Runnable opinion = () -> composing.create(
                    member, texts.place(other, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Ý kiến"));

            assertThat(turns.of(consentFirst ? consent : opinion, consentFirst ? opinion : consent))
                    .containsExactly("done", "done");
            assertThat(replies.list(member, asked.id())
                            .getFirst()
                            .reply()
                            .orElseThrow()
                            .positions())
                    .isEqualTo(Map.of(other, Position.AGREE_WITH));
        }
    }
}
