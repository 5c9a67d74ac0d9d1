package vn.gopy.consolidation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.consolidation.DeskPlace.Key;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

/** Counts for the desk: what stands where, without the words of a single point. */
@Repository
class PlaceCountQuery {

    /**
     * The first point of each group, which says where the group stands; a restricted one says it only where no other does, and
     * then stands in the general part.
     */
    private static final String FIRST = """
            WITH first AS (
                SELECT DISTINCT ON (p.group_id) p.group_id, p.version_id, coalesce(rd.ordinal, 0) AS draft,
                       CASE WHEN NOT p.restricted THEN pp.provision_id END AS provision_id,
                       CASE WHEN p.restricted THEN -1 ELSE coalesce(pr.position, -1) END AS at,
                       (count(*) OVER whole)::int AS points,
                       (count(*) FILTER (WHERE p.outcome IS NULL) OVER whole)::int AS open
                FROM standing_point p LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                     LEFT JOIN provision pr ON pr.id = pp.provision_id
                     LEFT JOIN round_draft rd ON rd.round_id = p.round_id AND rd.version_id = p.version_id
                WHERE p.round_id = :round AND (:mine::uuid IS NULL OR p.assignee_id = :mine) %s
                WINDOW whole AS (PARTITION BY p.group_id)
                ORDER BY p.group_id, coalesce(rd.ordinal, 0), p.restricted, coalesce(pr.position, -1), p.created_at, p.id
            )
            """;

    private static final String EVERY = FIRST.formatted("");

    private static final String OF_GROUPS = FIRST.formatted("AND p.group_id = ANY (:groups::uuid[])");

    /** Groups with a point at the place; which of them stand there their first points say. */
    private static final String AT_PLACE = FIRST.formatted("""
            AND p.group_id = ANY (ARRAY(
                SELECT q.group_id FROM point_place qp JOIN standing_point q ON q.id = qp.point_id
                WHERE qp.provision_id = :provision AND qp.main AND q.round_id = :round))""");

    private final JdbcClient jdbc;

    PlaceCountQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place without its name. */
    record Counted(Key key, int groups, int points, int open) {}

    /**
     * All places with points, in table order.
     *
     * @param mine only what this person is to answer; null for all
     */
    List<Counted> places(RoundId round, @Nullable PersonId mine) {
        return jdbc.sql(EVERY + """
                SELECT version_id, provision_id, count(*)::int AS groups, sum(points)::int AS points, sum(open)::int AS open
                FROM first
                GROUP BY draft, at, version_id, provision_id ORDER BY draft, at
                """)
                .paramSource(SqlParameters.of("round", round).and("mine", mine))
                .query((row, n) -> new Counted(
                        key(row.getObject("version_id", UUID.class), row.getObject("provision_id", UUID.class)),
                        row.getInt("groups"),
                        row.getInt("points"),
                        row.getInt("open")))
                .list();
    }

    /** The groups that stand at a place, in table order. */
    List<DeskPlace.Group> groups(RoundId round, Key place, @Nullable PersonId mine) {
        return jdbc.sql((place.provision() == null ? EVERY : AT_PLACE) + """
                SELECT group_id, points, open FROM first
                WHERE version_id IS NOT DISTINCT FROM :draft::uuid AND provision_id IS NOT DISTINCT FROM :provision::uuid
                ORDER BY group_id
                """)
                .paramSource(SqlParameters.of("round", round)
                        .and("mine", mine)
                        .and("draft", place.draft())
                        .and("provision", place.provision()))
                .query((row, n) -> new DeskPlace.Group(
                        new GroupId(row.getObject("group_id", UUID.class)), row.getInt("points"), row.getInt("open")))
                .list();
    }

    /** Where a group stands; empty for one without points. */
    Optional<Key> placeOf(RoundId round, GroupId group) {
        return jdbc.sql(OF_GROUPS + "SELECT version_id, provision_id FROM first")
                .paramSource(SqlParameters.of("round", round).and("mine", null).and("groups", List.of(group)))
                .query((row, n) ->
                        key(row.getObject("version_id", UUID.class), row.getObject("provision_id", UUID.class)))
                .optional();
    }

    /** The points of the groups, group by group, in table order within each. */
    List<PointId> pointsOf(RoundId round, Collection<GroupId> groups) {
        return jdbc.sql("""
                SELECT p.id FROM standing_point p LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                     LEFT JOIN provision pr ON pr.id = pp.provision_id
                     LEFT JOIN round_draft rd ON rd.round_id = p.round_id AND rd.version_id = p.version_id
                WHERE p.round_id = :round AND p.group_id = ANY (:groups::uuid[])
                ORDER BY p.group_id, coalesce(rd.ordinal, 0),
                         CASE WHEN p.restricted THEN -1 ELSE coalesce(pr.position, -1) END, p.created_at, p.id
                """)
                .paramSource(SqlParameters.of("round", round).and("groups", groups))
                .query((row, n) -> new PointId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Key key(@Nullable UUID draft, @Nullable UUID provision) {
        return new Key(
                draft == null ? null : new VersionId(draft), provision == null ? null : new ProvisionId(provision));
    }
}
