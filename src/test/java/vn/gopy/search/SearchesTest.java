package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.NewRound;
import vn.gopy.round.Openings;
import vn.gopy.round.Rounds;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.index.IndexKeeper;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

/** The way from a change in the database to what each person finds. */
@IntegrationTest
class SearchesTest {

    @Autowired
    SearchWorld world;

    @Autowired
    Searches searches;

    @Autowired
    Drafts drafts;

    @Autowired
    Composing composing;

    @Autowired
    Conversation conversation;

    @Autowired
    Rounds rounds;

    @Autowired
    Openings openings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    Clock clock;

    private Person owner;
    private Person secretary;

    @BeforeEach
    void people() {
        owner = world.person(Role.MEMBER);
        secretary = world.person(Role.SECRETARIAT);
    }

    @Test
    void typedWithoutMarksTheClauseIsFoundWithItsPlaceAndItsWords() {
        Dossier dossier = world.dossier(owner, "Quy chế Alpha", Audience.INVITED, Discussion.SEALED);
        VersionId version = world.draft(owner, dossier, "Tổ tư vấn alphamot phản biện độc lập.");
        world.settle();

        SearchHit hit = only(search(owner, "alphamot phan bien doc lap"));
        assertThat(hit.type()).isEqualTo(HitType.PROVISION);
        assertThat(hit.versionId()).isEqualTo(version);
        assertThat(hit.path()).isEqualTo("dieu-2/khoan-2");
        assertThat(hit.label()).isEqualTo("khoản 2 Điều 2");
        assertThat(hit.steps()).containsExactly("Chương I", "Điều 2. Nội dung chính", "khoản 2");
        assertThat(hit.provisionId())
                .isEqualTo(world.place(version, "dieu-2/khoan-2").id());
        assertThat(hit.snippet())
                .filteredOn(Fragment::hit)
                .extracting(Fragment::text)
                .contains("alphamot phản biện độc lập");
    }

    @Test
    void whereSeveralBodiesHaveArticlesThePathNamesTheBody() {
        Dossier dossier = world.dossier(owner, "Quyết định và Quy chế", Audience.INVITED, Discussion.SEALED);
        VersionId version = world.review(owner, dossier, "Tổ tư vấn alphahai phản biện.");
        jdbc.sql("""
                INSERT INTO provision (id, version_id, position, kind, body, path, number, label, heading, text)
                VALUES (:id, :version, 9, 'ARTICLE', 'QD', 'dieu-2', '2', 'Điều 2', '', 'Giao Văn phòng alphaba.')
                """)
                .paramSource(SqlParameters.of("id", Ids.next()).and("version", version))
                .update();
        drafts.publish(owner, version);
        world.settle();

        SearchHit hit = only(search(owner, "alphahai"));
        assertThat(hit.steps()).containsExactly("Quy chế", "Chương I", "Điều 2. Nội dung chính", "khoản 2");
        assertThat(hit.label()).isEqualTo("khoản 2 Điều 2 Quy chế");
        assertThat(hit.address()).endsWith("/du-thao/1#QC/dieu-2/khoan-2");
        assertThat(hit.addressWithWords()).endsWith("/du-thao/1?tim=alphahai#QC/dieu-2/khoan-2");
        assertThat(only(search(owner, "alphaba")).label()).isEqualTo("Điều 2 Quyết định");
    }

    @Test
    void whoMayNotReadADossierFindsAndCountsNothingOfIt() {
        Dossier dossier = world.dossier(owner, "Quy chế Beta", Audience.INVITED, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung kín betamot.");
        world.settle();

        for (Person outsider :
                List.of(world.person(Role.MEMBER), world.person(Role.ADVISER), world.person(Role.ADMINISTRATOR))) {
            SearchResults results = search(outsider, "betamot");
            assertThat(results.total()).isZero();
            assertThat(results.hits()).isEmpty();
            assertThat(results.facets().values())
                    .allSatisfy(values -> assertThat(values).isEmpty());
            assertThat(results.suggestion()).isEmpty();
            assertThat(results.unknown()).containsExactly("betamot");
            assertThat(search(outsider, "betamot nội dung").near().toString()).doesNotContain("kín betamot");
            assertThat(search(outsider, "betamto").suggestion()).isEmpty();
        }
        assertThat(search(secretary, "betamot").total()).isEqualTo(1);
        assertThat(search(world.person(Role.CHAIR), "betamot").total()).isEqualTo(1);
    }

    @Test
    void whatCitesADocumentIsFoundByItsNumber() {
        Dossier dossier = world.dossier(owner, "Quy chế Viện dẫn", Audience.INVITED, Discussion.SEALED);
        world.draft(owner, dossier, "Thực hiện theo Nghị định số 98123/2020/NĐ-CP của Chính phủ, vienmot.");
        world.draft(
                owner, world.dossier(owner, "Khác", Audience.INVITED, Discussion.SEALED), "Không viện dẫn vienmot.");
        world.settle();

        assertThat(only(search(owner, "vienmot vien-dan:98123/2020/NĐ-CP")).dossierTitle())
                .isEqualTo("Quy chế Viện dẫn");
        assertThat(search(owner, "vien-dan:98123/2020/nd-cp").total()).isEqualTo(1);
        assertThat(search(owner, "vienmot vien-dan:98124/2020/NĐ-CP").total()).isZero();
    }

    @Test
    void theStateOfAClauseIsTheDraftItStandsIn() {
        Dossier dossier = world.dossier(owner, "Quy chế Trạng thái", Audience.INVITED, Discussion.SEALED);
        VersionId first = world.draft(owner, dossier, "Nội dung trangthaimot.");
        VersionId second = world.draft(owner, dossier, "Nội dung trangthaimot.");
        world.settle();

        assertThat(only(search(owner, "trangthaimot trang-thai:moi-nhat")).versionId())
                .isEqualTo(second);
        assertThat(only(search(owner, "trangthaimot trang-thai:\"các lần trước\""))
                        .versionId())
                .isEqualTo(first);
        assertThat(search(owner, "trangthaimot trang-thai:da-hoan-tat-kiem-tra").total())
                .isEqualTo(2);
        assertThat(search(owner, "trangthaimot trang-thai:da-gui").total()).isZero();
    }

    @Test
    void aDossierForEveryoneIsFoundByAllButAdministrators() {
        Dossier dossier = world.dossier(owner, "Quy chế Gamma", Audience.EVERYONE, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung chung gammamot.");
        world.settle();

        assertThat(search(world.person(), "gammamot").total()).isEqualTo(1);
        assertThat(search(world.person(Role.ADMINISTRATOR), "gammamot").total()).isZero();
    }

    @Test
    void anUnpublishedVersionIsNotFound() {
        Dossier dossier = world.dossier(owner, "Quy chế Delta", Audience.EVERYONE, Discussion.SEALED);
        world.review(owner, dossier, "Chưa công bố deltamot.");
        world.settle();

        assertThat(search(owner, "deltamot").total()).isZero();
    }

    @Test
    void aSealedOpinionIsFoundByItsAuthorAndTheSecretariatAlone() {
        Person member = world.person(Role.MEMBER);
        Person other = world.person(Role.MEMBER);
        Dossier dossier = world.dossier(owner, "Quy chế Epsilon", Audience.INVITED, Discussion.SEALED, member, other);
        VersionId version = world.draft(owner, dossier, "Nội dung.");
        composing.create(
                member, world.place(version, "dieu-1").id(), NewComment.of(CommentKind.EDIT, "Ý kiến epsimot"));
        world.settle();

        SearchHit hit = only(search(member, "epsimot"));
        assertThat(hit.type()).isEqualTo(HitType.COMMENT);
        assertThat(hit.label()).isEqualTo("Điều 1");
        assertThat(search(secretary, "epsimot").total()).isEqualTo(1);
        assertThat(search(other, "epsimot").total()).isZero();
        assertThat(search(owner, "epsimot").total()).isZero();
        assertThat(search(world.person(Role.CHAIR), "epsimot").total()).isZero();
    }

    @Test
    void anUnsentOpinionIsItsAuthorsAlone() {
        Person member = world.person(Role.MEMBER);
        Dossier dossier = world.dossier(owner, "Quy chế Zeta", Audience.INVITED, Discussion.GROUP, member);
        VersionId version = world.draft(owner, dossier, "Nội dung.");
        composing.create(
                member,
                world.place(version, "dieu-1").id(),
                NewComment.of(CommentKind.EDIT, "Ý kiến zetamot").unsent());
        world.settle();

        assertThat(search(member, "zetamot").total()).isEqualTo(1);
        assertThat(search(secretary, "zetamot").total()).isZero();
        assertThat(search(owner, "zetamot").total()).isZero();
    }

    @Test
    void inAnOpenedDiscussionTheGroupFindsOpinionsAndReplies() {
        Person member = world.person(Role.MEMBER);
        Person reader = world.person();
        Dossier dossier = world.dossier(owner, "Quy chế Eta", Audience.INVITED, Discussion.GROUP, member, reader);
        VersionId version = world.draft(owner, dossier, "Nội dung.");
        var root = composing.create(
                member, world.place(version, "dieu-1").id(), NewComment.of(CommentKind.EDIT, "Ý kiến etamot"));
        conversation.reply(owner, root.id(), "Trả lời etahai");
        world.settle();

        assertThat(search(owner, "etamot").total()).isEqualTo(1);
        assertThat(search(member, "etahai").total()).isEqualTo(1);
        assertThat(search(reader, "etamot").total()).isZero();
        assertThat(search(world.person(Role.MEMBER), "etamot").total()).isZero();
    }

    @Test
    void aUnitsDraftIsFoundInsideTheUnit() {
        Unit unit = world.unit();
        Person head = world.headOf(unit);
        Person colleague = world.headOf(unit);
        Dossier dossier = world.dossier(owner, "Quy chế Theta", Audience.EVERYONE, Discussion.GROUP);
        VersionId version = world.draft(owner, dossier, "Nội dung.");
        composing.create(
                head,
                world.place(version, "dieu-1").id(),
                NewComment.of(CommentKind.EDIT, "Ý kiến thetamot").forUnit(unit.code()));
        world.settle();

        assertThat(search(colleague, "thetamot").total()).isEqualTo(1);
        assertThat(search(world.headOf(world.unit()), "thetamot").total()).isZero();
        assertThat(search(owner, "thetamot").total()).isZero();
    }

    @Test
    void aRightTakenAwayCountsAtOnceAlsoWhileTheIndexStandsStill() {
        Person member = world.person(Role.MEMBER);
        Dossier dossier = world.dossier(owner, "Quy chế Iota", Audience.INVITED, Discussion.SEALED, member);
        world.draft(owner, dossier, "Nội dung iotamot.");
        world.settle();
        assertThat(search(member, "iotamot").total()).isEqualTo(1);

        keeper.stop();
        try {
            jdbc.sql("DELETE FROM dossier_grant WHERE dossier_id = :id")
                    .paramSource(SqlParameters.of("id", dossier.id()))
                    .update();
            SearchResults results = search(member, "iotamot");
            assertThat(results.total()).isZero();
            assertThat(results.hits()).isEmpty();
            assertThat(results.facets().values())
                    .allSatisfy(values -> assertThat(values).isEmpty());
        } finally {
            keeper.start();
        }
    }

    @Test
    void statementsGrowNeitherWithDossiersNorWithHitsNorWithWhatNearlyFits() {
        Dossier first = world.dossier(owner, "Quy chế Omicron", Audience.INVITED, Discussion.SEALED);
        world.draft(owner, first, "Nội dung omicronmot omicronhai.");
        world.settle();
        search(owner, "omicronmot");
        int one = StatementCounter.count(() -> search(owner, "omicronmot"));
        int near = StatementCounter.count(() -> search(owner, "omicronmot omicronba"));
        for (String words : List.of("omicronmot omicronba", "omicronmot omicronbon", "omicronhai omicronba")) {
            Dossier more = world.dossier(owner, "Quy chế chung", Audience.INVITED, Discussion.SEALED);
            world.draft(owner, more, "Nội dung " + words + ".");
        }
        world.settle();
        assertThat(search(owner, "omicronmot").hits()).hasSizeGreaterThan(2);
        assertThat(StatementCounter.count(() -> search(owner, "omicronmot"))).isEqualTo(one);
        assertThat(search(owner, "omicronmot omicronhai omicronba").near()).hasSizeGreaterThan(1);
        assertThat(StatementCounter.count(() -> search(owner, "omicronmot omicronhai omicronba")))
                .isEqualTo(near);
    }

    @Test
    void anInvitationOpensTheDraftToTheUnitAndClosingTheOpinionsToTheChair() {
        Unit unit = world.unit();
        Person head = world.headOf(unit);
        Person chair = world.person(Role.CHAIR);
        Dossier dossier = world.dossier(owner, "Quy chế Kappa", Audience.INVITED, Discussion.SEALED);
        VersionId version = world.draft(owner, dossier, "Nội dung kappamot.");
        world.settle();
        assertThat(search(head, "kappamot").total()).isZero();

        var round = openings.open(secretary, round(version, unit));
        world.settle();
        assertThat(search(head, "kappamot").total()).isEqualTo(1);
        composing.create(
                head,
                world.place(version, "dieu-1").id(),
                NewComment.of(CommentKind.EDIT, "Ý kiến kappahai").forUnit(unit.code()));
        world.settle();
        assertThat(search(chair, "kappahai").total()).isZero();

        rounds.close(secretary, round.id());
        world.settle();
        assertThat(search(chair, "kappahai").total()).isEqualTo(1);
    }

    private NewRound round(VersionId version, Unit unit) {
        return new NewRound(
                List.of(version),
                "Đợt 1",
                "",
                clock.instant().minusSeconds(60),
                clock.instant().plus(Duration.ofDays(5)),
                List.of(new NewRound.Invited.AUnit(unit.code())),
                null,
                null,
                "",
                null,
                false,
                null,
                null,
                List.of());
    }

    @Test
    void aNewVersionMakesTheOldOneEarlier() {
        Dossier dossier = world.dossier(owner, "Quy chế Lambda", Audience.INVITED, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung lambdamot.");
        VersionId second = world.draft(owner, dossier, "Nội dung lambdamot sửa.");
        world.settle();

        SearchResults latest = searches.search(
                owner, new SearchRequest("lambdamot", Map.of(Facet.DRAFT, Set.of("LATEST")), false, 0, 10));
        assertThat(only(latest).versionId()).isEqualTo(second);
        assertThat(latest.facets().get(Facet.DRAFT).stream()
                        .collect(Collectors.toMap(SearchResults.FacetValue::value, SearchResults.FacetValue::count)))
                .isEqualTo(Map.of("LATEST", 1L, "EARLIER", 1L));
        assertThat(latest.facets().get(Facet.DOSSIER))
                .extracting(SearchResults.FacetValue::name)
                .containsExactly("Quy chế Lambda");
    }

    @Test
    void aTypingErrorIsNoticedWhenBetterWordsFindSomething() {
        Dossier dossier = world.dossier(owner, "Quy chế Mu", Audience.INVITED, Discussion.SEALED);
        world.draft(owner, dossier, "Nghị định về muymot phản biện.");
        world.settle();

        assertThat(search(owner, "muymot pharn bieejn").suggestion()).contains("muymot phản biện");
        assertThat(search(owner, "muymto").suggestion()).contains("muymot");
        assertThat(search(owner, "muymot").suggestion()).isEmpty();
        assertThat(search(owner, "muymto pharr bieejnx").suggestion())
                .as("more unknown words than slips")
                .isEmpty();
    }

    private SearchResults search(Person asker, String text) {
        return searches.search(asker, SearchRequest.of(text));
    }

    private static SearchHit only(SearchResults results) {
        assertThat(results.total()).isEqualTo(1);
        assertThat(results.hits()).hasSize(1);
        return results.hits().getFirst();
    }
}
