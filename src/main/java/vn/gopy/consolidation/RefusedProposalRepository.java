package vn.gopy.consolidation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

/** Proposals that were refused, by their points in the order of the ids. */
@Repository
class RefusedProposalRepository {

    private final JdbcClient jdbc;

    RefusedProposalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<List<PointId>> of(RoundId round) {
        return new HashSet<>(jdbc.sql("SELECT points FROM refused_proposal WHERE round_id = :round")
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> Stream.of((UUID[]) row.getArray("points").getArray())
                        .map(PointId::new)
                        .toList())
                .list());
    }

    void add(RoundId round, Collection<PointId> points, PersonId by, Instant at) {
        jdbc.sql(
                        "INSERT INTO refused_proposal (round_id, points, by_id, at) VALUES (:round, :points::uuid[], :by, :at)")
                .paramSource(SqlParameters.of("round", round)
                        .and("points", points)
                        .and("by", by)
                        .and("at", at))
                .update();
    }
}
