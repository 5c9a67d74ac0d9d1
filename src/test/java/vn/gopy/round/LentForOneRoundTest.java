package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Delegations;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Tenure;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;

/** A head lends the unit for one round: there the reply is approved and sent by the one to whom it is lent, and nowhere else. */
@IntegrationTest
class LentForOneRoundTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Delegations delegations;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Answering answering;

    @Autowired
    Composing composing;

    @Autowired
    Comments comments;

    private final LocalDate today = LocalDate.now(Moments.ZONE);
    private Person secretary;
    private Unit unit;
    private Person head;
    private Person deputy;
    private ProvisionId place;
    private Round round;
    private Round other;

    @BeforeEach
    void twoRounds() {
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        deputy = committee.in(unit, UnitRole.STAFF);
        VersionId draft = texts.published(secretary, committee.sealed(secretary));
        place = texts.place(draft, "dieu-1").id();
        round = committee.round(draft).asking(unit).open(secretary);
        other = committee
                .round(texts.published(secretary, committee.sealed(secretary)))
                .asking(unit)
                .open(secretary);
    }

    private Tenure lend(Round one) {
        Tenure lent = delegations.give(
                head, unit.id(), deputy.id(), today, today.plusDays(3), one.id().value());
        deputy = committee.again(deputy);
        return lent;
    }

    private String sent(Person person, Round one) {
        replies.putAll(person, one.id(), unit.code(), Position.AGREE, "");
        try {
            replies.send(person, one.id(), unit.code());
            return "sent";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    @Test
    void itIsApprovedAndSentInThatRoundAlone() {
        assertThat(delegations.rounds(head, unit.id()))
                .containsOnlyKeys(round.id().value(), other.id().value());
        Tenure lent = lend(round);

        assertThat(lent.round()).isEqualTo(round.id().value());
        assertThat(deputy.heads(unit.id())).isFalse();
        assertThat(deputy.memberships()).hasSize(1);
        assertThat(answering.of(deputy, round.id()).getFirst().may(ReplyAct.SEND))
                .isTrue();
        assertThat(answering.of(deputy, other.id()).getFirst().may(ReplyAct.SEND))
                .isFalse();
        assertThat(sent(deputy, other)).isEqualTo("FORBIDDEN");
        assertThat(sent(deputy, round)).isEqualTo("sent");
    }

    @Test
    void itEndsWhenItIsTakenBackAndIsNotLentTwice() {
        Tenure lent = lend(round);
        assertThat(Refused.by(() -> lend(round))).isEqualTo("409 DELEGATION_DOUBLE");
        lend(other);

        delegations.takeBack(head, lent.id());
        deputy = committee.again(deputy);

        assertThat(sent(deputy, round)).isEqualTo("FORBIDDEN");
        assertThat(sent(deputy, other)).isEqualTo("sent");
    }

    @Test
    void itEndsWithThePostOfTheGiver() {
        lend(round);
        committee.leaveUnits(head);
        assertThat(sent(committee.again(deputy), round)).isEqualTo("FORBIDDEN");
    }

    @Test
    void aRoundThatDoesNotAskTheUnitOrIsLockedIsNotLent() {
        Round elsewhere = committee
                .round(texts.published(secretary, committee.sealed(secretary)))
                .asking(committee.unit())
                .open(secretary);
        rounds.close(secretary, other.id());
        rounds.lock(secretary, other.id());
        for (UUID id : List.of(elsewhere.id().value(), other.id().value(), UUID.randomUUID())) {
            assertThat(Refused.by(() -> delegations.give(head, unit.id(), deputy.id(), today, today.plusDays(1), id)))
                    .isEqualTo("422 DELEGATION_ROUND");
        }
    }

    @Test
    void whatTheUnitHasPreparedGoesOutButForWhatWasToldInConfidence() {
        Person colleague = committee.in(unit, UnitRole.STAFF);
        NewComment words = NewComment.of(CommentKind.OTHER, "Ý kiến").forUnit(unit.code());
        CommentId open = composing.create(colleague, place, words).id();
        CommentId confided = composing
                .create(
                        colleague,
                        place,
                        new NewComment(
                                CommentKind.OTHER,
                                "Riêng",
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                unit.code(),
                                true,
                                List.of(Objects.requireNonNull(secretary.username()))))
                .id();
        lend(round);

        assertThat(sent(deputy, round)).isEqualTo("sent");

        assertThat(List.of(open, confided))
                .extracting(id -> comments.get(head, id))
                .extracting(Comment::state)
                .containsExactly(CommentState.SENT, CommentState.UNIT_DRAFT);
    }

    @Test
    void theApiLendsForOneRoundTellsOfItAndTakesItBack() {
        String path = "/api/v1/units/" + unit.code() + "/delegations";
        String wanted = "{\"taker\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"round\":\"%s\"}"
                .formatted(deputy.username(), today, today.plusDays(3), round.id());
        assertThat(api.as(deputy).post(path, wanted).status()).isEqualTo(403);
        var given = api.as(head).post(path, wanted);
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.json().path("roundTitle").asString()).isEqualTo(round.title());
        assertThat(api.as(head).post(path, wanted).code()).isEqualTo("DELEGATION_DOUBLE");
        assertThat(api.as(head)
                        .post(path, "{\"taker\":\"%s\"}".formatted(deputy.username()))
                        .code())
                .isEqualTo("DELEGATION_DAYS");
        deputy = committee.again(deputy);
        assertThat(sent(deputy, other)).isNotEqualTo("sent");
        assertThat(sent(deputy, round)).isEqualTo("sent");

        String one = api.as(head)
                .get("/api/v1/me/delegations")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(api.as(deputy)
                        .send("DELETE", "/api/v1/me/delegations/" + one, null)
                        .status())
                .isEqualTo(404);
        assertThat(api.as(head)
                        .send("DELETE", "/api/v1/me/delegations/" + one, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.as(head)
                        .get("/api/v1/me/delegations")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }
}
