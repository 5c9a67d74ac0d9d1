package vn.gopy.consolidation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Membership;
import vn.gopy.account.Person;
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
                WHERE p.round_id = :round AND %s %s
                WINDOW whole AS (PARTITION BY p.group_id)
                ORDER BY p.group_id, coalesce(rd.ordinal, 0), p.restricted, coalesce(pr.position, -1), p.created_at, p.id
            )
            """;

    private static final String OF_GROUPS = "AND p.group_id = ANY (:groups::uuid[])";

    /** Groups with a point at the place; which of them stand there their first points say. */
    private static final String AT_PLACE = """
            AND p.group_id = ANY (ARRAY(
                SELECT q.group_id FROM point_place qp JOIN standing_point q ON q.id = qp.point_id
                WHERE qp.provision_id = :provision AND qp.main AND q.round_id = :round))""";

    private static final String TO_CHECK = """
            p.group_id = ANY (ARRAY(
                SELECT q.group_id FROM standing_point q WHERE q.round_id = :round GROUP BY q.group_id
                HAVING bool_and(q.outcome IS NOT NULL AND q.decided_by IS DISTINCT FROM :asker)))
            AND NOT (%s)""".formatted(GroupRepository.CHECKED);

    private final JdbcClient jdbc;

    PlaceCountQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String first(DeskReading.Filter filter, String more) {
        return FIRST.formatted(
                switch (filter) {
                    case ALL -> "true";
                    case MINE -> "(p.assignee_id = :asker OR p.assignee_unit_id = ANY (:units::uuid[]))";
                    case TO_CHECK -> TO_CHECK;
                },
                more);
    }

    private static SqlParameters by(Person asker, RoundId round) {
        return SqlParameters.of("round", round)
                .and("asker", asker.id())
                .and(
                        "units",
                        asker.memberships().stream().map(Membership::unitId).toList());
    }

    /** A place without its name. */
    record Counted(Key key, int groups, int points, int open) {}

    /** All places with points, in table order. */
    List<Counted> places(RoundId round, Person asker, DeskReading.Filter filter) {
        return jdbc.sql(first(filter, "") + """
                SELECT version_id, provision_id, count(*)::int AS groups, sum(points)::int AS points, sum(open)::int AS open
                FROM first
                GROUP BY draft, at, version_id, provision_id ORDER BY draft, at
                """)
                .paramSource(by(asker, round))
                .query((row, n) -> new Counted(
                        key(row.getObject("version_id", UUID.class), row.getObject("provision_id", UUID.class)),
                        row.getInt("groups"),
                        row.getInt("points"),
                        row.getInt("open")))
                .list();
    }

    /** The groups that stand at a place, in table order. */
    List<DeskPlace.Group> groups(RoundId round, Key place, Person asker, DeskReading.Filter filter) {
        return jdbc.sql(first(filter, place.provision() == null ? "" : AT_PLACE) + """
                SELECT group_id, points, open FROM first
                WHERE version_id IS NOT DISTINCT FROM :draft::uuid AND provision_id IS NOT DISTINCT FROM :provision::uuid
                ORDER BY group_id
                """)
                .paramSource(by(asker, round).and("draft", place.draft()).and("provision", place.provision()))
                .query((row, n) -> new DeskPlace.Group(
                        new GroupId(row.getObject("group_id", UUID.class)), row.getInt("points"), row.getInt("open")))
                .list();
    }

    /** Where a group stands; empty for one without points. */
    Optional<Key> placeOf(RoundId round, GroupId group) {
        return jdbc.sql(first(DeskReading.Filter.ALL, OF_GROUPS) + "SELECT version_id, provision_id FROM first")
                .paramSource(SqlParameters.of("round", round).and("groups", List.of(group)))
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

    /**
     * The points that stand at a place or anywhere below it and are to be answered by this one. A restricted
     * point stands at no place but the general part.
     *
     * @param assignee null for those that nobody is to answer
     */
    List<PointId> below(RoundId round, Key place, PointAssigning.@Nullable Assignee assignee) {
        return jdbc.sql("""
                WITH RECURSIVE below AS (
                    SELECT id FROM provision WHERE id = :provision
                    UNION SELECT pr.id FROM below JOIN provision pr ON pr.parent_id = below.id)
                SELECT p.id FROM standing_point p LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main AND NOT p.restricted
                WHERE p.round_id = :round AND p.version_id IS NOT DISTINCT FROM :draft::uuid
                  AND CASE WHEN :provision::uuid IS NULL THEN pp.provision_id IS NULL
                           ELSE pp.provision_id IN (SELECT id FROM below) END
                  AND p.assignee_id IS NOT DISTINCT FROM :person::uuid AND p.assignee_unit_id IS NOT DISTINCT FROM :unit::uuid
                ORDER BY p.id
                """)
                .paramSource(SqlParameters.of("round", round)
                        .and("draft", place.draft())
                        .and("provision", place.provision())
                        .and("person", assignee == null ? null : assignee.person())
                        .and("unit", assignee == null ? null : assignee.unit()))
                .query((row, n) -> new PointId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Key key(@Nullable UUID draft, @Nullable UUID provision) {
        return new Key(
                draft == null ? null : new VersionId(draft), provision == null ? null : new ProvisionId(provision));
    }
}
