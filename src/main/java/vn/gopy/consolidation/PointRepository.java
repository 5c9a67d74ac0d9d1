package vn.gopy.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.PersonId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.LateWrites;
import vn.gopy.shared.SqlParameters;

/** Writes points; any number of them with the same few statements. */
@Repository
class PointRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LateWrites late;

    PointRepository(JdbcClient jdbc, JsonMapper json, LateWrites late) {
        this.jdbc = jdbc;
        this.json = json;
        this.late = late;
    }

    /** A new point with the place names it has in the table. */
    private record PointRow(
            UUID id,
            UUID round_id,
            @Nullable UUID version_id,
            UUID group_id,
            String source_kind,
            @Nullable UUID comment_id,
            String source_ref,
            @Nullable UUID unit_id,
            @Nullable UUID person_id,
            String kind,
            String text,
            @Nullable String replacement,
            boolean restricted) {

        static PointRow of(Point point) {
            return new PointRow(
                    point.id().value(),
                    point.roundId().value(),
                    point.versionId() == null ? null : point.versionId().value(),
                    point.groupId().value(),
                    point.source().name(),
                    point.commentId() == null ? null : point.commentId().value(),
                    point.sourceRef(),
                    point.unit() == null ? null : point.unit().value(),
                    point.person() == null ? null : point.person().value(),
                    point.kind().name(),
                    point.text(),
                    point.replacement(),
                    point.restricted());
        }
    }

    /** A place of a new point. */
    record NewPlace(PointId point, ProvisionId provision, boolean main, int ordinal) {}

    private record PlaceRow(UUID point_id, UUID provision_id, boolean main, int ordinal) {

        static PlaceRow of(NewPlace place) {
            return new PlaceRow(place.point().value(), place.provision().value(), place.main(), place.ordinal());
        }
    }

    /**
     * Who said a new point {@code p}, as the table prints it for ever: under the name and post of the invitation, else under
     * those of the opinion; of what came without either, under those of now. Each is looked up where the one before has none.
     */
    private static final String WHO = """
            CASE WHEN p.unit_id IS NOT NULL
                 THEN coalesce((SELECT i.name FROM invitee i WHERE i.round_id = p.round_id AND i.unit_id = p.unit_id),
                               (SELECT nullif(c.unit_name, '') FROM comment c WHERE c.id = p.comment_id),
                               (SELECT u.name FROM unit u WHERE u.id = p.unit_id))
                 ELSE coalesce((SELECT i.name || CASE WHEN i.post = '' THEN '' ELSE ', ' || i.post END
                                FROM invitee i WHERE i.round_id = p.round_id AND i.person_id = p.person_id),
                               (SELECT c.author_name || CASE WHEN c.author_post = '' THEN '' ELSE ', ' || c.author_post END
                                FROM comment c WHERE c.id = p.comment_id),
                               (SELECT trim(pe.salutation || ' ' || pe.name) ||
                                       CASE WHEN pe.post = '' THEN '' ELSE ', ' || pe.post END
                                FROM person pe WHERE pe.id = p.person_id), '') END""";

    private static final String GROUPS = "INSERT INTO issue_group (id, round_id) SELECT p.group_id, p.round_id FROM p";

    private static final String POINTS = """
            INSERT INTO point (id, round_id, version_id, group_id, unit_id, person_id, who, kind, text,
                               replacement, restricted, created_at)
            SELECT p.id, p.round_id, p.version_id, p.group_id, p.unit_id, p.person_id, %s, p.kind, p.text,
                   p.replacement, p.restricted, :now
            FROM p""".formatted(WHO);

    private static final String SOURCES = """
            INSERT INTO point_source (point_id, kind, comment_id, ref)
            SELECT p.id, p.source_kind, p.comment_id, p.source_ref FROM p""";

    private static final String PLACES = """
            INSERT INTO point_place (point_id, provision_id, main, ordinal)
            SELECT pp.point_id, pp.provision_id, pp.main, pp.ordinal FROM pp""";

    private static final String MANY_PLACES = """
            SELECT * FROM jsonb_to_recordset(:places::jsonb)
                          AS pp (point_id uuid, provision_id uuid, main boolean, ordinal integer)""";

    private static final String ADD_PLACES = "WITH pp AS (" + MANY_PLACES + ") " + PLACES;

    private static final String ADD_MANY = """
            WITH p AS (
                SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS p (
                    id uuid, round_id uuid, version_id uuid, group_id uuid, unit_id uuid, person_id uuid, kind text,
                    text text, replacement text, restricted boolean, comment_id uuid, source_kind text,
                    source_ref text)
            ), pp AS (%s), groups AS (%s), points AS (%s), sources AS (%s)
            %s
            """.formatted(MANY_PLACES, GROUPS, POINTS, SOURCES, PLACES);

    /** One as a row: nothing is unpacked for it, which took as long as writing it. */
    private static final String ONE = """
            WITH p AS (
                SELECT :id::uuid AS id, :round::uuid AS round_id, :version::uuid AS version_id, :group::uuid AS group_id,
                       :unit::uuid AS unit_id, :person::uuid AS person_id, :kind::text AS kind, :text::text AS text,
                       :replacement::text AS replacement, :restricted::boolean AS restricted,
                       :comment::uuid AS comment_id, :sourceKind::text AS source_kind, :sourceRef::text AS source_ref)
            """;

    private static final String ONE_PLACE = """
            WITH pp AS (
                SELECT :point::uuid AS point_id, :provision::uuid AS provision_id, :main::boolean AS main,
                       :ordinal::integer AS ordinal)
            """ + PLACES;

    /** Adds points, each in a new group of its own, with one statement. */
    void add(List<Point> points, List<NewPlace> places, Instant now) {
        jdbc.sql(ADD_MANY)
                .paramSource(SqlParameters.of(
                                "rows",
                                json.writeValueAsString(
                                        points.stream().map(PointRow::of).toList()))
                        .and(
                                "places",
                                json.writeValueAsString(
                                        places.stream().map(PlaceRow::of).toList()))
                        .and("now", now))
                .update();
    }

    /** The same of one, together with what else its use case writes. */
    void addLate(Point point, List<NewPlace> places, Instant now) {
        SqlParameters row = SqlParameters.of("id", point.id())
                .and("round", point.roundId())
                .and("version", point.versionId())
                .and("group", point.groupId())
                .and("unit", point.unit())
                .and("person", point.person())
                .and("kind", point.kind())
                .and("text", point.text())
                .and("replacement", point.replacement())
                .and("restricted", point.restricted())
                .and("comment", point.commentId())
                .and("sourceKind", point.source())
                .and("sourceRef", point.sourceRef())
                .and("now", now);
        late.add(ONE + GROUPS, row);
        late.add(ONE + POINTS, row);
        late.add(ONE + SOURCES, row);
        for (NewPlace place : places) {
            late.add(
                    ONE_PLACE,
                    SqlParameters.of("point", place.point())
                            .and("provision", place.provision())
                            .and("main", place.main())
                            .and("ordinal", place.ordinal()));
        }
    }

    /** A point by its round and group, as they were at the last look. */
    record Whereabouts(PointId id, RoundId roundId, GroupId groupId) {}

    /** Where the points are; those that do not exist are left out. Nothing is locked. */
    List<Whereabouts> whereabouts(List<PointId> points) {
        return jdbc.sql("SELECT id, round_id, group_id FROM standing_point WHERE id = ANY (:points::uuid[])")
                .paramSource(SqlParameters.of("points", points))
                .query((row, n) -> new Whereabouts(
                        new PointId(row.getObject("id", UUID.class)),
                        new RoundId(row.getObject("round_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class))))
                .list();
    }

    Optional<Whereabouts> whereabouts(PointId point) {
        return whereabouts(List.of(point)).stream().findFirst();
    }

    /** Whether the point had this version and has the next one now: something besides its words is different. */
    boolean touch(PointId id, int version) {
        return jdbc.sql("UPDATE point SET version = version + 1 WHERE id = :id AND version = :version")
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                == 1;
    }

    /** Gives the points that still have these versions to somebody to answer, and tells how many those were. */
    int assign(Map<PointId, Integer> seen, PointAssigning.@Nullable Assignee to) {
        List<PointId> ids = List.copyOf(seen.keySet());
        return jdbc.sql("""
                UPDATE point p SET assignee_id = :person, assignee_unit_id = :unit, version = p.version + 1
                FROM unnest(:ids::uuid[], :versions::integer[]) AS seen (id, version)
                WHERE p.id = seen.id AND p.version = seen.version
                """)
                .paramSource(SqlParameters.of("person", to == null ? null : to.person())
                        .and("unit", to == null ? null : to.unit())
                        .and("ids", ids)
                        .and("versions", ids.stream().map(seen::get).toList()))
                .update();
    }

    /**
     * A part of a text that became a point.
     *
     * @param start offset in UTF-16 units, likewise {@code end}
     */
    record Part(PointId id, GroupId group, int start, int end, String words, List<ProvisionId> places) {}

    private record PartRow(UUID id, UUID group_id, int start, int until, String words, List<UUID> places) {

        static PartRow of(Part part) {
            return new PartRow(
                    part.id().value(),
                    part.group().value(),
                    part.start(),
                    part.end(),
                    part.words(),
                    part.places().stream().map(ProvisionId::value).toList());
        }
    }

    /** Keeps a text as it was cut. */
    void keepText(UUID id, RoundId round, String text, PersonId by, Instant at) {
        jdbc.sql("INSERT INTO cut_text (id, round_id, text, made_by, made_at) VALUES (:id, :round, :text, :by, :at)")
                .paramSource(SqlParameters.of("id", id)
                        .and("round", round)
                        .and("text", text)
                        .and("by", by)
                        .and("at", at))
                .update();
    }

    /**
     * Puts points into the place of one that was cut into them: each with its source, its places, its outcome and, in a group of
     * its own, its answer. The one that was cut is withdrawn; false if it is no longer at this version.
     */
    boolean split(PointId id, int version, UUID text, List<Part> parts, Instant now) {
        SqlParameters wanted = SqlParameters.of("id", id)
                .and("version", version)
                .and("text", text)
                .and("now", now)
                .and(
                        "parts",
                        json.writeValueAsString(parts.stream().map(PartRow::of).toList()));
        String from = """
                FROM point p, jsonb_to_recordset(:parts::jsonb)
                         AS o (id uuid, group_id uuid, start integer, until integer, words text, places uuid[])
                """;
        jdbc.sql("INSERT INTO issue_group (id, round_id, answer) SELECT o.group_id, p.round_id, g.answer " + from
                        + " JOIN issue_group g ON true WHERE p.id = :id AND g.id = p.group_id")
                .paramSource(wanted)
                .update();
        jdbc.sql("""
                INSERT INTO point (id, round_id, version_id, group_id, unit_id, person_id, who, kind, text, replacement,
                                   outcome, basis, applied_text, decided_by, assignee_id, assignee_unit_id, restricted,
                                   created_at)
                SELECT o.id, p.round_id, p.version_id, o.group_id, p.unit_id, p.person_id, p.who, p.kind, o.words,
                       CASE WHEN o.start = 0 THEN p.replacement END, p.outcome, p.basis, p.applied_text, p.decided_by,
                       p.assignee_id, p.assignee_unit_id, p.restricted, :now
                """ + from + " WHERE p.id = :id").paramSource(wanted).update();
        jdbc.sql("""
                INSERT INTO point_source (point_id, kind, comment_id, letter_id, ref, cut_text_id, cut_start, cut_end, cut_from)
                SELECT o.id, s.kind, s.comment_id, s.letter_id, s.ref, :text, o.start, o.until, p.id
                """ + from + " JOIN point_source s ON true WHERE p.id = :id AND s.point_id = p.id")
                .paramSource(wanted)
                .update();
        jdbc.sql("""
                INSERT INTO point_place (point_id, provision_id, main, ordinal)
                SELECT o.id, pp.provision_id, pp.main, pp.ordinal
                """ + from + """
                     JOIN point_place pp ON true WHERE p.id = :id AND pp.point_id = p.id AND o.places = '{}'
                UNION ALL
                SELECT o.id, pr.id, named.ordinal = 1, named.ordinal - 1
                """ + from + """
                     CROSS JOIN unnest(o.places) WITH ORDINALITY AS named (provision_id, ordinal)
                     JOIN provision pr ON pr.id = named.provision_id
                WHERE p.id = :id AND pr.version_id = p.version_id
                """).paramSource(wanted).update();
        return jdbc.sql(
                                "UPDATE point SET withdrawn = true, version = version + 1 WHERE id = :id AND version = :version")
                        .paramSource(wanted)
                        .update()
                == 1;
    }

    /** Decides a point; false if it is no longer at this version. */
    boolean decide(PointId id, int version, @Nullable Outcome outcome, @Nullable String appliedText, PersonId by) {
        return jdbc.sql("""
                UPDATE point SET outcome = :outcome, applied_text = :applied, decided_by = :by, version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("outcome", outcome)
                                .and("applied", appliedText)
                                .and("by", by))
                        .update()
                == 1;
    }

    /** Gives a point these places instead of those it has, and the draft that they are of; false if it is no longer at this version. */
    boolean place(PointId id, int version, @Nullable VersionId draft, List<NewPlace> places) {
        SqlParameters wanted = SqlParameters.of("id", id)
                .and("version", version)
                .and("draft", draft)
                .and(
                        "places",
                        json.writeValueAsString(
                                places.stream().map(PlaceRow::of).toList()));
        jdbc.sql("DELETE FROM point_place WHERE point_id = :id")
                .paramSource(wanted)
                .update();
        jdbc.sql(ADD_PLACES).paramSource(wanted).update();
        return jdbc.sql("""
                UPDATE point SET version_id = :draft, version = version + 1 WHERE id = :id AND version = :version
                """).paramSource(wanted).update() == 1;
    }

    /** Rounds with points that have no number yet. */
    List<RoundId> roundsToNumber() {
        return jdbc.sql("SELECT DISTINCT round_id FROM point WHERE number IS NULL")
                .query((row, n) -> new RoundId(row.getObject("round_id", UUID.class)))
                .list();
    }

    boolean hasToNumber(RoundId round) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM point WHERE round_id = :round AND number IS NULL)")
                .paramSource(SqlParameters.of("round", round))
                .query(Boolean.class)
                .single();
    }

    /** Gives the points without one the next numbers, in the order of creation; one at a time in each round. */
    void number(RoundId round) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:round, 7))")
                .param("round", round.toString())
                .query()
                .singleRow();
        jdbc.sql("""
                WITH waiting AS (
                    SELECT id, created_at FROM point WHERE round_id = :round AND number IS NULL ORDER BY id FOR UPDATE
                ), numbered AS (
                    SELECT id, row_number() OVER (ORDER BY created_at, id) AS n FROM waiting
                )
                UPDATE point p SET number = n.n + (
                    SELECT coalesce(max(number), 0) FROM point WHERE round_id = :round)
                FROM numbered n WHERE p.id = n.id
                """).paramSource(SqlParameters.of("round", round)).update();
    }
}
