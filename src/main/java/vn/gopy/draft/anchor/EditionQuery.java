package vn.gopy.draft.anchor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

@Repository
class EditionQuery {

    private final JdbcClient jdbc;

    EditionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A published version of a series.
     *
     * @param number changes with its places and with its ties to the version before
     * @param older the version it was tied to
     */
    record Published(
            VersionId id, int ordinal, int number, @Nullable VersionId older) {}

    /** The version, and all published ones of its series before it, oldest first. */
    List<Published> upTo(DraftVersion read) {
        return jdbc.sql("""
                SELECT v.id, v.ordinal, v.version,
                       (SELECT t.older_id FROM alignment_tie t WHERE t.newer_id = v.id LIMIT 1) AS older_id
                FROM draft_version v
                WHERE v.series_id = :series AND v.state = 'PUBLISHED' AND v.ordinal <= :ordinal ORDER BY v.ordinal
                """)
                .paramSource(SqlParameters.of("series", read.seriesId()).and("ordinal", read.ordinal()))
                .query((row, n) -> {
                    UUID older = row.getObject("older_id", UUID.class);
                    return new Published(
                            new VersionId(row.getObject("id", UUID.class)),
                            row.getInt("ordinal"),
                            row.getInt("version"),
                            older == null ? null : new VersionId(older));
                })
                .list();
    }
}
