package vn.gopy.draft.inside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.draft.PlaceKind;
import vn.gopy.shared.SqlParameters;

/** What stands above a place, and where else it stands, whoever asks: ask only for places that may be shown. */
@Repository
public class PlaceQuery {

    private final JdbcClient jdbc;

    PlaceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A heading on the way to a place.
     *
     * @param severalBodies whether the version has more than one body, so that addresses name it
     * @param articlesElsewhere whether another body has articles too, so that people have to name it
     */
    public record Step(
            UUID of,
            PlaceKind kind,
            @Nullable String number,
            @Nullable String label,
            @Nullable String heading,
            String path,
            String body,
            boolean severalBodies,
            boolean articlesElsewhere) {}

    /** The place and everything above it, itself first. */
    public List<UUID> withHolders(UUID place) {
        return jdbc.sql("""
                WITH RECURSIVE way AS (
                    SELECT p.id, p.parent_id, 0 AS above FROM provision p WHERE p.id = :id
                    UNION ALL
                    SELECT p.id, p.parent_id, w.above + 1 FROM way w JOIN provision p ON p.id = w.parent_id
                )
                SELECT id FROM way ORDER BY above
                """).param("id", place).query(UUID.class).list();
    }

    /** In how many published versions the place stands, itself among them. */
    public int versionsOf(UUID place) {
        return jdbc.sql("""
                SELECT count(DISTINCT p.version_id) FROM provision o JOIN provision p ON p.lineage_id = o.lineage_id
                       JOIN draft_version v ON v.id = p.version_id
                WHERE o.id = :id AND v.state = 'PUBLISHED'
                """).param("id", place).query(Integer.class).single();
    }

    /** Those of the candidates that are another version of one of the places. */
    public List<UUID> sameLineage(Collection<UUID> places, Collection<UUID> candidates) {
        return jdbc.sql("""
                SELECT p.id FROM provision p JOIN lineage l ON l.id = p.lineage_id
                WHERE p.id = ANY (:candidates::uuid[]) AND coalesce(l.merged_into, l.id) IN (
                    SELECT coalesce(k.merged_into, k.id) FROM provision o JOIN lineage k ON k.id = o.lineage_id
                    WHERE o.id = ANY (:places::uuid[]))
                """)
                .paramSource(SqlParameters.of("places", places).and("candidates", candidates))
                .query(UUID.class)
                .list();
    }

    /** For each place the headings above it and itself, outermost first. */
    public Map<UUID, List<Step>> ways(Collection<UUID> places) {
        Map<UUID, List<Step>> ways = new HashMap<>();
        if (places.isEmpty()) {
            return ways;
        }
        jdbc.sql("""
                WITH RECURSIVE way AS (
                    SELECT p.id AS place, 0 AS above, p.* FROM provision p WHERE p.id = ANY (:ids::uuid[])
                    UNION ALL
                    SELECT w.place, w.above + 1, p.* FROM way w JOIN provision p ON p.id = w.parent_id
                ), bodies AS (
                    SELECT version_id, body, bool_or(kind = 'ARTICLE') AS articles FROM provision
                    WHERE version_id IN (SELECT version_id FROM way) AND body <> '' GROUP BY version_id, body
                )
                SELECT place AS of, kind, number, label, heading, path, body,
                       coalesce(others.more, false) AS several_bodies, coalesce(others.articles, false) AS articles_elsewhere
                FROM way CROSS JOIN LATERAL (
                    SELECT count(*) > 0 AS more, bool_or(b.articles) AS articles FROM bodies b
                    WHERE b.version_id = way.version_id AND b.body <> way.body) others
                ORDER BY place, above DESC
                """)
                .paramSource(SqlParameters.of("ids", places))
                .query(Step.class)
                .list()
                .forEach(step -> ways.computeIfAbsent(step.of(), none -> new ArrayList<>())
                        .add(step));
        return ways;
    }
}
