package vn.gopy.draft.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Repair.Spot;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.shared.Refusal;

/** How versions are tied, and what people decide about it. */
@IntegrationTest
class VersionAlignmentsTest {

    /** The clause on papers has quite other words, the other one stays. */
    private static final List<String> REWRITTEN = DraftFixture.REGULATION.stream()
            .map(line -> line.replace(
                    "Cơ quan Thường trực gửi tài liệu trước phiên họp 03 ngày làm việc.",
                    "Hồ sơ điện tử được cập nhật trên nền tảng số."))
            .toList();

    private static final String PAPERS = "dieu-2/khoan-1";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureChecks checks;

    @Autowired
    VersionAlignments alignments;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient sql;

    private Person owner;
    private Person member;
    private Dossier dossier;
    private VersionId first;
    private VersionId second;

    @BeforeEach
    void twoVersions() {
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member);
        first = texts.published(owner, dossier);
        second = texts.published(owner, dossier, REWRITTEN);
    }

    private LineageId lineage(VersionId version, String path) {
        return texts.place(version, path).lineage();
    }

    private ProvisionId place(VersionId version, String path) {
        return texts.place(version, path).id();
    }

    private StoredTie tie(VersionId version, ProvisionId place) {
        return alignments.of(owner, version).ties().stream()
                .filter(tie -> tie.touches(place))
                .findFirst()
                .orElseThrow();
    }

    private VersionAlignment correct(VersionId version, List<ProvisionId> before, List<ProvisionId> after) {
        int seen = drafts.get(owner, version).version();
        return alignments.decide(
                owner,
                version,
                seen,
                new Decisions(List.of(), List.of(new Decisions.Corrected(before, after)), List.of()));
    }

    private VersionAlignment confirm(VersionId version, TieId tie) {
        return alignments.decide(
                owner,
                version,
                drafts.get(owner, version).version(),
                new Decisions(List.of(tie), List.of(), List.of()));
    }

    @Test
    void publishingTiesEveryPlaceToTheVersionBefore() {
        VersionAlignment alignment = alignments.of(owner, second);
        assertThat(alignment.older()).isNotNull().extracting(it -> it.id()).isEqualTo(first);
        assertThat(alignment.ties()).allSatisfy(tie -> assertThat(tie.state()).isEqualTo(StoredTie.State.PROPOSED));
        assertThat(tie(second, place(second, "dieu-2/khoan-2")).kind()).isEqualTo(Tie.Kind.SAME);
        assertThat(tie(second, place(second, PAPERS)).kind()).isEqualTo(Tie.Kind.NEW);
        assertThat(tie(second, place(first, PAPERS)).kind()).isEqualTo(Tie.Kind.REMOVED);
        assertThat(lineage(second, PAPERS)).isNotEqualTo(lineage(first, PAPERS));
        assertThat(alignments.of(owner, first).older()).isNull();
    }

    @Test
    void whileAVersionIsCheckedItsTiesAreOnlyProposedAndNotKept() {
        VersionId third = texts.review(owner, dossier, REWRITTEN);
        assertThat(alignments.of(owner, third).ties())
                .extracting(StoredTie::kind)
                .containsOnly(Tie.Kind.SAME);
        assertThat(sql.sql("SELECT count(*) FROM alignment_tie WHERE newer_id = :id")
                        .param("id", third.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> correct(third, List.of(place(second, PAPERS)), List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("NOT_PUBLISHED");
    }

    @Test
    void whoTiesTwoPlacesByHandGivesOneTheLineageOfTheOtherInAllThatFollows() {
        VersionId third = texts.published(owner, dossier, REWRITTEN);
        assertThat(lineage(third, PAPERS)).isEqualTo(lineage(second, PAPERS));

        correct(second, List.of(place(first, PAPERS)), List.of(place(second, PAPERS)));

        StoredTie tie = tie(second, place(second, PAPERS));
        assertThat(tie.kind()).isEqualTo(Tie.Kind.EDITED);
        assertThat(tie.state()).isEqualTo(StoredTie.State.CONFIRMED);
        assertThat(tie.decision())
                .isNotNull()
                .extracting(StoredTie.Decision::by)
                .isEqualTo(owner.id());
        assertThat(lineage(second, PAPERS)).isEqualTo(lineage(first, PAPERS));
        assertThat(lineage(third, PAPERS)).isEqualTo(lineage(first, PAPERS));
    }

    @Test
    void whatIsTakenApartHasALineageOfItsOwnUntilItIsTiedAgainAndTheOldTieStaysOnRecord() {
        LineageId own = lineage(second, "dieu-3");
        correct(second, List.of(place(first, "dieu-3")), List.of());
        assertThat(tie(second, place(first, "dieu-3")).kind()).isEqualTo(Tie.Kind.REMOVED);
        assertThat(tie(second, place(second, "dieu-3")).kind()).isEqualTo(Tie.Kind.NEW);
        LineageId apart = lineage(second, "dieu-3");
        assertThat(apart).isNotEqualTo(own).isNotEqualTo(lineage(first, "dieu-3"));
        assertThat(sql.sql("SELECT kind FROM alignment_tie WHERE newer_id = :id AND state = 'REJECTED'")
                        .param("id", second.value())
                        .query(String.class)
                        .list())
                .containsExactly("SAME");

        correct(second, List.of(place(first, "dieu-3")), List.of(place(second, "dieu-3")));
        assertThat(lineage(second, "dieu-3")).isEqualTo(own);
    }

    @Test
    void placesThatBecameOneAreOneLineageFromThenOn() {
        correct(
                second,
                List.of(place(first, PAPERS), place(first, "dieu-2/khoan-2")),
                List.of(place(second, "dieu-2/khoan-2")));
        assertThat(tie(second, place(first, PAPERS)).kind()).isEqualTo(Tie.Kind.MERGED);
        assertThat(mergedInto(lineage(first, PAPERS)))
                .isEqualTo(lineage(second, "dieu-2/khoan-2").value());

        correct(second, List.of(place(first, PAPERS)), List.of());
        assertThat(mergedInto(lineage(first, PAPERS))).as("and no longer").isNull();
    }

    @Test
    void whatIsReopenedIsAsTheWordsProposeItAgain() {
        LineageId own = lineage(second, PAPERS);
        correct(second, List.of(place(first, PAPERS)), List.of(place(second, PAPERS)));
        StoredTie corrected = tie(second, place(second, PAPERS));

        alignments.decide(
                owner,
                second,
                drafts.get(owner, second).version(),
                new Decisions(List.of(), List.of(), List.of(corrected.id())));

        assertThat(tie(second, place(second, PAPERS)))
                .returns(Tie.Kind.NEW, StoredTie::kind)
                .returns(StoredTie.State.PROPOSED, StoredTie::state);
        assertThat(lineage(second, PAPERS)).isNotEqualTo(lineage(first, PAPERS)).isNotEqualTo(own);
    }

    private Object mergedInto(LineageId lineage) {
        return sql.sql("SELECT merged_into FROM lineage WHERE id = :id")
                .param("id", lineage.value())
                .query()
                .singleRow()
                .get("merged_into");
    }

    @Test
    void whatWasConfirmedStaysThroughARepairOfEitherVersion() {
        StoredTie article = tie(second, place(second, "dieu-3"));
        confirm(second, article.id());
        correct(second, List.of(place(first, PAPERS)), List.of(place(second, PAPERS)));

        for (VersionId repaired : List.of(second, first)) {
            checks.apply(
                    owner, repaired, drafts.get(owner, repaired).version(), List.of(new Repair.Merge(new Spot(3, 0))));
            assertThat(tie(second, place(second, "dieu-3")))
                    .returns(StoredTie.State.CONFIRMED, StoredTie::state)
                    .returns(article.id(), StoredTie::id);
            assertThat(lineage(second, PAPERS)).isEqualTo(lineage(first, PAPERS));
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsToldToLookAgain() {
        int seen = drafts.get(owner, second).version();
        TieId one = tie(second, place(second, "dieu-1")).id();
        TieId other = tie(second, place(second, "dieu-3")).id();
        List<String> outcomes = turns.of(
                () -> alignments.decide(owner, second, seen, new Decisions(List.of(one), List.of(), List.of())),
                () -> alignments.decide(owner, second, seen, new Decisions(List.of(other), List.of(), List.of())));
        assertThat(outcomes).containsExactly("done", "412 STALE");
        assertThat(tie(second, place(second, "dieu-1")).state()).isEqualTo(StoredTie.State.CONFIRMED);
        assertThat(tie(second, place(second, "dieu-3")).state()).isEqualTo(StoredTie.State.PROPOSED);
    }

    @Test
    void aVersionThatIsPublishedWhileTheOneBeforeIsRepairedIsTiedToWhatItIsThen() {
        VersionId third = texts.review(owner, dossier, REWRITTEN);
        int seen = drafts.get(owner, second).version();
        List<String> outcomes = turns.of(
                () -> checks.apply(owner, second, seen, List.of(new Repair.Merge(new Spot(6, 0)))),
                () -> drafts.publish(owner, third));
        assertThat(outcomes).containsExactly("done", "done");
        assertThat(alignments.of(owner, third).olderPlaces())
                .noneMatch(place -> place.path().equals("dieu-2/khoan-2"));
        assertThat(tie(third, place(third, "dieu-2/khoan-2")).before())
                .allMatch(place -> alignments.of(owner, third).olderPlaces().stream()
                        .anyMatch(known -> known.id().equals(place)));
    }

    @Test
    void theApiTellsTheTiesAndTakesDecisions() {
        String path = "/api/v1/versions/" + second + "/alignment";
        ApiFixture.Answer told = api.as(member).get(path);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("older").path("ordinal").asInt()).isEqualTo(1);
        JsonNode removed = row(told.json(), "REMOVED");
        assertThat(removed.path("old").path(0).path("name").asString()).isEqualTo("khoản 1 Điều 2");
        JsonNode added = row(told.json(), "NEW");
        String body = "{\"ties\":[{\"old\":[%s],\"new\":[%s]}]}"
                .formatted(
                        removed.path("old").path(0).path("id"),
                        added.path("new").path(0).path("id"));
        String tag = told.response().getHeader("ETag");

        assertThat(api.as(member).ifMatch(tag).send("PUT", path, body).status()).isEqualTo(403);
        assertThat(api.as(owner).send("PUT", path, body).status()).isEqualTo(428);
        ApiFixture.Answer decided = api.as(owner).ifMatch(tag).send("PUT", path, body);
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.json().path("counts").path("CONFIRMED").asInt()).isEqualTo(1);
        assertThat(row(decided.json(), "EDITED").path("kind").asString()).isEqualTo("EDITED");
        assertThat(api.as(owner).ifMatch(tag).send("PUT", path, body).status()).isEqualTo(412);
    }

    @Test
    void theComparisonIsAsAPersonHasSaid() {
        String path = "/api/v1/versions/" + second + "/comparison?with=" + first;
        assertThat(api.as(member).get(path).json().toString())
                .contains("{\"kind\":\"NEW\",\"old\":[],\"new\":[\"" + PAPERS);

        correct(second, List.of(place(first, PAPERS)), List.of(place(second, PAPERS)));

        assertThat(api.as(member).get(path).json().toString())
                .contains("{\"kind\":\"EDITED\",\"old\":[\"%1$s\"],\"new\":[\"%1$s\"]".formatted(PAPERS));
    }

    @Test
    void theWordsOfPlacesAreToldWithAllThatStandsBelow() {
        String path = "/api/v1/versions/" + second
                + "/alignment/words?old=%s&new=%s".formatted(place(first, "dieu-2"), place(second, "dieu-2"));
        String told = api.as(member).get(path).json().toString();
        assertThat(told)
                .contains("Điều 2. Trách nhiệm")
                .contains("{\"op\":\"delete\",\"text\":\"Cơ quan Thường trực gửi tài liệu")
                .contains("2. Thành viên cho ý kiến bằng văn bản.");
        String wrongSide = "/api/v1/versions/" + second + "/alignment/words?old=" + place(second, "dieu-2");
        assertThat(api.as(member).get(wrongSide).status()).isEqualTo(422);
    }

    private static JsonNode row(JsonNode alignment, String kind) {
        for (JsonNode row : alignment.path("rows")) {
            if (row.path("kind").asString("").equals(kind)) {
                return row;
            }
        }
        throw new AssertionError("no row " + kind + " in " + alignment);
    }

    @Test
    void whatIsNoTieIsRefusedInWords() {
        ProvisionId here = place(second, "dieu-1");
        ProvisionId there = place(second, "dieu-3");
        ProvisionId old = place(first, "dieu-1");
        ProvisionId older = place(first, "dieu-3");
        refused("TIE_ENDS", List.of(), List.of());
        refused("TIE_ENDS", List.of(old, older), List.of(here, there));
        refused("PLACE_UNTIED", List.of(here), List.of(old));
        refused("PLACE_UNTIED", List.of(ProvisionId.next()), List.of());
        List<Decisions.Corrected> twice = new ArrayList<>();
        twice.add(new Decisions.Corrected(List.of(old), List.of(here)));
        twice.add(new Decisions.Corrected(List.of(old), List.of(there)));
        assertThatThrownBy(() -> new Decisions(List.of(), twice, List.of())).hasMessageContaining("TIE_ENDS");
        assertThatThrownBy(() -> confirm(second, TieId.next())).hasMessageContaining("TIE_UNKNOWN");
    }

    private void refused(String code, List<ProvisionId> before, List<ProvisionId> after) {
        assertThatThrownBy(() -> correct(second, before, after)).hasMessageContaining(code);
    }
}
