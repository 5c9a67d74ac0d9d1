package vn.gopy.consolidation.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.consolidation.PointId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

/** Keeps what is asked about points. */
@Repository
class InquiryRepository {

    private static final String ASKED = """
            SELECT i.*, p.round_id, r.title AS round_title, coalesce(u.name, '') AS unit_name,
                   trim(a.salutation || ' ' || a.name) AS asker, trim(w.salutation || ' ' || w.name) AS answerer
            FROM point_inquiry i JOIN point p ON p.id = i.point_id JOIN round r ON r.id = p.round_id
                 JOIN person a ON a.id = i.asked_by LEFT JOIN unit u ON u.id = i.unit_id
                 LEFT JOIN person w ON w.id = i.answered_by
            """;

    private final JdbcClient jdbc;

    InquiryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All about one of the points, the oldest first. */
    List<Inquiry> about(Collection<PointId> points) {
        return jdbc.sql(ASKED + "WHERE i.point_id = ANY (:points::uuid[]) ORDER BY i.asked_at, i.id")
                .paramSource(SqlParameters.of("points", points))
                .query((row, n) -> inquiry(row))
                .list();
    }

    /** What one of the units is asked, those without an answer first, then the latest first; at most so many. */
    List<Inquiry> to(Collection<UnitId> units, int most) {
        return jdbc.sql(ASKED + """
                WHERE i.unit_id = ANY (:units::uuid[])
                ORDER BY i.answered_at IS NOT NULL, i.due NULLS LAST, i.asked_at DESC, i.id LIMIT :most
                """)
                .paramSource(SqlParameters.of("units", units).and("most", most))
                .query((row, n) -> inquiry(row))
                .list();
    }

    Optional<Inquiry> byId(UUID id) {
        return jdbc.sql(ASKED + "WHERE i.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> inquiry(row))
                .optional();
    }

    int count(PointId point) {
        return jdbc.sql("SELECT count(*) FROM point_inquiry WHERE point_id = :point")
                .paramSource(SqlParameters.of("point", point))
                .query(Integer.class)
                .single();
    }

    void ask(UUID id, PointId point, UnitId unit, String question, @Nullable LocalDate due, PersonId by, Instant at) {
        jdbc.sql("""
                INSERT INTO point_inquiry (id, point_id, kind, unit_id, question, due, asked_by, asked_at)
                VALUES (:id, :point, 'UNIT', :unit, :question, :due, :by, :at)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("point", point)
                        .and("unit", unit)
                        .and("question", question)
                        .and("due", due)
                        .and("by", by)
                        .and("at", at))
                .update();
    }

    /** What came of speaking with the author again: asked and answered at once. */
    void note(UUID id, PointId point, String words, PersonId by, Instant at) {
        jdbc.sql("""
                INSERT INTO point_inquiry (id, point_id, kind, question, asked_by, asked_at, answer, answered_by, answered_at)
                VALUES (:id, :point, 'AUTHOR', '', :by, :at, :words, :by, :at)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("point", point)
                        .and("words", words)
                        .and("by", by)
                        .and("at", at))
                .update();
    }

    /** Answers; false if it is no longer at this version. */
    boolean answer(UUID id, int version, String words, PersonId by, Instant at) {
        return jdbc.sql("""
                UPDATE point_inquiry SET answer = :words, answered_by = :by, answered_at = :at, version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("words", words)
                                .and("by", by)
                                .and("at", at))
                        .update()
                == 1;
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        UUID unit = row.getObject("unit_id", UUID.class);
        return new Inquiry(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new PointId(row.getObject("point_id", UUID.class)),
                new RoundId(row.getObject("round_id", UUID.class)),
                row.getString("round_title"),
                unit == null ? null : new UnitId(unit),
                row.getString("unit_name"),
                row.getString("question"),
                row.getObject("due", LocalDate.class),
                row.getString("asker"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("answer"),
                row.getString("answerer"));
    }
}
