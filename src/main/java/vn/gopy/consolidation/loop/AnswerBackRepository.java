package vn.gopy.consolidation.loop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.consolidation.PointId;
import vn.gopy.draft.DossierAccess;
import vn.gopy.round.DraftsOfRound;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.SqlParameters;

@Repository
class AnswerBackRepository {

    private static final String BACKS = """
            SELECT b.point_id, p.number, p.who, b.text, trim(pe.salutation || ' ' || pe.name) AS by, b.at
            FROM answer_back b JOIN point p ON p.id = b.point_id JOIN round r ON r.id = p.round_id
                 JOIN person pe ON pe.id = b.person_id
            """;

    private final JdbcClient jdbc;

    AnswerBackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody's point.
     *
     * @param unit that said it; null where a person did
     * @param announced when its result was; null while it is not
     */
    record Own(
            RoundId round, @Nullable UnitId unit, @Nullable Instant announced) {}

    /** The point, where the asker or a unit of the asker said it and the asker may read its dossier. */
    Optional<Own> own(PointId point, Person asker, Instant now) {
        return jdbc.sql("""
                SELECT p.round_id, p.unit_id, r.announced_at
                FROM standing_point p JOIN round r ON r.id = p.round_id
                     JOIN draft_version v ON v.id = coalesce(p.version_id, %s)
                     JOIN dossier d ON d.id = v.dossier_id
                WHERE p.id = :point AND %s AND %s
                """.formatted(DraftsOfRound.FIRST, PointAccess.OWN, DossierAccess.READABLE))
                .paramSource(PointAccess.parameters(asker, now).and("point", point))
                .query((row, n) -> {
                    UUID unit = row.getObject("unit_id", UUID.class);
                    var announced = row.getTimestamp("announced_at");
                    return new Own(
                            new RoundId(row.getObject("round_id", UUID.class)),
                            unit == null ? null : new UnitId(unit),
                            announced == null ? null : announced.toInstant());
                })
                .optional();
    }

    /** False where something was said to it already. */
    boolean add(PointId point, String text, PersonId by, Instant now) {
        return jdbc.sql("""
                INSERT INTO answer_back (point_id, text, person_id, at) VALUES (:point, :text, :by, :now)
                ON CONFLICT DO NOTHING
                """)
                        .paramSource(SqlParameters.of("point", point)
                                .and("text", text)
                                .and("by", by)
                                .and("now", now))
                        .update()
                == 1;
    }

    /** Those to points of the asker and of units of the asker, at most a thousand. */
    List<AnswerBack> own(Person asker, Instant now) {
        return jdbc.sql(BACKS + "WHERE " + PointAccess.OWN + " ORDER BY b.at DESC LIMIT :most")
                .paramSource(PointAccess.parameters(asker, now).and("most", Limits.LIST))
                .query((row, n) -> back(row))
                .list();
    }

    /** Those to points of a round whose words the asker may be told, the first first, at most a thousand. */
    List<AnswerBack> of(RoundId round, Person asker, Instant now) {
        return jdbc.sql(BACKS + "WHERE p.round_id = :round AND " + PointAccess.WORDS
                        + " ORDER BY b.at, b.point_id LIMIT :most")
                .paramSource(
                        PointAccess.parameters(asker, now).and("round", round).and("most", Limits.LIST))
                .query((row, n) -> back(row))
                .list();
    }

    /** The round of a point. */
    Optional<RoundId> roundOf(PointId point) {
        return jdbc.sql("SELECT round_id FROM point WHERE id = :point")
                .paramSource(SqlParameters.of("point", point))
                .query((row, n) -> new RoundId(row.getObject("round_id", UUID.class)))
                .optional();
    }

    private static AnswerBack back(ResultSet row) throws SQLException {
        return new AnswerBack(
                new PointId(row.getObject("point_id", UUID.class)),
                row.getObject("number", Integer.class),
                row.getString("who"),
                row.getString("text"),
                row.getString("by"),
                row.getTimestamp("at").toInstant());
    }
}
