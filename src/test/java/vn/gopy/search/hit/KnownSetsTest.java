package vn.gopy.search.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.search.SearchWorld;

/** The set of dossiers that is kept is the one that the database tells at this moment, and costs one statement. */
@IntegrationTest
class KnownSetsTest {

    @Autowired
    SearchWorld world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    VisibleHits visible;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseAndTheProductMarkASetInTheSameWay() {
        Person owner = world.person(Role.MEMBER);
        assertThat(dossiers.readableMark(owner)).isEqualTo(KnownSets.mark(dossiers.readable(owner)));
        for (int n = 0; n < 20; n++) {
            // Ids of any first byte, so that the order by bytes and by signed numbers differ.
            jdbc.sql(
                            "INSERT INTO dossier (id, number, title, kind, audience, discussion, owner_id, created_at) SELECT "
                                    + "gen_random_uuid(), coalesce(max(number), 0) + 1, 'Dấu', 'QC', 'INVITED', 'SEALED', :owner, now() FROM dossier")
                    .param("owner", owner.id().value())
                    .update();
        }
        assertThat(dossiers.readableMark(owner)).isEqualTo(KnownSets.mark(dossiers.readable(owner)));
        assertThat(KnownSets.mark(Set.of())).hasSize(64);
    }

    @Test
    void aRightGivenOrTakenChangesTheSetAtOnce() {
        Person owner = world.person(Role.MEMBER);
        Person reader = world.person(Role.MEMBER);
        Set<String> before = visible.dossiers(reader);
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.INVITED, Discussion.SEALED, reader);
        assertThat(visible.dossiers(reader))
                .containsAll(before)
                .contains(dossier.id().toString());
        jdbc.sql("DELETE FROM dossier_grant WHERE dossier_id = :id")
                .param("id", dossier.id().value())
                .update();
        assertThat(visible.dossiers(reader)).isEqualTo(before);
    }

    @Test
    void aKnownSetIsTheSameAndAskedForByOneStatement() {
        Person reader = world.person(Role.MEMBER);
        Set<String> first = visible.dossiers(reader);
        assertThat(StatementCounter.count(
                        () -> assertThat(visible.dossiers(reader)).isSameAs(first)))
                .isEqualTo(1);
    }
}
