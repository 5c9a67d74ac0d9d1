package vn.gopy.search.index;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.search.IndexRebuild;
import vn.gopy.shared.SqlParameters;

/** What the database remembers of the index beside how far it has come; nothing before the index was begun. */
@Repository
class IndexStateRepository {

    private final JdbcClient jdbc;

    IndexStateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to when openings and deadlines that came by the clock alone are noted. */
    Optional<Instant> turnedUntil() {
        return jdbc.sql("SELECT turned_until FROM index_state WHERE turned_until IS NOT NULL")
                .query((row, n) -> row.getTimestamp("turned_until").toInstant())
                .optional();
    }

    void turned(Instant until) {
        jdbc.sql("UPDATE index_state SET turned_until = :until")
                .paramSource(SqlParameters.of("until", until))
                .update();
    }

    IndexRebuild rebuild() {
        return jdbc.sql("SELECT rebuild, rebuild_at, rebuild_reason FROM index_state")
                .query((row, n) -> {
                    var at = row.getTimestamp("rebuild_at");
                    return new IndexRebuild(
                            IndexRebuild.State.valueOf(row.getString("rebuild")),
                            at == null ? null : at.toInstant(),
                            row.getString("rebuild_reason"));
                })
                .optional()
                .orElse(IndexRebuild.NONE);
    }

    void rebuild(IndexRebuild rebuild) {
        jdbc.sql("UPDATE index_state SET rebuild = :state, rebuild_at = :at, rebuild_reason = :reason")
                .paramSource(SqlParameters.of("state", rebuild.state())
                        .and("at", rebuild.at())
                        .and("reason", rebuild.reason()))
                .update();
    }
}
