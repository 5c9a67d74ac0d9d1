package vn.gopy.round.route;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.shared.SqlParameters;

@Repository
class ReplyRouteRepository {

    private final JdbcClient jdbc;

    ReplyRouteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReplyRoute> of(UnitId unit) {
        return jdbc.sql("SELECT version, reviewers::text[] AS reviewers FROM reply_route WHERE unit_id = :unit")
                .paramSource(SqlParameters.of("unit", unit))
                .query((row, n) -> new ReplyRoute(
                        row.getInt("version"),
                        Arrays.stream((String[]) row.getArray("reviewers").getArray())
                                .map(id -> new PersonId(UUID.fromString(id)))
                                .toList()))
                .optional();
    }

    /** False when somebody else has set it since that version; of two who set it first one is told so. */
    boolean put(UnitId unit, ReplyRoute route, PersonId by) {
        return jdbc.sql("""
                INSERT INTO reply_route (unit_id, reviewers, set_by)
                SELECT :unit, :reviewers::uuid[], :by WHERE :version = 0
                       OR EXISTS (SELECT FROM reply_route WHERE unit_id = :unit)
                ON CONFLICT (unit_id) DO UPDATE
                SET reviewers = excluded.reviewers, set_by = excluded.set_by, version = reply_route.version + 1
                WHERE reply_route.version = :version
                """)
                        .paramSource(SqlParameters.of("unit", unit)
                                .and("reviewers", route.reviewers())
                                .and("version", route.version())
                                .and("by", by))
                        .update()
                == 1;
    }
}
