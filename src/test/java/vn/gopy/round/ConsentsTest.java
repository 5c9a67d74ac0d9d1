package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.SqlParameters;

/** Nhất trí: whose it is, how far it has gone, and the ways back before the deadline. */
@IntegrationTest
class ConsentsTest {

    private static final OptionalInt UNSEEN = OptionalInt.empty();

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
    Sending sending;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Person staff;
    private VersionId first;
    private VersionId second;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        // Two hats: a member of the committee, and head of a unit that is asked too.
        head = committee.in(unit, UnitRole.HEAD, Role.MEMBER);
        staff = committee.in(unit, UnitRole.STAFF);
        first = texts.published(secretary, committee.sealed(secretary));
        second = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(first, second).asking(unit).asking(head).open(secretary);
    }

    private String own() {
        return Objects.requireNonNull(head.username());
    }

    private Reply reply(String key) {
        return replies.list(secretary, round.id()).stream()
                .filter(answer -> answer.invitee().key().equals(key))
                .findFirst()
                .flatMap(Replies.Answer::reply)
                .orElseThrow();
    }

    private void agreeOnBoth(Person person, String key) {
        consents.agree(person, round.id(), List.of(key), first);
        consents.agree(person, round.id(), List.of(key), second);
    }

    private Comment writes(Person person, VersionId draft, NewComment words) {
        return composing.create(person, texts.place(draft, "dieu-1").id(), words);
    }

    private int replaced(String key) {
        return jdbc.sql("""
                SELECT count(*) FROM reply rp JOIN reply_for rf ON rf.reply_id = rp.id
                     JOIN reply after ON after.id = rf.replaced_by JOIN invitee i ON i.id = rf.invitee_id AND i.id = after.invitee_id
                WHERE rp.state = 'REPLACED' AND rp.sent_at IS NOT NULL AND i.round_id = :round
                  AND i.id IN (SELECT id FROM invitee WHERE person_id = :person OR unit_id = :unit)
                """)
                .paramSource(SqlParameters.of("round", round.id())
                        .and("person", key.equals(own()) ? head.id() : null)
                        .and("unit", key.equals(own()) ? null : unit.id()))
                .query(Integer.class)
                .single();
    }

    private JsonNode standing(Person person, VersionId draft, String key) {
        JsonNode standings = api.as(person)
                .get("/app-api/versions/" + draft + "/reader")
                .json()
                .path("round")
                .path("standings");
        return Stream.iterate(0, n -> n < standings.size(), n -> n + 1)
                .map(standings::get)
                .filter(one -> one.path("invitee").asString().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " not in " + standings));
    }

    @Test
    void oneOfTwoDraftsIsNotSentAndTheScreenKnowsWhichIsLeft() {
        consents.agree(head, round.id(), List.of(unit.code()), first);

        JsonNode here = standing(head, first, unit.code());
        assertThat(here.path("position").asString()).isEqualTo("AGREE");
        assertThat(here.path("state").asString()).isEqualTo("PREPARING");
        assertThat(here.path("done").asInt()).isEqualTo(1);
        assertThat(here.path("drafts").asInt()).isEqualTo(2);
        assertThat(here.path("next").path("url").asString())
                .startsWith("/ho-so/")
                .endsWith("/du-thao/1");
        assertThat(standing(head, second, unit.code()).path("position").isNull())
                .isTrue();
        assertThat(standing(head, second, unit.code()).path("next").path("url").asString())
                .isNotEqualTo(here.path("next").path("url").asString());

        consents.agree(head, round.id(), List.of(unit.code()), second);
        assertThat(standing(head, first, unit.code()).path("state").asString()).isEqualTo("SENT");
        assertThat(standing(head, first, unit.code()).path("next").isNull()).isTrue();
    }

    @Test
    void theTwoHatsAreTwoAnswersAndOnePressMayGiveBoth() {
        consents.agree(head, round.id(), List.of(unit.code()), first);
        assertThat(standing(head, first, own()).path("state").isNull()).isTrue();

        consents.agree(head, round.id(), List.of(unit.code(), own()), first);
        consents.agree(head, round.id(), List.of(own(), unit.code()), second);
        assertThat(reply(own()).state()).isEqualTo(ReplyState.SENT);
        assertThat(reply(unit.code()).state()).isEqualTo(ReplyState.SENT);
    }

    @Test
    void whatStaffChooseWaitsForTheHead() {
        agreeOnBoth(staff, unit.code());

        JsonNode seen = standing(head, second, unit.code());
        assertThat(seen.path("state").asString()).isEqualTo("PREPARING");
        assertThat(seen.path("sends").asBoolean()).isTrue();
        assertThat(seen.path("done").asInt()).isEqualTo(2);
        assertThat(standing(staff, second, unit.code()).path("sends").asBoolean())
                .isFalse();
        assertThat(rounds.counts(secretary, round.id(), null).agreed()).isZero();
        assertThat(Refused.by(() -> consents.agree(staff, round.id(), List.of(own()), first)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> consents.agree(secretary, round.id(), List.of(unit.code()), first)))
                .isEqualTo("403 FORBIDDEN");
    }

    @Test
    void consentIsTakenBackWhetherItWasSentOrNot() {
        consents.agree(head, round.id(), List.of(own()), first);
        consents.takeBack(head, round.id(), own(), first, UNSEEN);
        assertThat(reply(own()).positions()).isEmpty();

        agreeOnBoth(head, own());
        assertThat(rounds.counts(secretary, round.id(), null).agreed()).isEqualTo(1);
        consents.takeBack(head, round.id(), own(), second, UNSEEN);
        assertThat(rounds.counts(secretary, round.id(), null).agreed()).isZero();
        assertThat(replaced(own())).as("what was sent is kept").isEqualTo(1);
        JsonNode here = standing(head, second, own());
        assertThat(here.path("state").asString()).isEqualTo("PREPARING");
        assertThat(here.path("position").isNull()).isTrue();
        assertThat(here.path("done").asInt()).isEqualTo(1);

        consents.agree(head, round.id(), List.of(own()), second);
        assertThat(rounds.counts(secretary, round.id(), null).agreed()).isEqualTo(1);
    }

    @Test
    void whatStaffTakeBackIsNotWhatTheHeadHasSent() {
        agreeOnBoth(staff, unit.code());
        consents.takeBack(staff, round.id(), unit.code(), first, UNSEEN);
        consents.agree(staff, round.id(), List.of(unit.code()), first);
        replies.send(head, round.id(), unit.code());

        assertThat(Refused.by(() -> consents.takeBack(staff, round.id(), unit.code(), first, UNSEEN)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(standing(staff, first, unit.code()).path("changeable").asBoolean())
                .isFalse();
        assertThat(standing(head, first, unit.code()).path("changeable").asBoolean())
                .isTrue();
    }

    @Test
    void aSentReplyIsReplacedByAnotherWithoutAMomentBetween() {
        agreeOnBoth(head, unit.code());
        Reply before = reply(unit.code());
        consents.amend(
                head,
                round.id(),
                unit.code(),
                Map.of(first, Position.OBJECT),
                "Lý do",
                OptionalInt.of(before.version()));

        Reply after = reply(unit.code());
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.state()).isEqualTo(ReplyState.SENT);
        assertThat(after.note()).isEqualTo("Lý do");
        assertThat(after.positions()).containsEntry(first, Position.OBJECT).containsEntry(second, Position.AGREE);
        assertThat(replaced(unit.code())).isEqualTo(1);
        assertThat(rounds.counts(secretary, round.id(), null).objected()).isEqualTo(1);
        assertThat(Refused.by(() -> consents.amend(
                        head, round.id(), unit.code(), Map.of(first, Position.AGREE), null, OptionalInt.of(7))))
                .isEqualTo("412 STALE");
        assertThat(Refused.by(
                        () -> consents.amend(head, round.id(), own(), Map.of(first, Position.AGREE), null, UNSEEN)))
                .isEqualTo("409 REPLY_EMPTY");
        assertThat(Refused.by(() ->
                        consents.amend(staff, round.id(), unit.code(), Map.of(first, Position.AGREE), null, UNSEEN)))
                .isEqualTo("403 FORBIDDEN");

        var answer = api.as(head)
                .post(
                        "/api/v1/rounds/" + round.id() + "/replies/" + unit.code() + "/amend",
                        "{\"position\":\"AGREE_WITH\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("state").asString()).isEqualTo("SENT");
        assertThat(answer.json().path("positions").path(second.toString()).asString())
                .isEqualTo("AGREE_WITH");
    }

    @Test
    void whoReplacesOrTakesBackWhatAnotherHasJustReplacedIsToldSo() {
        agreeOnBoth(head, unit.code());
        OptionalInt seen = OptionalInt.of(reply(unit.code()).version());

        assertThat(turns.of(() -> object(seen), () -> object(seen))).containsExactly("done", "412 STALE");
        assertThat(replaced(unit.code())).isEqualTo(1);
        assertThat(reply(unit.code()).positions()).containsEntry(first, Position.OBJECT);

        OptionalInt now = OptionalInt.of(reply(unit.code()).version());
        Runnable back = () -> consents.takeBack(head, round.id(), unit.code(), first, now);
        assertThat(turns.of(() -> object(now), back)).containsExactly("done", "412 STALE");
        assertThat(reply(unit.code()).state()).isEqualTo(ReplyState.SENT);
    }

    private void object(OptionalInt seen) {
        consents.amend(head, round.id(), unit.code(), Map.of(first, Position.OBJECT), null, seen);
    }

    @Test
    void consentPressedTwiceIsOneAnswerAndIsSentOnce() {
        List<String> both = List.of(unit.code(), own());
        Runnable one = () -> consents.agree(head, round.id(), both, first);
        Runnable last = () -> consents.agree(head, round.id(), both, second);

        assertThat(turns.of(one, one)).containsExactly("done", "done");
        assertThat(turns.of(last, last)).containsExactly("done", "409 REPLY_FROZEN");
        assertThat(reply(unit.code()).state()).isEqualTo(ReplyState.SENT);
        assertThat(reply(own()).state()).isEqualTo(ReplyState.SENT);
        assertThat(replaced(unit.code()) + replaced(own())).isZero();
    }

    @Test
    void afterTheDeadlineASentConsentStandsAndAReplacementIsLate() {
        agreeOnBoth(head, own());
        Instant late = round.closesAt().plusSeconds(1);
        clock.at(late, () -> {
            assertThat(Refused.by(() -> consents.takeBack(head, round.id(), own(), first, UNSEEN)))
                    .isEqualTo("409 REPLY_FROZEN");
            consents.amend(head, round.id(), own(), Map.of(first, Position.OBJECT), null, UNSEEN);
            return reply(own());
        });
        assertThat(reply(own()).late()).isTrue();
        clock.at(late, () -> rounds.lock(secretary, round.id()));
        assertThat(Refused.by(
                        () -> consents.amend(head, round.id(), own(), Map.of(first, Position.AGREE), null, UNSEEN)))
                .isEqualTo("409 ROUND_LOCKED");
    }

    @Test
    void aConsentThatALetterCarriesIsNotTakenBackOnTheScreen() {
        agreeOnBoth(head, unit.code());
        replies.letter(head, round.id(), unit.code(), "12/STC", null);
        assertThat(Refused.by(() -> consents.takeBack(head, round.id(), unit.code(), first, UNSEEN)))
                .isEqualTo("409 REPLY_FROZEN");
    }

    @Test
    void theReaderKnowsWhatIsStillUnsentAndWhatGoesOutWithTheReply() {
        writes(head, first, NewComment.of(CommentKind.OTHER, "Của tôi").unsent());
        writes(head, second, NewComment.of(CommentKind.OTHER, "Của tôi").unsent());
        writes(staff, first, NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code()));
        writes(
                staff,
                first,
                NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code()).unsent());

        assertThat(standing(head, first, own()).path("unsent")).hasSize(2);
        assertThat(standing(head, first, own()).path("prepared").asInt()).isZero();
        assertThat(standing(head, first, unit.code()).path("unsent")).isEmpty();
        assertThat(standing(head, first, unit.code()).path("prepared").asInt()).isEqualTo(1);
        assertThat(standing(staff, first, unit.code()).path("unsent")).hasSize(1);
    }

    @Test
    void consentBeforeTheOwnOpinionsAreSentCountsWithOpinionsAfterwards() {
        Person adviser = committee.person(Role.ADVISER);
        Round asked = committee.round(first, second).asking(adviser).open(secretary);
        List<CommentId> unsent = Stream.of(first, first)
                .map(draft -> writes(
                                adviser,
                                draft,
                                NewComment.of(CommentKind.OTHER, "Ý kiến").unsent())
                        .id())
                .toList();
        consents.agree(adviser, asked.id(), first);
        consents.agree(adviser, asked.id(), second);
        assertThat(rounds.counts(secretary, asked.id(), first).agreed()).isEqualTo(1);

        sending.send(adviser, unsent);
        assertThat(rounds.counts(secretary, asked.id(), first).agreedWithOpinions())
                .isEqualTo(1);
        assertThat(rounds.counts(secretary, asked.id(), second).agreed()).isEqualTo(1);
        assertThat(api.as(adviser)
                        .get("/app-api/rounds/" + asked.id() + "/drafts/" + first + "/standings")
                        .json()
                        .path("standings")
                        .path(0)
                        .path("position")
                        .asString())
                .isEqualTo("AGREE_WITH");
    }
}
