package vn.gopy.search.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.search.SearchWorld;
import vn.gopy.shared.SqlParameters;

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
        world.dossier(owner, "Quy chế", Audience.INVITED, Discussion.SEALED);
        world.dossier(owner, "Quy chế", Audience.INVITED, Discussion.SEALED);
        assertThat(dossiers.readableMark(owner)).isEqualTo(KnownSets.mark(dossiers.readable(owner)));
    }

    /** Ids of any first byte: the order by bytes is not that of signed numbers. */
    @Test
    void theyOrderIdsAlike() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(200).toList();
        String ordered = jdbc.sql("SELECT encode(sha256(string_agg(uuid_send(id), '' ORDER BY id)), 'hex') "
                        + "FROM unnest(:ids::uuid[]) AS id")
                .paramSource(SqlParameters.of("ids", ids))
                .query(String.class)
                .single();
        assertThat(KnownSets.mark(ids.stream().map(DossierId::new).toList())).isEqualTo(ordered);
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
