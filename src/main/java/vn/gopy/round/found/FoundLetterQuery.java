package vn.gopy.round.found;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.inside.Filing;
import vn.gopy.draft.inside.FoundKind;
import vn.gopy.draft.inside.FoundPlace;
import vn.gopy.draft.inside.FoundSource;
import vn.gopy.draft.inside.FoundText;
import vn.gopy.round.DraftsOfRound;
import vn.gopy.round.ReplyAccess;
import vn.gopy.shared.SqlParameters;

/** The letters of replies as they are found, each filed under the round's first draft. */
@Repository
class FoundLetterQuery implements FoundSource {

    private static final String LETTERS = """
            FROM reply rp JOIN letter l ON l.id = rp.letter_id JOIN invitee i ON i.id = rp.invitee_id
                 JOIN round r ON r.id = i.round_id JOIN draft_version v ON v.id = %s JOIN dossier d ON d.id = v.dossier_id
                 JOIN series s ON s.id = v.series_id
                 LEFT JOIN unit u ON u.id = i.unit_id
            WHERE rp.id = ANY (:ids::uuid[]) AND l.number <> '' AND rp.state <> 'REPLACED'
            """.formatted(DraftsOfRound.FIRST);

    private final JdbcClient jdbc;

    FoundLetterQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FoundKind kind() {
        return FoundKind.LETTER;
    }

    @Override
    public List<UUID> in(Collection<UUID> dossiers) {
        return jdbc.sql("""
                SELECT rp.id FROM reply rp JOIN invitee i ON i.id = rp.invitee_id JOIN round r ON r.id = i.round_id
                WHERE\s""" + DraftsOfRound.IN_DOSSIERS)
                .paramSource(SqlParameters.of("dossiers", dossiers))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> after(UUID id, int most) {
        return jdbc.sql("SELECT id FROM reply WHERE id > :after ORDER BY id LIMIT :most")
                .paramSource(SqlParameters.of("after", id).and("most", most))
                .query(UUID.class)
                .list();
    }

    /** A round closed, and the chair reads what was said in it. */
    @Override
    public List<UUID> dossiersTurned(Instant after, Instant until) {
        return jdbc.sql("""
                SELECT DISTINCT v.dossier_id FROM round r JOIN round_draft rd ON rd.round_id = r.id
                       JOIN draft_version v ON v.id = rd.version_id
                WHERE r.closes_at > :after AND r.closes_at <= :until
                """)
                .paramSource(SqlParameters.of("after", after).and("until", until))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<FoundText> texts(Collection<UUID> replies, Instant now) {
        return jdbc.sql("SELECT rp.id, " + Filing.COLUMNS + """
                , l.number, l.dated, rp.note, i.unit_id, i.person_id,
                       i.name AS sender, rp.state = 'SENT' AS sent,
                       coalesce(r.closed_at, r.closes_at) <= :now AS round_closed,
                       coalesce(rp.sent_at, r.opens_at) AS written_at
                """ + LETTERS)
                .paramSource(SqlParameters.of("ids", replies).and("now", now))
                .query((row, n) -> letter(row).found())
                .list();
    }

    private static FoundLetter letter(ResultSet row) throws SQLException {
        return new FoundLetter(
                row.getObject("id", UUID.class),
                Filing.of(row),
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                row.getString("note"),
                row.getString("sender"),
                row.getObject("unit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getBoolean("sent"),
                row.getBoolean("round_closed"));
    }

    @Override
    public List<FoundPlace> readable(Collection<UUID> replies, Person asker, Instant now) {
        return jdbc.sql("SELECT rp.id, " + FoundPlace.IN_DOSSIER + """
                , NULL::uuid AS provision_id, NULL::uuid AS comment_id, rp.state,
                       coalesce(rp.sent_by = :asker, false) AS own
                """ + LETTERS + " AND " + ReplyAccess.READABLE
                        + " AND " + DossierAccess.READABLE)
                .paramSource(ReplyAccess.parameters(asker, now).and("ids", replies))
                .query(FoundPlace::of)
                .list();
    }
}
