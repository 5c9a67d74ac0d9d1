package vn.gopy.draft.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.DossierId;
import vn.gopy.shared.SqlParameters;

@Repository
class SupportRepository {

    private static final String SUPPORTS = """
            SELECT s.id, s.dossier_id, d.number, s.person_id, trim(p.salutation || ' ' || p.name) AS name, s.reason,
                   s.begins_at, s.ends_at, s.ended_at, trim(e.salutation || ' ' || e.name) AS ended_by
            FROM support s JOIN dossier d ON d.id = s.dossier_id JOIN person p ON p.id = s.person_id
                 LEFT JOIN person e ON e.id = s.ended_by
            """;

    private static final String LASTS = " AND " + DossierAccess.SUPPORT_LASTS;

    private final JdbcClient jdbc;

    SupportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The dossier with this number; nobody else enters or leaves it until the transaction ends. */
    Optional<DossierId> heldDossier(int number) {
        return jdbc.sql("SELECT id FROM dossier WHERE number = :number FOR NO KEY UPDATE")
                .param("number", number)
                .query((row, n) -> new DossierId(row.getObject("id", UUID.class)))
                .optional();
    }

    void add(SupportId id, DossierId dossier, PersonId person, String reason, Instant from, Instant until) {
        jdbc.sql("""
                INSERT INTO support (id, dossier_id, person_id, reason, begins_at, ends_at)
                VALUES (:id, :dossier, :person, :reason, :from, :until)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("dossier", dossier)
                        .and("person", person)
                        .and("reason", reason)
                        .and("from", from)
                        .and("until", until))
                .update();
    }

    /** Whether it still lasted and is over now. */
    boolean end(SupportId id, PersonId by, Instant now) {
        return jdbc.sql("UPDATE support s SET ended_at = :now, ended_by = :by WHERE s.id = :id" + LASTS)
                        .paramSource(SqlParameters.of("id", id).and("by", by).and("now", now))
                        .update()
                == 1;
    }

    Optional<Support> byId(SupportId id) {
        return jdbc.sql(SUPPORTS + "WHERE s.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> support(row))
                .optional();
    }

    /** Those in the dossier at the moment. */
    List<Support> lasting(DossierId dossier, Instant now) {
        return jdbc.sql(SUPPORTS + "WHERE s.dossier_id = :dossier" + LASTS + " ORDER BY s.begins_at, s.id")
                .paramSource(SqlParameters.of("dossier", dossier).and("now", now))
                .query((row, n) -> support(row))
                .list();
    }

    /** The latest first, of one person or of all. */
    List<Support> latest(@Nullable PersonId person, int most) {
        return jdbc.sql(SUPPORTS + """
                WHERE :person::uuid IS NULL OR s.person_id = :person::uuid
                ORDER BY s.begins_at DESC, s.id DESC LIMIT :most
                """)
                .paramSource(SqlParameters.of("person", person).and("most", most))
                .query((row, n) -> support(row))
                .list();
    }

    /** Those whose work it is to watch over dossiers. */
    List<PersonId> secretariat() {
        return jdbc.sql("""
                SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id
                WHERE r.role = :role AND p.disabled_at IS NULL ORDER BY p.id
                """)
                .paramSource(SqlParameters.of("role", Role.SECRETARIAT))
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Support support(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Support(
                new SupportId(row.getObject("id", UUID.class)),
                new DossierId(row.getObject("dossier_id", UUID.class)),
                Dossier.code(row.getInt("number")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("reason"),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"));
    }
}
