package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;

/** A member of the committee who heads a unit that is asked too says once whose the reply is: the unit's, or both. */
@IntegrationTest
class TwoHatsTest {

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
    ApiFixture api;

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
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD, Role.MEMBER);
        staff = committee.in(unit, UnitRole.STAFF);
        draft = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(draft).asking(unit).asking(head).open(secretary);
        replies.putAll(staff, round.id(), unit.code(), Position.AGREE, null);
    }

    private String own() {
        return Objects.requireNonNull(head.username());
    }

    private void sends(Person person, String key, @Nullable Capacity said) {
        replies.send(person, round.id(), key, UNSEEN, said);
    }

    private void amends(Person person, String key, Position position, @Nullable Capacity said) {
        consents.amend(person, round.id(), key, Map.of(draft, position), null, UNSEEN, said);
    }

    private Optional<Reply> found(String key) {
        return replies.list(secretary, round.id()).stream()
                .filter(answer -> answer.invitee().key().equals(key))
                .findFirst()
                .flatMap(Replies.Answer::reply);
    }

    private Reply reply(String key) {
        return found(key).orElseThrow();
    }

    private Position position(String key) {
        return Objects.requireNonNull(reply(key).positions().get(draft));
    }

    /** The unit has another head from now on. */
    private Person successor() {
        committee.leaveUnits(head);
        head = committee.again(head);
        return committee.in(unit, UnitRole.HEAD);
    }

    @Test
    void whatIsSentAsTheUnitsAnswersForTheUnitAlone() {
        sends(head, unit.code(), null);
        assertThat(reply(unit.code()).capacity()).isEqualTo(Capacity.UNIT);
        assertThat(found(own())).isEmpty();
        assertThat(rounds.counts(secretary, round.id(), null).noAnswer()).isEqualTo(1);
    }

    @Test
    void whatIsSentAsBothFulfilsBothInvitationsAndItsPointsCountOnce() {
        composing.create(
                head,
                texts.place(draft, "dieu-1").id(),
                NewComment.of(CommentKind.OTHER, "Ý kiến").forUnit(unit.code()));
        sends(head, unit.code(), Capacity.BOTH);
        assertThat(reply(own()).id()).isEqualTo(reply(unit.code()).id());
        assertThat(reply(own()).capacity()).isEqualTo(Capacity.BOTH);
        AnswerCounts counts = rounds.counts(secretary, round.id(), null);
        assertThat(counts.answered()).isEqualTo(2);
        assertThat(counts.noAnswer()).isZero();
        assertThat(position(unit.code())).isEqualTo(Position.AGREE_WITH);
        assertThat(position(own())).isEqualTo(Position.AGREE_WITH);
        assertThat(counts.agreedWithOpinions()).isEqualTo(2);
    }

    @Test
    void nobodyWearsAHatThatIsNotTheirs() {
        Person other = committee.in(committee.unit(), UnitRole.HEAD, Role.MEMBER);
        Person notAsked = committee.in(unit, UnitRole.HEAD, Role.MEMBER);
        assertThat(Refused.by(() -> sends(other, unit.code(), Capacity.BOTH))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> sends(staff, unit.code(), Capacity.BOTH))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> sends(secretary, unit.code(), Capacity.BOTH)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> sends(notAsked, unit.code(), Capacity.BOTH)))
                .isEqualTo("403 OWN_NOT_ASKED");
        assertThat(Refused.by(() -> sends(head, unit.code(), Capacity.OWN))).isEqualTo("422 CAPACITY_MISMATCH");
        assertThat(Refused.by(() -> sends(head, own(), Capacity.BOTH))).isEqualTo("422 CAPACITY_MISMATCH");
        assertThat(reply(unit.code()).isSent()).isFalse();
    }

    @Test
    void whoHasBegunInTheOwnNameHasSaidWhoseItIs() {
        replies.putAll(head, round.id(), own(), Position.OBJECT, null);
        assertThat(Refused.by(() -> sends(head, unit.code(), Capacity.BOTH))).isEqualTo("409 REPLY_OWN_BEGUN");
        sends(head, unit.code(), Capacity.UNIT);
        assertThat(reply(unit.code()).isSent()).isTrue();
        assertThat(reply(own()).isSent()).isFalse();
    }

    @Test
    void whatWasSentForBothIsFrozenForBothAndReplacedForEachOnItsOwn() {
        sends(head, unit.code(), Capacity.BOTH);
        assertThat(Refused.by(() -> replies.putAll(head, round.id(), own(), Position.OBJECT, null)))
                .isEqualTo("409 REPLY_FROZEN");
        amends(head, own(), Position.OBJECT, null);
        assertThat(position(own())).isEqualTo(Position.OBJECT);
        assertThat(reply(own()).capacity()).isEqualTo(Capacity.OWN);
        assertThat(position(unit.code())).isEqualTo(Position.AGREE);
        assertThat(Refused.by(() -> amends(head, unit.code(), Position.AGREE_WITH, Capacity.BOTH)))
                .isEqualTo("409 REPLY_OWN_BEGUN");
    }

    @Test
    void whatIsSaidForBothAgainIsReplacedForBoth() {
        sends(head, unit.code(), Capacity.BOTH);
        amends(head, unit.code(), Position.OBJECT, Capacity.BOTH);
        assertThat(reply(own()).id()).isEqualTo(reply(unit.code()).id());
        assertThat(position(own())).isEqualTo(Position.OBJECT);
        assertThat(rounds.counts(secretary, round.id(), null).objected()).isEqualTo(2);
    }

    @Test
    void whoLeavesTheUnitKeepsWhatWasSaidInTheOwnName() {
        sends(head, unit.code(), Capacity.BOTH);
        Person next = successor();
        amends(next, unit.code(), Position.OBJECT, null);
        assertThat(position(unit.code())).isEqualTo(Position.OBJECT);
        assertThat(reply(own()).state()).isEqualTo(ReplyState.SENT);
        assertThat(position(own())).isEqualTo(Position.AGREE);
        assertThat(Refused.by(() -> replies.letter(head, round.id(), own(), "99/STC", null)))
                .isEqualTo("409 REPLY_OF_UNIT");
        amends(head, own(), Position.AGREE_WITH, null);
        assertThat(position(own())).isEqualTo(Position.AGREE_WITH);
        assertThat(position(unit.code())).isEqualTo(Position.OBJECT);
    }

    @Test
    void eachIsLateByItsOwnDeadline() {
        replies.extend(secretary, round.id(), own(), round.closesAt().plus(Duration.ofDays(2)), "Xin thêm thời gian");
        rounds.close(secretary, round.id());
        sends(head, unit.code(), Capacity.BOTH);
        assertThat(reply(unit.code()).late()).isTrue();
        assertThat(reply(own()).late()).isFalse();
        int version = reply(own()).version();
        replies.extend(
                secretary, round.id(), unit.code(), round.closesAt().plus(Duration.ofDays(2)), "Xin thêm thời gian");
        assertThat(reply(unit.code()).late()).isFalse();
        assertThat(reply(own()).version()).isEqualTo(version + 1);
    }

    @Test
    void theUnitsReplyAndTheOwnOneAtOnceAreTwoAnswersOrOneAndNeverThree() {
        assertThat(turns.of(
                        () -> replies.putAll(head, round.id(), own(), Position.OBJECT, null),
                        () -> sends(head, unit.code(), Capacity.BOTH)))
                .containsExactly("done", "409 REPLY_OWN_BEGUN");
        assertThat(reply(unit.code()).isSent()).isFalse();
    }

    @Test
    void theOwnReplyBegunWhileBothAreSentIsRefused() {
        assertThat(turns.of(
                        () -> sends(head, unit.code(), Capacity.BOTH),
                        () -> replies.putAll(head, round.id(), own(), Position.OBJECT, null)))
                .containsExactly("done", "409 REPLY_FROZEN");
        assertThat(position(own())).isEqualTo(Position.AGREE);
    }

    @Test
    void theNewHeadAndTheOldOneReplaceOneReplyAtOnceEachForThemselves() {
        sends(head, unit.code(), Capacity.BOTH);
        Person next = successor();
        assertThat(turns.of(
                        () -> amends(head, own(), Position.AGREE_WITH, null),
                        () -> amends(next, unit.code(), Position.OBJECT, null)))
                .containsExactly("done", "done");
        assertThat(position(own())).isEqualTo(Position.AGREE_WITH);
        assertThat(position(unit.code())).isEqualTo(Position.OBJECT);
    }

    @Test
    void theApiAsksOnceAndTellsWhoseItIs() {
        String path = "/api/v1/rounds/" + round.id() + "/replies/" + unit.code();
        String both = "{\"capacity\": \"BOTH\"}";
        assertThat(api.as(staff).post(path + "/send", both).status()).isEqualTo(403);
        var sent = api.as(head).post(path + "/send", both);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.json().path("capacity").asString()).isEqualTo("BOTH");
        var amended = api.as(head).post(path + "/amend", "{\"position\": \"OBJECT\", \"capacity\": \"UNIT\"}");
        assertThat(amended.json().path("capacity").asString()).isEqualTo("UNIT");
        assertThat(position(own())).isEqualTo(Position.AGREE);
    }
}
