package vn.gopy.consolidation.found;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.inside.Filing;
import vn.gopy.draft.inside.FoundKind;
import vn.gopy.draft.inside.FoundPlace;
import vn.gopy.draft.inside.FoundSource;
import vn.gopy.draft.inside.FoundText;
import vn.gopy.round.DraftsOfRound;
import vn.gopy.shared.SqlParameters;

/** Answered points as they are found; a point about no draft is filed under the round's first. */
@Repository
class FoundAnswerQuery implements FoundSource {

    /** An answered point without a draft is about the whole round. */
    private static final String ANSWERED = """
            FROM standing_point p JOIN issue_group g ON g.id = p.group_id JOIN round r ON r.id = p.round_id
                 JOIN draft_version v ON v.id = coalesce(p.version_id, %s)
                 JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                 LEFT JOIN unit u ON u.id = p.unit_id
            """.formatted(DraftsOfRound.FIRST);

    private final JdbcClient jdbc;

    FoundAnswerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FoundKind kind() {
        return FoundKind.ANSWER;
    }

    @Override
    public List<UUID> in(Collection<UUID> dossiers) {
        return jdbc.sql("SELECT g.id FROM issue_group g JOIN round r ON r.id = g.round_id WHERE "
                        + DraftsOfRound.IN_DOSSIERS)
                .paramSource(SqlParameters.of("dossiers", dossiers))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> after(UUID id, int most) {
        return jdbc.sql("SELECT id FROM issue_group WHERE id > :after ORDER BY id LIMIT :most")
                .paramSource(SqlParameters.of("after", id).and("most", most))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<FoundText> texts(Collection<UUID> groups, Instant now) {
        return jdbc.sql("SELECT p.id, p.group_id, " + Filing.COLUMNS + """
                , g.answer, p.text AS opinion, coalesce(p.outcome, 'PENDING') AS state, p.unit_id, p.person_id,
                       p.restricted, coalesce(r.closed_at, r.closes_at) <= :now AS round_closed,
                       r.announced_at IS NOT NULL AS announced, p.created_at AS written_at
                """ + ANSWERED
                        + " WHERE p.group_id = ANY (:groups::uuid[]) AND g.answer <> ''")
                .paramSource(SqlParameters.of("groups", groups).and("now", now))
                .query((row, n) -> answer(row).found())
                .list();
    }

    private static FoundAnswer answer(ResultSet row) throws SQLException {
        return new FoundAnswer(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                Filing.of(row),
                row.getString("answer"),
                row.getString("opinion"),
                row.getString("state"),
                row.getObject("unit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getBoolean("restricted"),
                row.getBoolean("round_closed"),
                row.getBoolean("announced"));
    }

    @Override
    public List<FoundPlace> readable(Collection<UUID> points, Person asker, Instant now) {
        return jdbc.sql("SELECT p.id, " + FoundPlace.IN_DOSSIER + """
                , pp.provision_id, ps.comment_id, coalesce(p.outcome, 'PENDING') AS state, false AS own
                """ + ANSWERED + """
                 JOIN point_source ps ON ps.point_id = p.id
                 LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                WHERE p.id = ANY (:ids::uuid[]) AND g.answer <> '' AND\s""" + PointAccess.FOUND + " AND "
                        + DossierAccess.READABLE)
                .paramSource(PointAccess.parameters(asker, now).and("ids", points))
                .query(FoundPlace::of)
                .list();
    }
}
