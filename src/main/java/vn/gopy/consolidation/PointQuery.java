package vn.gopy.consolidation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.consolidation.Point.PointPlace;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentFile;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.RoundId;
import vn.gopy.round.figures.EscalatedOpinions.Escalated;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.round.figures.OutcomeFigures;
import vn.gopy.shared.SqlParameters;

/** Reads points as their asker may read them: of what was told to others only, the fact remains. */
@Repository
class PointQuery {

    /**
     * Table order: by draft, the general part first, then by place; points of one group stand together. Where a
     * restricted point belongs is not told by its place in the order.
     */
    private static final String PLACED = """
            WITH placed AS (
                SELECT p.id, coalesce(rd.ordinal, 0) AS draft, p.group_id, p.created_at,
                       coalesce(min(CASE WHEN NOT p.restricted THEN coalesce(pr.position, -1) END)
                                OVER (PARTITION BY p.group_id), -1) AS group_at,
                       CASE WHEN p.restricted THEN -1 ELSE coalesce(pr.position, -1) END AS at
                FROM standing_point p LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                     LEFT JOIN provision pr ON pr.id = pp.provision_id
                     LEFT JOIN round_draft rd ON rd.round_id = p.round_id AND rd.version_id = p.version_id
                WHERE p.round_id = :round
            )
            """;

    private static final String TABLE_ORDER = "draft, group_at, group_id, at, created_at, id";

    private static final String POINTS = """
            SELECT p.*, ps.kind AS source_kind, ps.comment_id, ps.ref AS source_ref, g.answer, coalesce(a.username, au.code) AS assignee,
                   %%s AS told, %s AS files,
                   (SELECT v.ordinal FROM kept_opinion k JOIN draft_version v ON v.id = p.version_id
                    WHERE k.comment_id = ps.comment_id) AS reserved
            FROM standing_point p JOIN point_source ps ON ps.point_id = p.id JOIN issue_group g ON g.id = p.group_id
                 JOIN round r ON r.id = p.round_id
                 LEFT JOIN person a ON a.id = p.assignee_id LEFT JOIN unit au ON au.id = p.assignee_unit_id
            """.formatted(CommentFile.OF_COMMENT.formatted("ps.comment_id"));

    private static final String SAID = """
             FROM standing_point p JOIN round r ON r.id = p.round_id
            WHERE p.round_id = :round AND coalesce(p.unit_id, p.person_id) IS NOT NULL AND %s""".formatted(PointAccess.WORDS);

    private final JdbcClient jdbc;

    PointQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All points of the round in table order. */
    List<Point> of(RoundId round, Person asker, Instant now) {
        return inOrder(ids(round, null, Integer.MAX_VALUE), asker, now);
    }

    /** At most {@code size} points in table order, from behind this one. */
    List<Point> page(RoundId round, @Nullable PointId after, int size, Person asker, Instant now) {
        return inOrder(ids(round, after, size), asker, now);
    }

    Optional<Point> byId(PointId id, Person asker, Instant now) {
        return inOrder(List.of(id), asker, now).stream().findFirst();
    }

    /**
     * Those about one of the versions that the asker may know beside a later one, round by round in the order of their
     * numbers.
     */
    List<Point> onVersions(Collection<VersionId> versions, Person asker, Instant now) {
        List<PointId> ids = jdbc.sql("""
                SELECT p.id FROM standing_point p JOIN round r ON r.id = p.round_id
                WHERE p.version_id = ANY (:versions::uuid[]) AND %s
                ORDER BY r.opens_at, r.id, p.number, p.created_at, p.id
                """.formatted(PointAccess.BESIDE_LATER))
                .paramSource(PointAccess.parameters(asker, now).and("versions", versions))
                .query((row, n) -> new PointId(row.getObject("id", UUID.class)))
                .list();
        return inOrder(ids, PointAccess.WORDS_BESIDE_LATER, asker, now);
    }

    private List<PointId> ids(RoundId round, @Nullable PointId after, int size) {
        return jdbc.sql(PLACED + """
                SELECT id FROM placed
                WHERE :after::uuid IS NULL OR (%1$s) > (SELECT %1$s FROM placed WHERE id = :after)
                ORDER BY %1$s LIMIT :size
                """.formatted(TABLE_ORDER))
                .paramSource(
                        SqlParameters.of("round", round).and("after", after).and("size", size))
                .query((row, n) -> new PointId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The points with these ids, in the same order. */
    List<Point> inOrder(List<PointId> ids, Person asker, Instant now) {
        return inOrder(ids, PointAccess.WORDS, asker, now);
    }

    private List<Point> inOrder(List<PointId> ids, String told, Person asker, Instant now) {
        Map<PointId, List<PointPlace>> places = places(ids);
        Map<PointId, Point> points = new HashMap<>();
        jdbc.sql(POINTS.formatted(told) + "WHERE p.id = ANY (:ids::uuid[])")
                .paramSource(PointAccess.parameters(asker, now).and("ids", ids))
                .query((row, n) -> point(row, places))
                .list()
                .forEach(point -> points.put(point.id(), point));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(points.get(id)).stream())
                .toList();
    }

    /** How many points of the round each unit or person has of which the asker may know who said them. */
    Map<UUID, Integer> perAuthor(RoundId round, Person asker, Instant now) {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT coalesce(p.unit_id, p.person_id) AS author, count(*)::int AS points" + SAID
                        + " GROUP BY coalesce(p.unit_id, p.person_id)")
                .paramSource(PointAccess.parameters(asker, now).and("round", round))
                .query(row -> {
                    counts.put(row.getObject("author", UUID.class), row.getInt("points"));
                });
        return counts;
    }

    /** Those of one of them in table order, at most {@code size}. */
    List<Point> saidBy(RoundId round, UUID author, int size, Person asker, Instant now) {
        List<PointId> ids = jdbc.sql(PLACED + "SELECT id FROM placed WHERE id IN (SELECT p.id" + SAID
                        + " AND coalesce(p.unit_id, p.person_id) = :author) ORDER BY " + TABLE_ORDER + " LIMIT :size")
                .paramSource(PointAccess.parameters(asker, now)
                        .and("round", round)
                        .and("author", author)
                        .and("size", size))
                .query((row, n) -> new PointId(row.getObject("id", UUID.class)))
                .list();
        return inOrder(ids, asker, now);
    }

    /** Those of one of them that came in no thread, in table order, at most {@code size}; none unless the asker's own. */
    List<Point> ownOnPaper(RoundId round, UUID author, int size, Person asker, Instant now) {
        List<PointId> ids = jdbc.sql(PLACED + """
                SELECT id FROM placed WHERE id IN (
                    SELECT p.id FROM standing_point p JOIN point_source ps ON ps.point_id = p.id
                    WHERE p.round_id = :round AND ps.comment_id IS NULL AND coalesce(p.unit_id, p.person_id) = :author AND %s)
                ORDER BY %s LIMIT :size
                """.formatted(PointAccess.OWN, TABLE_ORDER))
                .paramSource(PointAccess.parameters(asker, now)
                        .and("round", round)
                        .and("author", author)
                        .and("size", size))
                .query((row, n) -> new PointId(row.getObject("id", UUID.class)))
                .list();
        return inOrder(ids, PointAccess.OWN, asker, now);
    }

    /** The rounds with points on which the chair is asked and which the asker may come upon. */
    List<Escalated> escalated(Person asker, int size, Instant now) {
        return jdbc.sql("""
                SELECT r.id, r.title, count(*) AS count FROM standing_point p JOIN round r ON r.id = p.round_id
                WHERE p.outcome = 'ESCALATE' AND %s
                  AND NOT EXISTS (SELECT FROM draft_version v JOIN dossier d ON d.id = v.dossier_id
                                  WHERE v.id = p.version_id AND d.state = 'PROMULGATED')
                GROUP BY r.id ORDER BY r.closes_at DESC, r.id LIMIT :size
                """.formatted(PointAccess.FOUND))
                .paramSource(PointAccess.parameters(asker, now).and("size", size))
                .query((row, n) -> new Escalated(
                        new RoundId(row.getObject("id", UUID.class)), row.getString("title"), row.getInt("count")))
                .list();
    }

    private Map<PointId, List<PointPlace>> places(List<PointId> ids) {
        Map<PointId, List<PointPlace>> places = new HashMap<>();
        jdbc.sql("""
                SELECT pp.*, pr.path, pr.lineage_id FROM point_place pp JOIN provision pr ON pr.id = pp.provision_id
                WHERE pp.point_id = ANY (:ids::uuid[]) ORDER BY pp.main DESC, pp.ordinal
                """).paramSource(SqlParameters.of("ids", ids)).query(row -> {
            UUID lineage = row.getObject("lineage_id", UUID.class);
            places.computeIfAbsent(new PointId(row.getObject("point_id", UUID.class)), id -> new ArrayList<>())
                    .add(new PointPlace(
                            new ProvisionId(row.getObject("provision_id", UUID.class)),
                            lineage == null ? null : new LineageId(lineage),
                            row.getString("path"),
                            row.getBoolean("main")));
        });
        return places;
    }

    /** How many points of the round have which outcome: over all, and on each of its drafts. */
    OutcomeFigures figures(RoundId round) {
        List<Tally> tallies = jdbc.sql("""
                SELECT version_id, outcome, count(*)::int AS points FROM standing_point WHERE round_id = :round
                GROUP BY version_id, outcome
                """)
                .paramSource(SqlParameters.of("round", round))
                .query(Tally.class)
                .list();
        Map<VersionId, OutcomeCounts> drafts = tallies.stream()
                .filter(tally -> tally.versionId() != null)
                .collect(Collectors.groupingBy(
                        tally -> new VersionId(Objects.requireNonNull(tally.versionId())),
                        Collectors.collectingAndThen(Collectors.toList(), PointQuery::counts)));
        return new OutcomeFigures(counts(tallies), drafts);
    }

    /** @param versionId null for points on no draft, such as on a whole dossier */
    record Tally(@Nullable UUID versionId, @Nullable String outcome, int points) {}

    private static OutcomeCounts counts(List<Tally> tallies) {
        Map<Outcome, Integer> decided = new EnumMap<>(Outcome.class);
        int pending = 0;
        for (Tally tally : tallies) {
            if (tally.outcome() == null) {
                pending += tally.points();
            } else {
                decided.merge(Outcome.valueOf(tally.outcome()), tally.points(), Integer::sum);
            }
        }
        return OutcomeSums.of(decided, pending);
    }

    /** How many points each of the rounds has; those without any are missing. */
    Map<RoundId, Integer> totals(List<RoundId> rounds) {
        Map<RoundId, Integer> totals = new HashMap<>();
        jdbc.sql(
                        "SELECT round_id, count(*)::int AS points FROM standing_point WHERE round_id = ANY (:rounds::uuid[]) GROUP BY 1")
                .paramSource(SqlParameters.of("rounds", rounds))
                .query(row -> {
                    totals.put(new RoundId(row.getObject("round_id", UUID.class)), row.getInt("points"));
                });
        return totals;
    }

    /** How many points there are on the drafts of each dossier and on the dossier as a whole; over all rounds. */
    Map<DossierId, Integer> perDossier(Collection<DossierId> dossiers) {
        Map<DossierId, Integer> counts = new HashMap<>();
        jdbc.sql("""
                SELECT dossier_id, count(*)::int AS points FROM (
                    SELECT v.dossier_id FROM draft_version v JOIN round_draft rd ON rd.version_id = v.id
                         JOIN standing_point p ON p.round_id = rd.round_id AND p.version_id = v.id
                    WHERE v.dossier_id = ANY (:dossiers::uuid[])
                    UNION ALL
                    SELECT c.dossier_id FROM comment c JOIN point_source ps ON ps.comment_id = c.id
                         JOIN standing_point p ON p.id = ps.point_id
                    WHERE c.dossier_id = ANY (:dossiers::uuid[]) AND p.version_id IS NULL) about
                GROUP BY dossier_id
                """).paramSource(SqlParameters.of("dossiers", dossiers)).query(row -> {
            counts.put(new DossierId(row.getObject("dossier_id", UUID.class)), row.getInt("points"));
        });
        return counts;
    }

    /** A chapter of a body with the points inside it. */
    record Chapter(String body, String label, int points) {}

    /**
     * The points on a draft by place; of restricted ones the place is not told.
     *
     * @param placed with a place, by body
     * @param general about the draft as a whole
     */
    record Chapters(List<Chapter> chapters, Map<String, Integer> placed, int general, int all) {

        int placed(String body) {
            return placed.getOrDefault(body, 0);
        }
    }

    Chapters chapters(RoundId round, VersionId draft) {
        SqlParameters about = SqlParameters.of("round", round).and("draft", draft);
        List<Chapter> chapters =
                jdbc.sql("""
                WITH RECURSIVE up AS (
                    SELECT pr.id, pr.parent_id, p.id AS point
                    FROM standing_point p JOIN point_place pp ON pp.point_id = p.id AND pp.main
                         JOIN provision pr ON pr.id = pp.provision_id
                    WHERE p.round_id = :round AND p.version_id = :draft AND NOT p.restricted
                    UNION
                    SELECT pr.id, pr.parent_id, up.point FROM up JOIN provision pr ON pr.id = up.parent_id),
                counted AS (SELECT id, count(*)::int AS points FROM up GROUP BY id)
                SELECT pr.body, coalesce(pr.label, '') AS label, coalesce(counted.points, 0) AS points
                FROM provision pr LEFT JOIN counted ON counted.id = pr.id
                WHERE pr.version_id = :draft AND pr.kind = 'CHAPTER' ORDER BY pr.position
                """).paramSource(about).query(Chapter.class).list();
        Map<String, Integer> placed = new HashMap<>();
        int[] sums = new int[2];
        jdbc.sql("""
                SELECT pr.body, p.restricted, count(*)::int AS points
                FROM standing_point p LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main AND NOT p.restricted
                     LEFT JOIN provision pr ON pr.id = pp.provision_id
                WHERE p.round_id = :round AND p.version_id = :draft
                GROUP BY 1, 2
                """).paramSource(about).query(row -> {
            int points = row.getInt("points");
            sums[1] += points;
            if (row.getString("body") != null) {
                placed.merge(row.getString("body"), points, Integer::sum);
            } else if (!row.getBoolean("restricted")) {
                sums[0] += points;
            }
        });
        return new Chapters(chapters, placed, sums[0], sums[1]);
    }

    int total(RoundId round) {
        return jdbc.sql("SELECT count(*) FROM standing_point WHERE round_id = :round")
                .paramSource(SqlParameters.of("round", round))
                .query(Integer.class)
                .single();
    }

    /** Those of the places that points name. */
    List<ProvisionId> placesAmong(Collection<ProvisionId> places) {
        return jdbc.sql("SELECT DISTINCT provision_id FROM point_place WHERE provision_id = ANY (:places::uuid[])")
                .paramSource(SqlParameters.of("places", places))
                .query((row, n) -> new ProvisionId(row.getObject("provision_id", UUID.class)))
                .list();
    }

    private static Point point(ResultSet row, Map<PointId, List<PointPlace>> places) throws SQLException {
        PointId id = new PointId(row.getObject("id", UUID.class));
        UUID version = row.getObject("version_id", UUID.class);
        UUID comment = row.getObject("comment_id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        String outcome = row.getString("outcome");
        Point point = new Point(
                id,
                row.getInt("version"),
                new RoundId(row.getObject("round_id", UUID.class)),
                version == null ? null : new VersionId(version),
                row.getObject("number", Integer.class),
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
                row.getString("assignee"),
                row.getBoolean("restricted"),
                row.getString("side"),
                places.getOrDefault(id, List.of()),
                CommentFile.read(row.getString("files")),
                row.getObject("reserved", Integer.class));
        return row.getBoolean("told") ? point : point.withheld();
    }
}
