package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.NewComment;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.SqlParameters;

/** Whose a reply is, who reads it when, what consent counts as, and until when an answer is in time. */
@IntegrationTest
class ReplyRulesTest {

    private static final String CANARY = "chuacotrinhgiamdoc";

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
    Comments comments;

    @Autowired
    Composing composing;

    @Autowired
    Conversation conversation;

    @Autowired
    ApiFixture api;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person secretary;
    private Person chair;
    private Person member;
    private Unit unit;
    private Person head;
    private Person staff;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        draft = texts.published(member, committee.sealed(member));
        round = committee.round(draft).asking(unit).asking(member).open(secretary);
    }

    private void staffWrites() {
        replies.putAll(staff, round.id(), unit.code(), Position.OBJECT, CANARY);
    }

    private void send(Person person) {
        replies.send(person, round.id(), unit.code());
    }

    private String told(Person person, String query) {
        return String.valueOf(api.as(person)
                .get("/api/v1/rounds/" + round.id() + "/replies" + query)
                .body());
    }

    private Reply reply(Person reader) {
        return replies.list(reader, round.id()).stream()
                .filter(answer -> answer.invitee().key().equals(unit.code()))
                .findFirst()
                .flatMap(Replies.Answer::reply)
                .orElseThrow();
    }

    private int rows(String action) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = :action AND subject_id = :round")
                .paramSource(SqlParameters.of("action", action).and("round", round.id()))
                .query(Integer.class)
                .single();
    }

    private void says(Person person, Instant moment) {
        clock.at(
                moment,
                () -> composing.create(
                        person, texts.place(draft, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Ý kiến")));
    }

    @Test
    void ofAReplyInPreparationOthersReadThatItIsAndNothingElse() {
        staffWrites();
        assertThat(told(head, "")).contains(CANARY, "OBJECT");
        replies.letter(staff, round.id(), unit.code(), "88/" + CANARY, null);
        for (boolean submitted : List.of(false, true)) {
            for (Person reader : List.of(secretary, chair)) {
                for (String query : List.of("", "?full=true")) {
                    assertThat(told(reader, query)).doesNotContain(CANARY, "OBJECT", "\"note\":\"");
                }
            }
            assertThat(told(secretary, "")).contains(submitted ? "SUBMITTED" : "PREPARING");
            assertThat(told(chair, "?full=true")).contains("PREPARING").doesNotContain("SUBMITTED");
            if (!submitted) {
                replies.submit(staff, round.id(), unit.code());
            }
        }
        assertThat(told(committee.in(committee.unit(), UnitRole.HEAD), "")).doesNotContain(CANARY);
        assertThat(told(member, "")).doesNotContain(CANARY, unit.code());
    }

    @Test
    void theChairReadsTotalsWhileTheRoundIsOpenAndFullRepliesOnRequestWithATrace() {
        staffWrites();
        send(head);
        assertThat(told(secretary, "")).contains(CANARY, "SENT");
        assertThat(told(chair, "")).contains(unit.code()).doesNotContain(CANARY, "OBJECT", "SENT");
        assertThat(rounds.counts(chair, round.id(), null).objected()).isEqualTo(1);
        assertThat(rows("REPLIES_READ")).isZero();

        assertThat(told(chair, "?full=true")).contains(CANARY, "OBJECT", "SENT");
        assertThat(rows("REPLIES_READ")).isEqualTo(1);
        assertThat(told(secretary, "?full=true")).contains(CANARY);
        assertThat(rows("REPLIES_READ")).as("the secretariat reads it anyhow").isEqualTo(1);

        rounds.close(secretary, round.id());
        assertThat(told(chair, "")).contains(CANARY);
    }

    @Test
    void whoHasOpenedTheDraftsIsToldToTheSecretariatAlone() {
        replies.opened(head, round.id());
        rounds.close(secretary, round.id());
        assertThat(replies.list(secretary, round.id()))
                .filteredOn(answer -> answer.invitee().openedAt() != null)
                .hasSize(1);
        for (Person other : List.of(chair, head, staff)) {
            assertThat(replies.list(other, round.id()))
                    .allMatch(answer -> answer.invitee().openedAt() == null);
        }
    }

    @Test
    void aLetterIsAThingOfItsOwnAboutTheDraftsOfItsRoundAndIsMendedInItsPlace() {
        staffWrites();
        replies.letter(staff, round.id(), unit.code(), "88/STC", LocalDate.of(2026, 9, 1));
        replies.letter(staff, round.id(), unit.code(), "89/STC", null);
        assertThat(reply(head).letterNumber()).isEqualTo("89/STC");
        assertThat(reply(head).letterDate()).isNull();
        assertThat(jdbc.sql("""
                SELECT l.number || ' ' || (ld.version_id = :draft) FROM letter l JOIN letter_draft ld ON ld.letter_id = l.id
                WHERE l.registered_by = :staff""")
                        .param("draft", draft.value())
                        .param("staff", staff.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("89/STC true");
    }

    @Test
    void theSecretariatEntersALetterOnlyWhereTheUnitHasNothingInPreparation() {
        staffWrites();
        String code = unit.code();
        assertThat(Refused.by(() -> replies.putAll(secretary, round.id(), code, Position.AGREE, "")))
                .isEqualTo("409 REPLY_OF_UNIT");
        assertThat(Refused.by(() -> replies.letter(secretary, round.id(), code, "1/X", null)))
                .isEqualTo("409 REPLY_OF_UNIT");
        assertThat(Refused.by(() -> send(secretary))).isEqualTo("409 REPLY_OF_UNIT");
        assertThat(reply(head).positions()).containsValue(Position.OBJECT);
    }

    @Test
    void whatTheSecretariatEntersGivesWayToTheUnitsOwnWords() {
        replies.putAll(secretary, round.id(), unit.code(), Position.OBJECT, "Theo công văn");
        assertThat(Refused.by(() -> send(head))).isEqualTo("409 REPLY_ENTERED");
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, null);
        assertThat(reply(head).note()).isEmpty();
        assertThat(Refused.by(() -> send(secretary))).isEqualTo("409 REPLY_OF_UNIT");
        send(head);
        assertThat(reply(secretary).positions()).containsValue(Position.AGREE);
    }

    @Test
    void aStaleVersionIsRefusedAndASentReplyIsFrozenWhateverVersionIsNamed() {
        staffWrites();
        String path = "/api/v1/rounds/" + round.id() + "/replies/" + unit.code();
        assertThat(api.as(staff)
                        .ifMatch("\"7\"")
                        .send("PUT", path, "{\"position\":\"AGREE\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.as(staff)
                        .send("PUT", path, "{\"position\":\"AGREE\",\"version\":7}")
                        .status())
                .isEqualTo(412);
        ApiFixture.Answer written = api.as(staff).ifMatch("\"1\"").send("PUT", path, "{\"position\":\"AGREE\"}");
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.response().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(written.json().path("note").asString())
                .as("an absent note stays")
                .isEqualTo(CANARY);
        assertThat(api.as(head).ifMatch("\"1\"").post(path + "/send", "{}").status())
                .isEqualTo(412);
        assertThat(api.as(head).ifMatch("\"2\"").post(path + "/send", "{}").status())
                .isEqualTo(200);
        assertThat(api.as(head).ifMatch("\"2\"").post(path + "/send", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void theUnitsOpinionsTurnItsConsentIntoConsentWithOpinionsAndTheNoteStays() {
        composing.create(
                staff,
                texts.place(draft, "dieu-1").id(),
                NewComment.of(CommentKind.EDIT, "Của Sở").forUnit(unit.code()));
        replies.putAll(staff, round.id(), unit.code(), Position.OBJECT, CANARY);
        Reply sent = consents.agree(head, round.id(), draft).reply().orElseThrow();

        assertThat(sent.state()).isEqualTo(ReplyState.SENT);
        assertThat(sent.positions()).containsValue(Position.AGREE_WITH);
        assertThat(sent.note()).isEqualTo(CANARY);
        assertThat(rounds.counts(secretary, round.id(), draft).agreedWithOpinions())
                .isEqualTo(1);
    }

    @Test
    void anOpinionAfterTheConsentCountsWhenItIsInTime() {
        consents.agree(member, round.id(), draft);
        assertThat(rounds.counts(secretary, round.id(), null).agreed()).isEqualTo(1);
        says(member, round.closesAt());
        assertThat(rounds.counts(secretary, round.id(), null).agreed())
                .as("a late one adds nothing")
                .isEqualTo(1);
        says(member, round.closesAt().minusMillis(1));
        assertThat(rounds.counts(secretary, round.id(), null).agreed()).isZero();
        assertThat(rounds.counts(secretary, round.id(), null).agreedWithOpinions())
                .isEqualTo(1);
    }

    @Test
    void aDeadlineMovesOnlyForwardForAllAndForOne() {
        Instant later = round.closesAt().plus(Duration.ofDays(2));
        String code = unit.code();
        for (Instant wrong : List.of(round.closesAt(), round.closesAt().minusSeconds(1), clock.instant())) {
            assertThat(Refused.by(() -> rounds.extend(secretary, round.id(), wrong, "Chờ")))
                    .isEqualTo("422 DEADLINE_NOT_LATER");
            assertThat(Refused.by(() -> replies.extend(secretary, round.id(), code, wrong, "Chờ")))
                    .isEqualTo("422 DEADLINE_NOT_LATER");
        }
        assertThat(Refused.by(() -> replies.extend(secretary, round.id(), code, later, " ")))
                .isEqualTo("422 REASON_MISSING");
        Instant never = Instant.parse("9999-01-01T00:00:00Z");
        assertThat(Refused.by(() -> replies.extend(secretary, round.id(), code, never, "Chờ")))
                .startsWith("400");
        assertThat(Refused.by(() -> rounds.extend(secretary, round.id(), never, "Chờ")))
                .startsWith("400");
        Instant passed = round.closesAt().plus(Duration.ofDays(5));
        clock.at(passed, () -> {
            assertThat(Refused.by(() -> rounds.extend(secretary, round.id(), later, "đã qua")))
                    .isEqualTo("422 DEADLINE_NOT_LATER");
            return null;
        });
    }

    @Test
    void aLaterGeneralDeadlineBeatsAnOlderOwnOneAndWhatWasLateIsInTime() {
        Instant own = round.closesAt().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        replies.extend(secretary, round.id(), unit.code(), own, "Đề nghị");
        staffWrites();
        clock.at(own.plusSeconds(1), () -> {
            send(head);
            return null;
        });
        says(member, round.closesAt().plusSeconds(1));
        assertThat(rounds.counts(secretary, round.id(), null).late()).isEqualTo(1);
        assertThat(lateOpinions()).isEqualTo(1);

        rounds.extend(secretary, round.id(), own.plus(Duration.ofDays(1)), "Chờ tài liệu");
        assertThat(rounds.counts(secretary, round.id(), null).late()).isZero();
        assertThat(lateOpinions()).isZero();
    }

    private int lateOpinions() {
        return jdbc.sql("SELECT count(*) FROM comment WHERE round_id = :round AND late")
                .paramSource(SqlParameters.of("round", round.id()))
                .query(Integer.class)
                .single();
    }

    @Test
    void aRoundThatHasNotOpenedIsNeitherClosedNorLocked() {
        Round coming = committee
                .round(draft)
                .asking(unit)
                .opening(clock.instant().plus(Duration.ofDays(1)))
                .open(secretary);
        assertThat(Refused.by(() -> rounds.close(secretary, coming.id()))).isEqualTo("409 ROUND_NOT_OPEN");
        assertThat(Refused.by(() -> rounds.lock(secretary, coming.id()))).isEqualTo("409 ROUND_NOT_OPEN");
    }

    @Test
    void afterTheLockNothingIsTakenAndASecondLockLeavesNoRow() {
        staffWrites();
        says(member, clock.instant());
        CommentId opinion = comments.of(member, draft).getFirst().id();
        rounds.close(secretary, round.id());
        rounds.lock(secretary, round.id());
        rounds.lock(secretary, round.id());
        String code = unit.code();

        assertThat(rows("ROUND_LOCKED")).isEqualTo(1);
        for (String refused : List.of(
                Refused.by(() -> replies.submit(staff, round.id(), code)),
                Refused.by(() -> send(head)),
                Refused.by(() -> consents.agree(member, round.id(), draft)),
                Refused.by(() -> replies.classified(secretary, round.id(), code)),
                Refused.by(() -> conversation.reply(secretary, opinion, "Trả lời")))) {
            assertThat(refused).isEqualTo("409 ROUND_LOCKED");
        }
    }

    @Test
    void aPageOfRepliesTakesAsManyStatementsForManyAsForFew() {
        Unit[] many = IntStream.range(0, 30).mapToObj(n -> committee.unit()).toArray(Unit[]::new);
        Round large = committee.round(draft, second()).asking(many).open(secretary);
        for (Unit asked : many) {
            replies.putAll(secretary, large.id(), asked.code(), Position.AGREE, "");
            replies.send(secretary, large.id(), asked.code());
        }
        List<RoundId> all = List.of(round.id(), large.id());
        for (Person reader : List.of(secretary, chair)) {
            assertThat(StatementCounter.count(() -> replies.list(reader, large.id())))
                    .isEqualTo(StatementCounter.count(() -> replies.list(reader, round.id())))
                    .isLessThanOrEqualTo(3);
            assertThat(StatementCounter.count(() -> replies.lists(reader, all))).isLessThanOrEqualTo(3);
            assertThat(StatementCounter.count(() -> rounds.figures(reader, all)))
                    .isEqualTo(StatementCounter.count(() -> rounds.figures(reader, List.of(round.id()))))
                    .isLessThanOrEqualTo(3);
        }
        assertThat(StatementCounter.count(() -> api.as(secretary).get("/api/v1/rounds/" + large.id())))
                .isEqualTo(StatementCounter.count(() -> api.as(secretary).get("/api/v1/rounds/" + round.id())));
        assertThat(rounds.figures(secretary, all).get(large.id()).overall())
                .isEqualTo(rounds.counts(secretary, large.id(), null));
    }

    private VersionId second() {
        return texts.published(member, committee.sealed(member));
    }

    @Test
    void aReaderDoesNotWaitForWhoeverClosesTheRound() {
        assertThat(StatementCounter.statements(() -> {
                    comments.visibility(member, draft);
                    rounds.ruling(member, draft);
                    consents.of(member, round);
                }))
                .isNotEmpty()
                .noneMatch(sql -> sql.contains("FOR SHARE") || sql.contains("FOR UPDATE"));
    }

    @Test
    void whatTheScreenSaysOfPositionsIsWhatCounts() {
        says(member, clock.instant());
        consents.agree(member, round.id(), draft);
        assertThat(consents.of(member, round).getFirst().reply().orElseThrow().positions())
                .isEqualTo(Map.of(draft, Position.AGREE_WITH));
    }
}
