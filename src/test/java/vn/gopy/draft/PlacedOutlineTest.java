package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.legaltext.Repair;
import vn.gopy.shared.Texts;

/** Somebody opens a draft in the moment in which somebody else repairs its structure. */
@IntegrationTest
class PlacedOutlineTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    StructureChecks checks;

    @Autowired
    OutlineView view;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NamedParameterJdbcTemplate batches;

    @Autowired
    JsonMapper json;

    @Test
    void aRepairBetweenOutlineAndPlacesIsSeenAsAWhole() {
        Person member = committee.person(Role.MEMBER);
        VersionId draft = texts.review(member, committee.sealed(member), DraftFixture.REGULATION);
        AtomicInteger looks = new AtomicInteger();
        ProvisionRepository repairedMeanwhile = new ProvisionRepository(jdbc, batches, json) {
            @Override
            List<PlacedProvision> of(VersionId version) {
                if (looks.incrementAndGet() == 1) {
                    repair(member, draft);
                }
                return super.of(version);
            }
        };

        Drafts.PlacedOutline placed = texts.with(repairedMeanwhile).placedOutline(member, draft);

        assertThat(looks).hasValue(2);
        assertThat(placed.version().version())
                .isEqualTo(checks.get(member, draft).version().version());
        assertThat(view.of(placed, Texts.VIETNAMESE).toString())
                .contains("\"dieu-1\"")
                .contains("\"id\"");
    }

    /** In a transaction of its own. */
    private void repair(Person member, VersionId draft) {
        int seen = checks.get(member, draft).version().version();
        Repair clauseBecomesArticle = new Repair.Promote(Repair.Spot.startOf(6));
        CompletableFuture.runAsync(() -> checks.apply(member, draft, seen, List.of(clauseBecomesArticle)))
                .join();
    }
}
