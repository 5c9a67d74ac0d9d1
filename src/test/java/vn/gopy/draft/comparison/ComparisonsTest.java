package vn.gopy.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Repair.Spot;

/** What became of every place from one version to another, for those who may read both. */
@IntegrationTest
class ComparisonsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    StructureChecks checks;

    @Autowired
    Drafts drafts;

    @Autowired
    ApiFixture api;

    private Person owner;
    private Person member;
    private Dossier dossier;
    private VersionId first;

    @BeforeEach
    void dossier() {
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member);
        first = texts.published(owner, dossier, DraftFixture.REGULATION);
    }

    private static List<String> changed() {
        List<String> lines = new ArrayList<>(DraftFixture.REGULATION);
        lines.set(5, lines.get(5).replace("03 ngày", "05 ngày"));
        return lines;
    }

    private static String path(VersionId newer, VersionId older) {
        return "/api/v1/versions/" + newer + "/comparison?with=" + older;
    }

    private static JsonNode row(JsonNode comparison, String address) {
        for (JsonNode row : comparison.path("rows")) {
            if (row.path("new").path(0).asString("").equals(address)) {
                return row;
            }
        }
        throw new AssertionError("no row for " + address);
    }

    @Test
    void whoMayReadBothIsToldWhatBecameOfEachPlace() {
        VersionId second = texts.published(owner, dossier, changed());
        JsonNode told = api.as(member).get(path(second, first)).json();

        assertThat(row(told, "dieu-1").path("kind").asString()).isEqualTo("SAME");
        JsonNode clause = row(told, "dieu-2/khoan-1");
        assertThat(clause.path("kind").asString()).isEqualTo("EDITED");
        assertThat(clause.path("old").path(0).asString()).isEqualTo("dieu-2/khoan-1");
        assertThat(clause.path("diff").toString())
                .contains("{\"op\":\"delete\",\"text\":\"03\"},{\"op\":\"insert\",\"text\":\"05\"}");
        assertThat(told.path("counts").path("REMOVED").asInt(-1)).isZero();
        assertThat(api.as(member)
                        .get(path(first, second))
                        .json()
                        .path("counts")
                        .path("EDITED")
                        .asInt())
                .as("the other way round it is a change too")
                .isPositive();
    }

    @Test
    void aRepairIsSeenAtOnce() {
        VersionId second = texts.review(owner, dossier, changed());
        JsonNode before = api.as(owner).get(path(second, first)).json();
        assertThat(row(before, "dieu-2/khoan-2").path("kind").asString()).isEqualTo("SAME");

        checks.apply(owner, second, drafts.get(owner, second).version(), List.of(new Repair.Merge(new Spot(6, 0))));

        JsonNode after = api.as(owner).get(path(second, first)).json();
        assertThat(after.path("rows").size()).isLessThan(before.path("rows").size());
    }

    @Test
    void whatTheAskerMayNotReadOrHasNoTextOrIsElsewhereIsNotCompared() {
        VersionId unpublished = texts.review(owner, dossier, changed());
        VersionId elsewhere =
                texts.published(owner, committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member));

        assertThat(api.as(member).get(path(unpublished, first)).status()).isEqualTo(404);
        assertThat(api.as(member).get(path(first, unpublished)).status()).isEqualTo(404);
        assertThat(api.as(member).get(path(first, elsewhere)).status()).isEqualTo(404);
        assertThat(api.as(committee.person(Role.MEMBER)).get(path(first, first)).status())
                .isEqualTo(404);
        Answer nothing = api.as(member).get("/api/v1/versions/" + first + "/comparison");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.isProblem()).isTrue();
    }
}
