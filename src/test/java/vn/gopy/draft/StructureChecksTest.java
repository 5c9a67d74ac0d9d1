package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Repair.Spot;
import vn.gopy.shared.SqlParameters;

/** Repairs of a structure: who may make them, when, and what they change together. */
@IntegrationTest
class StructureChecksTest {

    /** "2. Thành viên cho ý kiến bằng văn bản." */
    private static final Repair CLAUSE_TO_ARTICLE = new Repair.Promote(Spot.startOf(6));

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureChecks checks;

    @Autowired
    StructureJob structure;

    @Autowired
    JdbcClient sql;

    private Person owner;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void draft() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
        draft = texts.review(owner, dossier, DraftFixture.REGULATION);
    }

    private int version() {
        return drafts.get(owner, draft).version();
    }

    private List<String> paths() {
        return drafts.provisions(owner, draft).stream()
                .map(PlacedProvision::path)
                .toList();
    }

    @Test
    void aRepairChangesOutlineAndPlacesAtOnce() {
        ProvisionId untouched = texts.place(draft, "dieu-1").id();
        StructureChecks.Check check = checks.apply(owner, draft, version(), List.of(CLAUSE_TO_ARTICLE));

        assertThat(check.structure().repairs()).containsExactly(new Repair.Retype(Spot.startOf(6), BlockRole.ARTICLE));
        assertThat(drafts.outline(owner, draft).counts()).containsEntry("ARTICLE", 4);
        assertThat(paths()).contains("dieu-2~2").doesNotContain("dieu-2/khoan-2");
        assertThat(texts.place(draft, "dieu-1").id()).as("what was not touched").isEqualTo(untouched);
    }

    @Test
    void aShorterListUndoes() {
        List<PlacedProvision> before = drafts.provisions(owner, draft);
        checks.apply(owner, draft, version(), List.of(CLAUSE_TO_ARTICLE, new Repair.Merge(Spot.startOf(3))));
        checks.apply(owner, draft, version(), List.of());

        assertThat(drafts.provisions(owner, draft))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "parent")
                .isEqualTo(before);
    }

    @Test
    void positionsFollowTheOrderOfTheTextAfterARepair() {
        checks.apply(owner, draft, version(), List.of(new Repair.Merge(Spot.startOf(3))));

        assertThat(drafts.provisions(owner, draft))
                .extracting(PlacedProvision::position)
                .doesNotHaveDuplicates();
        assertThat(paths()).containsSubsequence("dieu-1", "dieu-2", "dieu-2/khoan-1", "dieu-3");
    }

    @Test
    void readingAgainKeepsWhatWasRepaired() {
        checks.apply(owner, draft, version(), List.of(CLAUSE_TO_ARTICLE));
        sql.sql("UPDATE draft_version SET state = 'EXTRACTING' WHERE id = :id")
                .paramSource(SqlParameters.of("id", draft))
                .update();
        structure.run(draft.toString());

        assertThat(paths()).contains("dieu-2~2").doesNotContain("dieu-2/khoan-2");
    }

    @Test
    void anotherTextOfTheTrackedChangesKeepsWhatWasRepaired() throws IOException {
        draft = drafts.upload(owner, dossier.id(), null, new UploadedFile("theo-doi.docx", DraftFixture.tracked(), ""))
                .id();
        structure.run(draft.toString());
        assertThat(checks.get(owner, draft).tracked()).isEqualTo(2);
        assertThat(texts.place(draft, "dieu-1").text()).isEqualTo("Nội dung mới.");
        checks.apply(owner, draft, version(), List.of(new Repair.Retype(Spot.startOf(5), BlockRole.ARTICLE)));

        StructureChecks.Check original = checks.reread(owner, draft, version(), Changes.ORIGINAL);
        assertThat(original.origin().changes()).isEqualTo(Changes.ORIGINAL);
        assertThat(texts.place(draft, "dieu-1").text()).isEqualTo("Nội dung cũ.");
        assertThat(original.structure().repairs())
                .containsExactly(new Repair.Retype(Spot.startOf(5), BlockRole.ARTICLE));
        assertThat(drafts.outline(owner, draft).counts()).containsEntry("ARTICLE", 3);

        checks.reread(owner, draft, version(), Changes.SHOWN);
        assertThat(texts.place(draft, "dieu-1").text()).isEqualTo("Nội dung [bỏ: cũ][thêm: mới].");
        assertThat(Refused.by(() -> checks.reread(owner, draft, version() - 1, Changes.FINAL)))
                .startsWith("412");
        drafts.publish(owner, draft);
        assertThat(Refused.by(() -> checks.reread(owner, draft, version(), Changes.FINAL)))
                .isEqualTo("409 NOT_IN_REVIEW");
    }

    @Test
    void theUploaderTheOwnerAndTheSecretariatRepairOthersSeeNothingToRepair() {
        Person reader = committee.person(Role.MEMBER);
        Dossier read = committee.sealed(owner, reader);
        VersionId hidden = texts.review(owner, read, DraftFixture.REGULATION);

        assertThat(Refused.by(() -> checks.get(reader, hidden))).isEqualTo("404 NOT_FOUND");
        drafts.publish(owner, hidden);
        assertThat(Refused.by(() -> checks.get(reader, hidden))).isEqualTo("403 FORBIDDEN");
        assertThat(checks.get(committee.person(Role.SECRETARIAT), draft).open()).isTrue();
    }

    @Test
    void twoWhoRepairAtOnceDoNotOverwriteEachOther() {
        int seen = version();
        checks.apply(owner, draft, seen, List.of(CLAUSE_TO_ARTICLE));

        assertThat(Refused.by(() -> checks.apply(owner, draft, seen, List.of())))
                .isEqualTo("412 STALE");
        assertThat(paths()).contains("dieu-2~2");
    }

    @Test
    void whatIsToBeLookedAtIsSaidInWordsWhereverItIsAsked() {
        VersionId odd = texts.review(owner, dossier, List.of("Điều 1. Một", "Nội dung.", "Điều 3. Ba", "Nội dung."));
        String version = "/api/v1/versions/" + odd;
        List<JsonNode> said = List.of(
                api.as(owner).get(version).json().path("warnings"),
                api.as(owner).get(version + "/outline").json().path("warnings"),
                api.as(owner).get(version + "/structure").json().path("findings"));
        for (JsonNode warnings : said) {
            assertThat(warnings.toString())
                    .isEqualTo("[{\"code\":\"NUMBER_GAP\",\"path\":\"dieu-3\","
                            + "\"message\":\"Thiếu Điều 2 trước Điều 3\"}]");
        }
    }

    @Test
    void whoeverComesSecondIsToldByNameWhoRepairedFirst() {
        String path = "/app-api/versions/" + draft + "/structure";
        Person other = committee.person(Role.SECRETARIAT);
        assertThat(api.as(owner).get(path).json().path("repairedBy").isNull()).isTrue();

        checks.apply(other, draft, version(), List.of(CLAUSE_TO_ARTICLE));
        JsonNode seen = api.as(owner).get(path).json().path("repairedBy");
        assertThat(seen.path("name").asString()).isEqualTo(other.displayName());
        assertThat(seen.path("self").asBoolean()).isFalse();
        assertThat(checks.apply(owner, draft, version(), List.of()).repairer())
                .map(StructureChecks.Repairer::id)
                .contains(owner.id());
    }

    @Test
    void aRepairWithoutAPlaceIsRefusedAndChangesNothing() {
        int seen = version();

        assertThat(Refused.by(() -> checks.apply(owner, draft, seen, List.of(new Repair.Merge(Spot.startOf(99))))))
                .isEqualTo("422 REPAIR_NO_PLACE");
        assertThat(version()).isEqualTo(seen);
    }

    @Test
    void aRepairLeavesATrace() {
        checks.apply(owner, draft, version(), List.of(CLAUSE_TO_ARTICLE));

        assertThat(sql.sql("SELECT count(*) FROM audit_entry WHERE action = 'STRUCTURE_REPAIRED' AND subject_id = :id")
                        .paramSource(SqlParameters.of("id", draft))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theApiAnswersMissingThenStaleThenUnprocessable() {
        String path = "/api/v1/versions/" + draft + "/outline";
        String nonsense = "{\"repairs\":[{\"op\":\"FLY\",\"block\":1}]}";
        String tag = "\"" + version() + "\"";

        assertThat(api.as(owner).send("PUT", path, nonsense).status()).isEqualTo(428);
        assertThat(api.as(owner).ifMatch("\"99\"").send("PUT", path, nonsense).status())
                .isEqualTo(412);
        assertThat(api.as(owner).ifMatch(tag).send("PUT", path, nonsense).code())
                .isEqualTo("REPAIR_UNKNOWN");
        assertThat(api.as(owner).ifMatch(tag).send("PUT", path, "{\"repairs\":").status())
                .isEqualTo(400);
    }

    @Test
    void theApiShowsTheOriginalBesideTheOutlineAndTakesItsOwnRepairsBack() {
        String base = "/api/v1/versions/" + draft;
        Answer before = api.as(owner).get(base + "/structure");
        assertThat(before.json().path("pieces")).hasSize(DraftFixture.REGULATION.size());

        String repairs = "{\"repairs\":[{\"op\":\"SPLIT\",\"block\":5,\"offset\":30},{\"op\":\"DEMOTE\",\"block\":5}]}";
        Answer after =
                api.as(owner).ifMatch(before.response().getHeader("ETag")).send("PUT", base + "/outline", repairs);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().path("pieces")).hasSize(DraftFixture.REGULATION.size() + 1);
        assertThat(after.json().path("repairs").path(1).path("as").asString()).isEqualTo("POINT");

        Answer again = api.as(owner)
                .ifMatch(after.response().getHeader("ETag"))
                .send("PUT", base + "/outline", "{\"repairs\":" + after.json().path("repairs") + "}");
        assertThat(again.json().path("rows")).isEqualTo(after.json().path("rows"));
    }
}
