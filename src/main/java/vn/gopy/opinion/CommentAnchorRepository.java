package vn.gopy.opinion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchoring.Hand;
import vn.gopy.shared.SqlParameters;

/** Where people have put opinions of earlier versions. */
@Repository
class CommentAnchorRepository {

    private final JdbcClient jdbc;

    CommentAnchorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each of the opinions that somebody has put somewhere: on which version, and where. */
    Map<CommentId, Map<VersionId, Hand>> of(Collection<CommentId> opinions) {
        Map<CommentId, Map<VersionId, Hand>> hands = new HashMap<>();
        jdbc.sql("SELECT comment_id, version_id, provision_id FROM comment_anchor WHERE comment_id = ANY (:ids::uuid[])")
                .paramSource(SqlParameters.of("ids", opinions))
                .query(row -> {
                    UUID place = row.getObject("provision_id", UUID.class);
                    hands.computeIfAbsent(
                                    new CommentId(row.getObject("comment_id", UUID.class)), any -> new HashMap<>())
                            .put(
                                    new VersionId(row.getObject("version_id", UUID.class)),
                                    new Hand(place == null ? null : new ProvisionId(place)));
                });
        return hands;
    }

    /** Puts it there, whatever was said of it before. */
    void put(CommentId opinion, VersionId version, @Nullable ProvisionId place, PersonId by, Instant at) {
        jdbc.sql("""
                INSERT INTO comment_anchor (comment_id, version_id, provision_id, placed_by, placed_at)
                VALUES (:comment, :version, :place, :by, :at)
                ON CONFLICT (comment_id, version_id)
                DO UPDATE SET provision_id = :place, placed_by = :by, placed_at = :at
                """)
                .paramSource(SqlParameters.of("comment", opinion)
                        .and("version", version)
                        .and("place", place)
                        .and("by", by)
                        .and("at", at))
                .update();
    }

    /** Nobody has put it anywhere; what the ties say holds again. */
    void forget(CommentId opinion, VersionId version) {
        jdbc.sql("DELETE FROM comment_anchor WHERE comment_id = :comment AND version_id = :version")
                .paramSource(SqlParameters.of("comment", opinion).and("version", version))
                .update();
    }
}
