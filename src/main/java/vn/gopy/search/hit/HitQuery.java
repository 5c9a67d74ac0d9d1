package vn.gopy.search.hit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.PlaceKind;
import vn.gopy.opinion.CommentAccess;
import vn.gopy.round.ReplyAccess;
import vn.gopy.search.HitType;
import vn.gopy.shared.SqlParameters;

/** Asks the database whether hits may be shown, before a word of them is loaded, and where they stand. */
@Repository
public class HitQuery {

    private static final String VERSION_SEEN = DossierAccess.READABLE + " AND " + DossierAccess.VISIBLE;

    private final JdbcClient jdbc;

    HitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A hit that may be shown.
     *
     * @param own whether the asker wrote it
     */
    public record Row(
            UUID id,
            UUID dossierId,
            String dossierTitle,
            @Nullable UUID versionId,
            int ordinal,
            boolean main,
            @Nullable UUID provisionId,
            @Nullable UUID commentId,
            String state,
            boolean own) {}

    /**
     * A heading on the way to a place.
     *
     * @param severalBodies whether the version has more than one body, so that addresses name it
     * @param articlesElsewhere whether another body has articles too, so that people have to name it
     */
    record Step(
            UUID of,
            PlaceKind kind,
            @Nullable String number,
            @Nullable String label,
            @Nullable String heading,
            String path,
            String body,
            boolean severalBodies,
            boolean articlesElsewhere) {}

    /** The dossiers that the asker may read now, with their names. */
    public Map<String, String> dossiers(Person asker, Instant now) {
        Map<String, String> titles = new LinkedHashMap<>();
        jdbc.sql("SELECT d.id, d.title FROM dossier d WHERE " + DossierAccess.READABLE)
                .paramSource(DossierAccess.parameters(asker, now))
                .query(row -> {
                    titles.put(row.getString("id"), row.getString("title"));
                });
        return titles;
    }

    /** Those of the hits that the asker may see now, by their id without the type. */
    Map<UUID, Row> visible(HitType type, Collection<UUID> ids, Person asker, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Row> visible = new HashMap<>();
        jdbc.sql(sql(type))
                .paramSource(CommentAccess.parameters(asker, now).and("ids", ids))
                .query((row, n) -> row(row))
                .list()
                .forEach(row -> visible.put(row.id(), row));
        return visible;
    }

    private static String sql(HitType type) {
        return switch (type) {
            case LETTER -> """
                    SELECT rp.id, d.id AS dossier_id, d.title, v.id AS version_id, v.ordinal, s.role = 'MAIN' AS main,
                           NULL::uuid AS provision_id, NULL::uuid AS comment_id, rp.state,
                           coalesce(rp.sent_by = :asker, false) AS own
                    FROM reply rp JOIN letter l ON l.id = rp.letter_id JOIN invitee i ON i.id = rp.invitee_id
                         JOIN round r ON r.id = i.round_id
                         JOIN draft_version v ON v.id = (
                             SELECT rd.version_id FROM round_draft rd WHERE rd.round_id = r.id
                             ORDER BY rd.ordinal LIMIT 1)
                         JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                    WHERE rp.id = ANY (:ids::uuid[]) AND l.number <> '' AND rp.state <> 'REPLACED' AND\s""" + ReplyAccess.READABLE + " AND " + DossierAccess.READABLE;
            case DOCUMENT -> """
                    SELECT v.id, d.id AS dossier_id, d.title, v.id AS version_id, v.ordinal, s.role = 'MAIN' AS main,
                           NULL::uuid AS provision_id, NULL::uuid AS comment_id, v.state, false AS own
                    FROM draft_version v JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                    WHERE v.id = ANY (:ids::uuid[]) AND v.state = 'PUBLISHED' AND\s""" + VERSION_SEEN;
            case PROVISION -> """
                    SELECT p.id, d.id AS dossier_id, d.title, v.id AS version_id, v.ordinal, s.role = 'MAIN' AS main,
                           p.id AS provision_id, NULL::uuid AS comment_id, v.state, false AS own
                    FROM provision p JOIN draft_version v ON v.id = p.version_id JOIN dossier d ON d.id = v.dossier_id
                         JOIN series s ON s.id = v.series_id
                    WHERE p.id = ANY (:ids::uuid[]) AND v.state = 'PUBLISHED' AND\s""" + VERSION_SEEN;
            case COMMENT -> """
                    SELECT c.id, d.id AS dossier_id, d.title, v.id AS version_id, coalesce(v.ordinal, 0) AS ordinal,
                           coalesce(s.role = 'MAIN', true) AS main, c.provision_id, c.id AS comment_id, c.state,
                           c.author_id = :asker AS own
                    FROM comment c JOIN dossier d ON d.id = c.dossier_id
                         LEFT JOIN draft_version v ON v.id = c.version_id LEFT JOIN series s ON s.id = v.series_id
                    WHERE c.id = ANY (:ids::uuid[]) AND c.id = c.root_id AND c.state <> 'WITHDRAWN' AND\s""" + CommentAccess.VISIBLE + " AND " + DossierAccess.READABLE;
            case ANSWER -> """
                    SELECT p.id, d.id AS dossier_id, d.title, v.id AS version_id, v.ordinal, s.role = 'MAIN' AS main,
                           pp.provision_id, ps.comment_id, coalesce(p.outcome, 'PENDING') AS state, false AS own
                    FROM point p JOIN point_source ps ON ps.point_id = p.id JOIN issue_group g ON g.id = p.group_id
                         JOIN round r ON r.id = p.round_id JOIN draft_version v ON v.id = coalesce(p.version_id, (
                             SELECT rd.version_id FROM round_draft rd WHERE rd.round_id = r.id
                             ORDER BY rd.ordinal LIMIT 1))
                         JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                         LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                    WHERE p.id = ANY (:ids::uuid[]) AND g.answer <> '' AND\s""" + PointAccess.FOUND + " AND " + DossierAccess.READABLE;
        };
    }

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

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("title"),
                row.getObject("version_id", UUID.class),
                row.getInt("ordinal"),
                row.getBoolean("main"),
                row.getObject("provision_id", UUID.class),
                row.getObject("comment_id", UUID.class),
                row.getString("state"),
                row.getBoolean("own"));
    }

    /** For each place the headings above it and itself, outermost first. Ask only for places that may be shown. */
    Map<UUID, List<Step>> ways(Collection<UUID> places) {
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
