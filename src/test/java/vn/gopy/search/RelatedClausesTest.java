package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** Clauses alike are found in other drafts, never the clause itself, another version of it, or what is hidden. */
@IntegrationTest
class RelatedClausesTest {

    private static final String WORDS = "Sở Khoa học và Công nghệ chủ trì thẩm định kinh phí nhiệm vụ %s hằng năm.";

    @Autowired
    SearchWorld world;

    @Autowired
    RelatedClauses related;

    private Person owner;
    private Person guest;

    @BeforeEach
    void people() {
        owner = world.person(Role.MEMBER);
        guest = world.person(Role.MEMBER);
    }

    private VersionId draft(Dossier dossier, String words) {
        VersionId version = world.draft(owner, dossier, words);
        world.settle();
        return version;
    }

    private ProvisionId clause(VersionId version) {
        return world.place(version, "dieu-2/khoan-2").id();
    }

    private Dossier dossier(Person... invited) {
        return world.dossier(owner, "Quy chế", Audience.INVITED, Discussion.SEALED, invited);
    }

    @Test
    void aClauseOfAnotherDraftThatSpeaksOfTheSameIsFoundAtItsSmallestPlace() {
        VersionId asked = draft(dossier(), WORDS.formatted("chuyển đổi số"));
        VersionId alike =
                draft(dossier(), "Hằng năm, Sở Khoa học và Công nghệ thẩm định kinh phí nhiệm vụ chuyển đổi số.");

        List<SearchHit> found = related.of(owner, clause(asked));

        assertThat(found).extracting(SearchHit::versionId).contains(alike);
        SearchHit hit = found.stream()
                .filter(one -> alike.equals(one.versionId()))
                .findFirst()
                .orElseThrow();
        assertThat(hit.path()).isEqualTo("dieu-2/khoan-2");
        assertThat(hit.snippet()).anyMatch(Passage.Fragment::hit);
    }

    @Test
    void neitherItselfNorAnotherVersionOfItIsRelated() {
        Dossier own = dossier();
        VersionId first = draft(own, WORDS.formatted("lambdamot"));
        VersionId second = draft(own, WORDS.formatted("lambdamot"));

        assertThat(related.of(owner, clause(second)))
                .extracting(SearchHit::versionId)
                .doesNotContain(first, second);
        assertThat(related.of(owner, clause(first)))
                .as("the later version of the asked one")
                .extracting(SearchHit::versionId)
                .doesNotContain(first, second);
    }

    @Test
    void hiddenDossiersAreNotRelated() {
        VersionId asked = draft(dossier(guest), WORDS.formatted("lambdahai"));
        VersionId hidden = draft(dossier(), WORDS.formatted("lambdahai"));

        assertThat(related.of(guest, clause(asked)))
                .extracting(SearchHit::versionId)
                .doesNotContain(hidden);
        assertThat(related.of(owner, clause(asked)))
                .extracting(SearchHit::versionId)
                .contains(hidden);
    }

    @Test
    void aHiddenClauseHasNoRelatedOnes() {
        VersionId hidden = draft(dossier(), WORDS.formatted("lambdaba"));

        assertThat(Refused.by(() -> related.of(guest, clause(hidden)))).isEqualTo("404 NOT_FOUND");
    }
}
