package vn.gopy.draft.anchor;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchoring.Hand;
import vn.gopy.shared.Id;
import vn.gopy.shared.SqlParameters;

/** Where people have put what was said of earlier versions. */
@Repository
public class HandRepository {

    private final JdbcClient jdbc;

    HandRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is put somewhere. */
    public enum Subject {
        /** An opinion in a thread. */
        COMMENT("comment_id"),
        /** A point of a consolidation that came on paper. */
        POINT("point_id");

        private final String column;

        Subject(String column) {
            this.column = column;
        }
    }

    /** For each of them that somebody has put somewhere: on which version, and where. */
    public <T extends Id> Map<T, Map<VersionId, Hand>> of(Subject subject, Collection<T> ids) {
        Map<UUID, T> known = new HashMap<>();
        ids.forEach(id -> known.put(id.value(), id));
        Map<T, Map<VersionId, Hand>> hands = new HashMap<>();
        jdbc.sql("SELECT %1$s AS subject, version_id, provision_id FROM anchor WHERE %1$s = ANY (:ids::uuid[])"
                        .formatted(subject.column))
                .paramSource(SqlParameters.of("ids", ids))
                .query(row -> {
                    UUID place = row.getObject("provision_id", UUID.class);
                    hands.computeIfAbsent(known.get(row.getObject("subject", UUID.class)), any -> new HashMap<>())
                            .put(
                                    new VersionId(row.getObject("version_id", UUID.class)),
                                    new Hand(place == null ? null : new ProvisionId(place)));
                });
        return hands;
    }

    /** Puts it there, whatever was said of it before. */
    public void put(Subject subject, Id id, VersionId version, @Nullable ProvisionId place, PersonId by, Instant at) {
        jdbc.sql("""
                INSERT INTO anchor (%1$s, version_id, provision_id, placed_by, placed_at)
                VALUES (:id, :version, :place, :by, :at)
                ON CONFLICT (%1$s, version_id) DO UPDATE SET provision_id = :place, placed_by = :by, placed_at = :at
                """.formatted(subject.column))
                .paramSource(SqlParameters.of("id", id)
                        .and("version", version)
                        .and("place", place)
                        .and("by", by)
                        .and("at", at))
                .update();
    }

    /** Nobody has put it anywhere; what the ties say holds again. */
    public void forget(Subject subject, Id id, VersionId version) {
        jdbc.sql("DELETE FROM anchor WHERE %s = :id AND version_id = :version".formatted(subject.column))
                .paramSource(SqlParameters.of("id", id).and("version", version))
                .update();
    }

    /** Those of the places where something was put. */
    Set<ProvisionId> among(Collection<ProvisionId> places) {
        return new HashSet<>(
                jdbc.sql("SELECT DISTINCT provision_id FROM anchor WHERE provision_id = ANY (:places::uuid[])")
                        .paramSource(SqlParameters.of("places", places))
                        .query((row, n) -> new ProvisionId(row.getObject("provision_id", UUID.class)))
                        .list());
    }
}
