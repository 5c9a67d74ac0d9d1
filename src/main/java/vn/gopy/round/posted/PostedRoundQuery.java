package vn.gopy.round.posted;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

@Repository
class PostedRoundQuery {

    private final JdbcClient jdbc;

    PostedRoundQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The round, if it is held in public and has opened. */
    Optional<PostedRound> of(RoundId id, Instant now) {
        return jdbc.sql("""
                SELECT title, coalesce(closed_at, closes_at) AS closes, announced_at IS NOT NULL AS announced
                FROM round WHERE id = :id AND visibility = 'PUBLIC' AND opens_at <= :now
                """)
                .paramSource(SqlParameters.of("id", id).and("now", now))
                .query((row, n) -> new PostedRound(
                        id,
                        row.getString("title"),
                        row.getTimestamp("closes").toInstant(),
                        row.getBoolean("announced"),
                        drafts(id)))
                .optional();
    }

    private List<PostedRound.Draft> drafts(RoundId id) {
        return jdbc.sql("SELECT " + VersionName.COLUMNS + """
                , rd.version_id, d.title
                FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id JOIN series s ON s.id = v.series_id
                     JOIN dossier d ON d.id = v.dossier_id
                WHERE rd.round_id = :id AND v.state = 'PUBLISHED' ORDER BY rd.ordinal
                """)
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> new PostedRound.Draft(
                        new VersionId(row.getObject("version_id", UUID.class)),
                        row.getString("title"),
                        VersionName.of(row)))
                .list();
    }
}
