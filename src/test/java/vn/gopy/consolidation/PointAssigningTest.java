package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** Points are given to people of the secretariat; each finds what is theirs, and of two who give at once one is first. */
@IntegrationTest
class PointAssigningTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    PointAssigning assigning;

    @Autowired
    DeskReading desk;

    @Autowired
    Standstill standstill;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Person owner;
    private Unit unit;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        VersionId draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private PointId entered(Round in, String path, String words) {
        VersionId draft = in.drafts().getFirst();
        return points.enter(
                        secretary,
                        in.id(),
                        List.of(new NewPoint(
                                draft,
                                null,
                                null,
                                CommentKind.EDIT,
                                words,
                                null,
                                SourceKind.LETTER,
                                "",
                                List.of(texts.place(draft, path).id()),
                                false,
                                false)))
                .getFirst();
    }

    @Test
    void whatIsGivenToSomebodyIsAllThatTheySeeAsTheirs() {
        Person colleague = committee.person(Role.SECRETARIAT);
        PointId theirs = entered(round, "dieu-1", "Một");
        entered(round, "dieu-1", "Hai");
        entered(round, "dieu-2/khoan-1", "Ba");
        assertThat(desk.places(colleague, round, DeskReading.Filter.MINE)).isEmpty();
        assigning.assign(
                secretary,
                round.id(),
                Map.of(theirs, points.get(secretary, theirs).version()),
                colleague.username());
        assertThat(points.get(secretary, theirs).assignee()).isEqualTo(colleague.username());
        assertThat(desk.places(colleague, round, DeskReading.Filter.MINE))
                .singleElement()
                .satisfies(place -> assertThat(place.points()).isEqualTo(1))
                .satisfies(place -> assertThat(desk.groups(colleague, round.id(), place.key(), DeskReading.Filter.MINE))
                        .hasSize(1));
        assertThat(desk.places(colleague, round, DeskReading.Filter.ALL)).hasSize(2);
        assigning.assign(
                secretary,
                round.id(),
                Map.of(theirs, points.get(secretary, theirs).version()),
                null);
        assertThat(desk.places(colleague, round, DeskReading.Filter.MINE)).isEmpty();
    }

    @Test
    void onlyTheSecretariatGivesAndIsGivenWhatItHasSeen() {
        PointId point = entered(round, "dieu-1", "Một");
        Map<PointId, Integer> seen = Map.of(point, 1);
        Map<PointId, Integer> stale = Map.of(point, 7);
        assertThat(Refused.by(() -> assigning.assign(secretary, round.id(), seen, owner.username())))
                .isEqualTo("422 ASSIGNEE_UNKNOWN");
        assertThat(Refused.by(() -> assigning.assign(secretary, round.id(), stale, secretary.username())))
                .isEqualTo("412 STALE");
        assertThat(Refused.by(() -> assigning.assign(owner, round.id(), seen, secretary.username())))
                .isEqualTo("404 NOT_FOUND");
        Round other = committee.round(round.drafts().getFirst()).open(secretary);
        assertThat(Refused.by(() -> assigning.assign(secretary, other.id(), seen, secretary.username())))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void anotherSystemGivesAndAnswersAPointInOneCallBothOrNeither() {
        PointId point = entered(round, "dieu-1", "Một");
        Person colleague = committee.person(Role.SECRETARIAT);
        String path = "/api/v1/points/" + point;
        ApiFixture.Answer given = api.as(secretary)
                .ifMatch("\"1\"")
                .send("PATCH", path, "{\"assignee\":\"" + colleague.username() + "\"}");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.json().path("assignee").asString()).isEqualTo(colleague.username());
        assertThat(given.json().path("version").asInt()).isEqualTo(2);

        ApiFixture.Answer refused = api.as(secretary)
                .ifMatch("\"2\"")
                .send("PATCH", path, "{\"assignee\":null,\"outcome\":\"KEEP\",\"answer\":\"\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(points.get(secretary, point).assignee()).isEqualTo(colleague.username());

        assertThat(api.as(secretary).send("PATCH", path, "{}").status()).isEqualTo(428);
        assertThat(api.as(owner).send("PATCH", path, "{}").status()).isEqualTo(404);
        ApiFixture.Answer both = api.as(secretary)
                .ifMatch("\"2\"")
                .send("PATCH", path, "{\"assignee\":null,\"outcome\":\"KEEP\",\"answer\":\"Giữ.\"}");
        assertThat(both.json().path("assignee").isNull()).isTrue();
        assertThat(both.json().path("answer").asString()).isEqualTo("Giữ.");
        assertThat(api.as(secretary)
                        .ifMatch("\"2\"")
                        .send("PATCH", path, "{\"assignee\":null}")
                        .status())
                .isEqualTo(412);
        assertThat(api.as(secretary)
                        .ifMatch("\"4\"")
                        .send("PATCH", path, "{\"assignee\":\"" + owner.username() + "\"}")
                        .code())
                .isEqualTo("ASSIGNEE_UNKNOWN");
    }

    @Test
    void ofTwoWhoGiveThePointAtOnceOneIsFirst() {
        PointId point = entered(round, "dieu-1", "Một");
        Point now = points.get(secretary, point);
        Map<PointId, Integer> seen = Map.of(point, now.version());
        Person colleague = committee.person(Role.SECRETARIAT);
        assertThat(standstill.of(
                        "SELECT FROM issue_group WHERE id = :id",
                        now.groupId().value(),
                        List.of(
                                () -> assigning.assign(secretary, round.id(), seen, colleague.username()),
                                () -> points.answer(
                                        colleague, point, now.version(), Outcome.ACCEPT, "Tiếp thu", null))))
                .containsExactlyInAnyOrder("done", "412 STALE");
    }

    private DeskPlace.Key at(String path) {
        VersionId draft = round.drafts().getFirst();
        return new DeskPlace.Key(draft, texts.place(draft, path).id());
    }

    @Test
    void anArticleIsGivenWithAllThatStandsBelowItAndWhatSomebodyHasStaysTheirs() {
        Person colleague = committee.person(Role.SECRETARIAT);
        PointId taken = entered(round, "dieu-2/khoan-1", "Một");
        entered(round, "dieu-2/khoan-1", "Hai");
        entered(round, "dieu-2", "Ba");
        PointId elsewhere = entered(round, "dieu-1", "Bốn");
        assigning.assign(
                secretary,
                round.id(),
                Map.of(taken, points.get(secretary, taken).version()),
                secretary.username());

        assertThat(assigning.assignPlace(secretary, round.id(), at("dieu-2"), null, colleague.username()))
                .isEqualTo(2);
        assertThat(assigning.assignPlace(secretary, round.id(), at("dieu-2"), null, colleague.username()))
                .isZero();
        assertThat(points.get(secretary, taken).assignee()).isEqualTo(secretary.username());
        assertThat(points.get(secretary, elsewhere).assignee()).isNull();
        assertThat(assigning.assignPlace(
                        secretary, round.id(), at("dieu-2"), colleague.username(), secretary.username()))
                .isEqualTo(2);
        assertThat(desk.places(secretary, round, DeskReading.Filter.MINE))
                .extracting(DeskPlace::points)
                .containsExactly(1, 2);
        assertThat(Refused.by(() -> assigning.assignPlace(secretary, round.id(), at("dieu-2"), null, owner.username())))
                .isEqualTo("422 ASSIGNEE_UNKNOWN");
        assertThat(Refused.by(() -> assigning.assignPlace(owner, round.id(), at("dieu-2"), null, secretary.username())))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void whatIsGivenToAUnitIsSeenByItsPeopleOfTheSecretariat() {
        Unit office = committee.unit();
        Person first = committee.in(office, UnitRole.STAFF, Role.SECRETARIAT);
        PointId point = entered(round, "dieu-1", "Một");
        assertThat(assigning.candidates(secretary, round.id()))
                .extracting(PointAssigning.Assignee::code)
                .contains(office.code())
                .doesNotContain(unit.code());
        assertThat(assigning.assignPlace(secretary, round.id(), at("dieu-1"), null, office.code()))
                .isEqualTo(1);
        assertThat(points.get(secretary, point).assignee()).isEqualTo(office.code());
        assertThat(desk.places(first, round, DeskReading.Filter.MINE)).hasSize(1);
        assertThat(desk.places(secretary, round, DeskReading.Filter.MINE)).isEmpty();
    }

    @Test
    void ofTwoWhoGiveTheSamePlaceAtOnceOneGivesNothing() {
        PointId point = entered(round, "dieu-1", "Một");
        Person colleague = committee.person(Role.SECRETARIAT);
        List<Integer> given = new CopyOnWriteArrayList<>();
        assertThat(standstill.of(
                        "SELECT FROM issue_group WHERE id = :id",
                        points.get(secretary, point).groupId().value(),
                        List.of(
                                () -> given.add(assigning.assignPlace(
                                        secretary, round.id(), at("dieu-1"), null, colleague.username())),
                                () -> given.add(assigning.assignPlace(
                                        colleague, round.id(), at("dieu-1"), null, secretary.username())))))
                .containsExactly("done", "done");
        assertThat(given).containsExactlyInAnyOrder(0, 1);
    }
}
