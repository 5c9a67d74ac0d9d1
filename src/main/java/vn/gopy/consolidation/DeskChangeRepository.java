package vn.gopy.consolidation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.PersonId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

/** Keeps what was changed on desks, as it stood before and after, and puts it back. */
@Repository
class DeskChangeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeskChangeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A change that was not undone. */
    record Kept(long n, DeskChange.Kind kind, Instant at, DeskState before, DeskState after) {}

    /** How these stand now. */
    DeskState state(Collection<PointId> points, Collection<GroupId> groups) {
        return new DeskState(
                jdbc.sql("""
                        SELECT id, group_id, outcome, applied_text, side, withdrawn, decided_by FROM point
                        WHERE id = ANY (:points::uuid[]) ORDER BY id
                        """)
                        .paramSource(SqlParameters.of("points", points))
                        .query((row, n) -> new DeskState.OfPoint(
                                row.getObject("id", UUID.class),
                                row.getObject("group_id", UUID.class),
                                row.getString("outcome"),
                                row.getString("applied_text"),
                                row.getString("side"),
                                row.getBoolean("withdrawn"),
                                row.getObject("decided_by", UUID.class)))
                        .list(),
                jdbc.sql("SELECT id, title, answer FROM issue_group WHERE id = ANY (:groups::uuid[]) ORDER BY id")
                        .paramSource(SqlParameters.of("groups", groups))
                        .query((row, n) -> new DeskState.OfGroup(
                                row.getObject("id", UUID.class), row.getString("title"), row.getString("answer")))
                        .list());
    }

    void add(RoundId round, PersonId by, Instant at, DeskChange.Kind kind, DeskState before, DeskState after) {
        jdbc.sql("""
                INSERT INTO desk_change (round_id, by_id, at, kind, before, after)
                VALUES (:round, :by, :at, :kind, :before, :after)
                """)
                .paramSource(SqlParameters.of("round", round)
                        .and("by", by)
                        .and("at", at)
                        .and("kind", kind)
                        .and("before", json.writeValueAsString(before))
                        .and("after", json.writeValueAsString(after)))
                .update();
    }

    /** The last change of the person on the round that was not undone. */
    Optional<DeskChange> last(RoundId round, PersonId by) {
        return jdbc.sql("""
                SELECT n, kind, at FROM desk_change WHERE round_id = :round AND by_id = :by AND undone_at IS NULL
                ORDER BY n DESC LIMIT 1
                """)
                .paramSource(SqlParameters.of("round", round).and("by", by))
                .query((row, n) -> new DeskChange(
                        row.getLong("n"),
                        DeskChange.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** The same with what it did, locked; empty where this one is not the last any more. */
    Optional<Kept> lock(RoundId round, PersonId by, long n) {
        return jdbc
                .sql("""
                SELECT n, kind, at, before, after FROM desk_change
                WHERE round_id = :round AND by_id = :by AND undone_at IS NULL AND n >= :n ORDER BY n FOR UPDATE
                """)
                .paramSource(SqlParameters.of("round", round).and("by", by).and("n", n))
                .query((row, at) -> new Kept(
                        row.getLong("n"),
                        DeskChange.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant(),
                        json.readValue(row.getString("before"), DeskState.class),
                        json.readValue(row.getString("after"), DeskState.class)))
                .list()
                .stream()
                .reduce((one, later) -> later)
                .filter(last -> last.n() == n);
    }

    void undone(long n, Instant at) {
        jdbc.sql("UPDATE desk_change SET undone_at = :at WHERE n = :n")
                .paramSource(SqlParameters.of("n", n).and("at", at))
                .update();
    }

    /** Puts the points back as they stood, with a new version each; where they have been is kept. */
    void restore(List<DeskState.OfPoint> points, GroupRepository.By by) {
        SqlParameters wanted = SqlParameters.of("points", json.writeValueAsString(points))
                .and("now", by.at())
                .and("by", by.person());
        jdbc.sql("""
                INSERT INTO point_group_history (point_id, group_id, until, by_id)
                SELECT p.id, p.group_id, :now, :by
                FROM point p JOIN jsonb_to_recordset(:points::jsonb) AS o (id uuid, "group" uuid) ON o.id = p.id
                WHERE p.group_id <> o."group" ORDER BY p.id
                """).paramSource(wanted).update();
        jdbc.sql("""
                UPDATE point p SET group_id = o."group", outcome = o.outcome, applied_text = o.applied, side = o.side,
                       withdrawn = o.withdrawn, decided_by = o."decidedBy", version = p.version + 1
                FROM jsonb_to_recordset(:points::jsonb)
                         AS o (id uuid, "group" uuid, outcome text, applied text, side text, withdrawn boolean,
                             "decidedBy" uuid)
                WHERE p.id = o.id
                """).paramSource(wanted).update();
    }

    /** Puts the words of a group back. */
    void restore(DeskState.OfGroup group) {
        jdbc.sql("UPDATE issue_group SET title = :title, answer = :answer, version = version + 1 WHERE id = :id")
                .paramSource(SqlParameters.of("id", group.id())
                        .and("title", group.title())
                        .and("answer", group.answer()))
                .update();
    }
}
