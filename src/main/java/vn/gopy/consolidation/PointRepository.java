package vn.gopy.consolidation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.consultation.CommentId;
import vn.gopy.consultation.CommentKind;
import vn.gopy.consultation.RoundId;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

@Repository
class PointRepository {

    /** Table order: by draft, then the general part, then by place; points of one group stand together. */
    private static final String POINTS = """
            SELECT p.*, g.answer,
                   coalesce(u.name, trim(pe.salutation || ' ' || pe.name) ||
                            CASE WHEN pe.post = '' THEN '' ELSE ', ' || pe.post END, '') AS who,
                   min(coalesce(pr.position, -1)) OVER (PARTITION BY p.group_id) AS group_position
            FROM point p JOIN issue_group g ON g.id = p.group_id
                 LEFT JOIN unit u ON u.id = p.unit_id LEFT JOIN person pe ON pe.id = p.person_id
                 LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                 LEFT JOIN provision pr ON pr.id = pp.provision_id
                 LEFT JOIN round_draft rd ON rd.round_id = p.round_id AND rd.version_id = p.version_id
            """;

    private static final String TABLE_ORDER =
            " ORDER BY rd.ordinal NULLS FIRST, group_position, p.group_id, coalesce(pr.position, -1), p.number";

    private final JdbcClient jdbc;

    PointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the places that points name. */
    List<ProvisionId> placesAmong(Collection<ProvisionId> places) {
        return jdbc.sql("SELECT DISTINCT provision_id FROM point_place WHERE provision_id = ANY (:places::uuid[])")
                .paramSource(SqlParameters.of("places", places))
                .query((row, n) -> new ProvisionId(row.getObject("provision_id", UUID.class)))
                .list();
    }

    GroupId addGroup(RoundId round, String title) {
        GroupId id = GroupId.next();
        jdbc.sql("INSERT INTO issue_group (id, round_id, title) VALUES (:id, :round, :title)")
                .paramSource(SqlParameters.of("id", id).and("round", round).and("title", title))
                .update();
        return id;
    }

    /** The next number of the round; the round is locked against another numbering until the transaction ends. */
    int nextNumber(RoundId round) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:round, 7))")
                .param("round", round.toString())
                .query()
                .singleRow();
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM point WHERE round_id = :round")
                .paramSource(SqlParameters.of("round", round))
                .query(Integer.class)
                .single();
    }

    void add(Point point, Instant now) {
        jdbc.sql("""
                INSERT INTO point (id, round_id, version_id, number, group_id, source_kind, comment_id, source_ref,
                                   unit_id, person_id, kind, text, replacement, restricted, created_at)
                VALUES (:id, :round, :version, :number, :group, :source, :comment, :ref, :unit, :person, :kind, :text,
                        :replacement, :restricted, :now)
                """)
                .paramSource(SqlParameters.of("id", point.id())
                        .and("round", point.roundId())
                        .and("version", point.versionId())
                        .and("number", point.number())
                        .and("group", point.groupId())
                        .and("source", point.source())
                        .and("comment", point.commentId())
                        .and("ref", point.sourceRef())
                        .and("unit", point.unit())
                        .and("person", point.person())
                        .and("kind", point.kind())
                        .and("text", point.text())
                        .and("replacement", point.replacement())
                        .and("restricted", point.restricted())
                        .and("now", now))
                .update();
    }

    void addPlace(PointId point, PlacedProvision place, boolean main, int ordinal) {
        jdbc.sql("""
                INSERT INTO point_place (point_id, provision_id, lineage_id, main, ordinal)
                VALUES (:point, :provision, :lineage, :main, :ordinal)
                """)
                .paramSource(SqlParameters.of("point", point)
                        .and("provision", place.id())
                        .and("lineage", place.lineage())
                        .and("main", main)
                        .and("ordinal", ordinal))
                .update();
    }

    void removePlaces(PointId point) {
        jdbc.sql("DELETE FROM point_place WHERE point_id = :point")
                .paramSource(SqlParameters.of("point", point))
                .update();
    }

    List<Point> of(RoundId round) {
        Map<PointId, List<Point.PointPlace>> places = places(round);
        return jdbc.sql(POINTS + "WHERE p.round_id = :round" + TABLE_ORDER)
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> point(row, places))
                .list();
    }

    Optional<RoundId> roundOf(PointId id) {
        return jdbc.sql("SELECT round_id FROM point WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> new RoundId(row.getObject("round_id", UUID.class)))
                .optional();
    }

    boolean answer(PointId id, int version, @Nullable Outcome outcome, @Nullable String appliedText) {
        return jdbc.sql("""
                UPDATE point SET outcome = :outcome, applied_text = :applied, version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("outcome", outcome)
                                .and("applied", appliedText))
                        .update()
                == 1;
    }

    /** The group's answer; every other point of the group gets a new version, since its answer changed with it. */
    void answerGroup(GroupId group, PointId except, String answer) {
        int changed = jdbc.sql("""
                UPDATE issue_group SET answer = :answer, version = version + 1 WHERE id = :group AND answer <> :answer
                """)
                .paramSource(SqlParameters.of("group", group).and("answer", answer))
                .update();
        if (changed == 1) {
            jdbc.sql("UPDATE point SET version = version + 1 WHERE group_id = :group AND id <> :except")
                    .paramSource(SqlParameters.of("group", group).and("except", except))
                    .update();
        }
    }

    void move(PointId point, GroupId group) {
        jdbc.sql("UPDATE point SET group_id = :group, version = version + 1 WHERE id = :point")
                .paramSource(SqlParameters.of("point", point).and("group", group))
                .update();
    }

    void removeEmptyGroups(RoundId round) {
        jdbc.sql("""
                DELETE FROM issue_group g WHERE g.round_id = :round
                AND NOT EXISTS (SELECT FROM point p WHERE p.group_id = g.id)
                """).paramSource(SqlParameters.of("round", round)).update();
    }

    private Map<PointId, List<Point.PointPlace>> places(RoundId round) {
        Map<PointId, List<Point.PointPlace>> places = new HashMap<>();
        jdbc.sql("""
                SELECT pp.* FROM point_place pp JOIN point p ON p.id = pp.point_id
                WHERE p.round_id = :round ORDER BY pp.main DESC, pp.ordinal
                """).paramSource(SqlParameters.of("round", round)).query(row -> {
            UUID lineage = row.getObject("lineage_id", UUID.class);
            places.computeIfAbsent(new PointId(row.getObject("point_id", UUID.class)), id -> new ArrayList<>())
                    .add(new Point.PointPlace(
                            new ProvisionId(row.getObject("provision_id", UUID.class)),
                            lineage == null ? null : new LineageId(lineage),
                            row.getBoolean("main")));
        });
        return places;
    }

    private static Point point(ResultSet row, Map<PointId, List<Point.PointPlace>> places) throws SQLException {
        PointId id = new PointId(row.getObject("id", UUID.class));
        UUID version = row.getObject("version_id", UUID.class);
        UUID comment = row.getObject("comment_id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        String outcome = row.getString("outcome");
        return new Point(
                id,
                row.getInt("version"),
                new RoundId(row.getObject("round_id", UUID.class)),
                version == null ? null : new VersionId(version),
                row.getInt("number"),
                new GroupId(row.getObject("group_id", UUID.class)),
                SourceKind.valueOf(row.getString("source_kind")),
                comment == null ? null : new CommentId(comment),
                row.getString("source_ref"),
                unit == null ? null : new UnitId(unit),
                person == null ? null : new PersonId(person),
                row.getString("who"),
                CommentKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("replacement"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("answer"),
                row.getString("applied_text"),
                row.getBoolean("restricted"),
                places.getOrDefault(id, List.of()));
    }
}
