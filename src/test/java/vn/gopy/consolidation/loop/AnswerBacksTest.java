package vn.gopy.consolidation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.OwnResult;
import vn.gopy.consolidation.OwnResults;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.loop.OwnSights.Sight;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.notice.Notices;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.running.Announcing;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Texts;

/** Who said something sees what became of it, whether the next draft shows it, and answers back once within a window. */
@IntegrationTest
class AnswerBacksTest {

    private static final String WORDING = "Cơ quan Thường trực gửi tài liệu trước phiên họp 05 ngày làm việc.";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    Rounds rounds;

    @Autowired
    Announcing announcing;

    @Autowired
    OwnResults results;

    @Autowired
    OwnSights sights;

    @Autowired
    AnswerBacks backs;

    @Autowired
    Notices notices;

    @Autowired
    AdjustableClock clock;

    @Autowired
    Turns turns;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Person owner;
    private Person head;
    private Person staff;
    private Unit unit;
    private Dossier dossier;
    private VersionId draft;
    private Round round;
    private PointId point;

    @BeforeEach
    void aUnitHasSaidSomething() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        dossier = committee.sealed(owner);
        draft = texts.published(owner, dossier);
        round = committee.round(draft).asking(unit).open(secretary);
        point = said("dieu-2/khoan-1");
    }

    private void lock() {
        rounds.close(secretary, round.id());
        rounds.lock(secretary, round.id());
    }

    private PointId said(String place) {
        ProvisionId at = texts.place(draft, place).id();
        return points.enter(
                        secretary,
                        round.id(),
                        List.of(new NewPoint(
                                draft,
                                unit.code(),
                                null,
                                CommentKind.EDIT,
                                "Thời hạn 03 ngày là ngắn.",
                                null,
                                SourceKind.LETTER,
                                "",
                                List.of(at),
                                false,
                                false)))
                .getFirst();
    }

    private void announced() {
        lock();
        Point one = points.get(secretary, point);
        points.answer(secretary, point, one.version(), Outcome.ACCEPT, "Tiếp thu.", WORDING);
        announcing.announce(secretary, round.id());
    }

    private void nextDraft(String clause) {
        List<String> lines = new ArrayList<>(DraftFixture.REGULATION);
        lines.set(5, "1. " + clause);
        texts.published(owner, dossier, lines);
    }

    private OwnResult own(Person asker) {
        return results.all(asker).getFirst();
    }

    private Sight sight() {
        Map<PointId, Sight> seen = sights.of(head, results.all(head));
        return Objects.requireNonNull(seen.get(point));
    }

    @Test
    void whatIsNotAnnouncedIsThereWithoutItsResult() {
        Point one = points.get(secretary, point);
        points.answer(secretary, point, one.version(), Outcome.ACCEPT, "Tiếp thu.", WORDING);
        assertThat(own(staff).outcome()).isNull();
        assertThat(own(staff).answer()).isEmpty();
        assertThat(own(staff).applied()).isNull();
        assertThat(results.of(staff)).isEmpty();
        lock();
        announcing.announce(secretary, round.id());
        assertThat(own(staff).answer()).isEqualTo("Tiếp thu.");
        assertThat(results.all(committee.in(committee.unit(), UnitRole.HEAD))).isEmpty();
    }

    @Test
    void howeverManyOpinionsItsUnitHasTheHeadIsToldOnceOfAllTheirResults() {
        for (String place : List.of("dieu-1", "dieu-3")) {
            Point more = points.get(secretary, said(place));
            points.answer(secretary, more.id(), more.version(), Outcome.ACCEPT, "Tiếp thu.", null);
        }
        announced();
        assertThat(notices.of(head, Texts.VIETNAMESE))
                .filteredOn(told -> told.words().title().equals("Đã có kết quả tiếp thu, giải trình"))
                .singleElement()
                .satisfies(told -> assertThat(told.words().path()).endsWith("=" + round.id()));
        assertThat(results.of(head))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.outcome()).isEqualTo(Outcome.ACCEPT));
    }

    @Test
    void theNextDraftShowsItOrDoesNot() {
        announced();
        assertThat(sights.of(head, results.all(head))).isEmpty();
        nextDraft("Cơ quan Thường trực gửi tài liệu trước phiên họp 04 ngày làm việc.");
        assertThat(sight().seen().stands()).isFalse();
        nextDraft(WORDING);
        assertThat(sight().newest().ordinal()).isEqualTo(3);
        assertThat(sight().seen().stands()).isTrue();
        assertThat(Objects.requireNonNull(sight().seen().now()).text()).contains("05 ngày");
    }

    @Test
    void asManyStatementsForOneAsForTwenty() {
        announced();
        nextDraft(WORDING);
        OwnResult one = own(head);
        List<OwnResult> many = Stream.generate(() -> another(one)).limit(20).toList();
        sights.of(head, many); // the ties of the versions are remembered
        assertThat(StatementCounter.count(() -> sights.of(head, many)))
                .isEqualTo(StatementCounter.count(() -> sights.of(head, List.of(one))));
    }

    private static OwnResult another(OwnResult one) {
        return new OwnResult(
                PointId.next(),
                one.round(),
                one.title(),
                one.announced(),
                one.number(),
                one.who(),
                one.unit(),
                one.text(),
                one.replacement(),
                one.outcome(),
                one.basis(),
                one.answer(),
                one.applied(),
                one.code(),
                one.dossier(),
                one.dossierTitle(),
                one.draft(),
                one.name(),
                one.body(),
                one.path(),
                one.place());
    }

    @Test
    void theHeadAnswersBackOnceAndTheSecretariatIsTold() {
        assertThat(Refused.by(() -> backs.say(head, point, "Chưa đúng ý."))).isEqualTo("409 ROUND_NOT_ANNOUNCED");
        announced();
        assertThat(Refused.by(() -> backs.say(staff, point, "Chưa đúng ý."))).isEqualTo("403 FORBIDDEN");
        assertThat(backs.until(staff, own(staff))).isEmpty();
        assertThat(backs.until(head, own(head))).isPresent();
        assertThat(Refused.by(() -> backs.say(committee.in(committee.unit(), UnitRole.HEAD), point, "Của người khác")))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> backs.say(head, point, " "))).isEqualTo("422 TEXT_MISSING");
        backs.say(head, point, "Chưa đúng ý.");
        assertThat(Refused.by(() -> backs.say(head, point, "Lần nữa."))).isEqualTo("409 ANSWER_BACK_GIVEN");

        assertThat(backs.own(staff).get(point))
                .satisfies(one -> assertThat(one.text()).isEqualTo("Chưa đúng ý."));
        assertThat(backs.of(secretary, round.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.by()).isEqualTo(head.displayName()));
        assertThat(Refused.by(() -> backs.of(head, round.id()))).isEqualTo("403 FORBIDDEN");
        assertThat(notices.of(secretary, Texts.VIETNAMESE).stream()
                        .map(told -> told.words().title()))
                .contains("Có ý kiến về kết quả tiếp thu, giải trình");
    }

    @Test
    void anotherSystemReadsTheResultWithOldAndNewWordsAndAnswersBackOnce() {
        String opinions = "/api/v1/me/opinions";
        JsonNode waiting = api.as(head).get(opinions).json().path("items").path(0);
        assertThat(waiting.path("text").asString()).isEqualTo("Thời hạn 03 ngày là ngắn.");
        assertThat(waiting.path("outcome").isNull()).isTrue();
        assertThat(waiting.path("answerBackUntil").isNull()).isTrue();
        announced();
        nextDraft(WORDING);
        JsonNode own = api.as(head).get(opinions).json().path("items").path(0);
        assertThat(own.path("outcome").asString()).isEqualTo("ACCEPT");
        assertThat(own.path("answer").asString()).isEqualTo("Tiếp thu.");
        assertThat(own.path("path").asString()).isEqualTo("dieu-2/khoan-1");
        assertThat(own.path("seen").path("stands").asBoolean()).isTrue();
        assertThat(own.path("seen").path("now").asString()).contains("05 ngày");
        assertThat(own.path("seen").path("before").asString()).isNotBlank().doesNotContain("05 ngày");
        assertThat(own.path("answerBackUntil").asString()).isNotBlank();

        String say = "/api/v1/points/" + point + "/answer-back";
        assertThat(api.as(staff).post(say, "{\"text\":\"Chưa đúng ý.\"}").status())
                .isEqualTo(403);
        ApiFixture.Answer said = api.as(head).post(say, "{\"text\":\"Chưa đúng ý.\"}");
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().path("by").asString()).isEqualTo(head.displayName());
        assertThat(api.as(head).post(say, "{\"text\":\"Lần nữa.\"}").code()).isEqualTo("ANSWER_BACK_GIVEN");
        JsonNode given = api.as(staff).get(opinions).json().path("items").path(0);
        assertThat(given.path("answerBack").path("text").asString()).isEqualTo("Chưa đúng ý.");
        assertThat(given.path("answerBackUntil").isNull()).isTrue();
        assertThat(api.as(owner).get(opinions).json().path("items").size()).isZero();
    }

    @Test
    void afterTheWindowNothingIsTaken() {
        announced();
        Instant closes = backs.until(Objects.requireNonNull(own(head).announced()));
        assertThat(closes).isAfter(clock.instant().plus(Duration.ofDays(AnswerBacks.WORKING_DAYS - 1)));
        assertThat(Refused.by(() -> clock.at(closes, () -> {
                    backs.say(head, point, "Muộn.");
                    return "";
                })))
                .isEqualTo("409 ANSWER_BACK_CLOSED");
        clock.at(closes.minusSeconds(1), () -> {
            backs.say(head, point, "Vừa kịp.");
            return "";
        });
    }

    @Test
    void ofTwoHeadsWhoAnswerBackAtOnceOneIsFirst() {
        announced();
        Person other = committee.in(unit, UnitRole.HEAD);
        assertThat(turns.of(() -> backs.say(head, point, "Một."), () -> backs.say(other, point, "Hai.")))
                .containsExactly("done", "409 ANSWER_BACK_GIVEN");
        assertThat(backs.own(head)).hasSize(1);
    }
}
