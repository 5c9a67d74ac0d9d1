package vn.gopy.draft.ending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

@Repository
class PromulgationRepository {

    private final JdbcClient jdbc;

    PromulgationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for all who are changing something of the dossier and lets nobody in until the transaction ends. The row comes
     * first, as with everyone who changes it.
     */
    void lock(DossierId dossier) {
        jdbc.sql("SELECT FROM dossier WHERE id = :id FOR NO KEY UPDATE")
                .paramSource(SqlParameters.of("id", dossier))
                .query()
                .listOfRows();
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:id, 18))")
                .param("id", dossier.toString())
                .query()
                .singleRow();
    }

    /** Whether the dossier had this version and has ended now. */
    boolean end(DossierId dossier, int version) {
        return jdbc.sql("""
                UPDATE dossier SET state = 'PROMULGATED', version = version + 1
                WHERE id = :id AND version = :version AND state = 'ACTIVE'
                """)
                        .paramSource(SqlParameters.of("id", dossier).and("version", version))
                        .update()
                == 1;
    }

    void add(DossierId dossier, VersionId text, String number, LocalDate date, PersonId by, Instant now) {
        jdbc.sql("""
                INSERT INTO promulgation (dossier_id, version_id, number, dated, recorded_by, recorded_at)
                VALUES (:dossier, :text, :number, :date, :by, :now)
                """)
                .paramSource(SqlParameters.of("dossier", dossier)
                        .and("text", text)
                        .and("number", number)
                        .and("date", date)
                        .and("by", by)
                        .and("now", now))
                .update();
    }

    /** False when it was changed since it was read. */
    boolean correct(DossierId dossier, int version, String number, LocalDate date) {
        return jdbc.sql("""
                UPDATE promulgation SET number = :number, dated = :date, version = version + 1
                WHERE dossier_id = :dossier AND version = :version
                """)
                        .paramSource(SqlParameters.of("dossier", dossier)
                                .and("version", version)
                                .and("number", number)
                                .and("date", date))
                        .update()
                == 1;
    }

    Optional<Promulgation> of(DossierId dossier) {
        return jdbc.sql("""
                SELECT pr.dossier_id, pr.version, pr.version_id, v.ordinal, pr.number, pr.dated, pr.recorded_at,
                       trim(p.salutation || ' ' || p.name) AS recorded_by,
                       (SELECT max(b.ordinal) FROM draft_version b
                        WHERE b.series_id = v.series_id AND b.ordinal < v.ordinal AND b.state = 'PUBLISHED') AS last
                FROM promulgation pr JOIN draft_version v ON v.id = pr.version_id JOIN person p ON p.id = pr.recorded_by
                WHERE pr.dossier_id = :dossier
                """)
                .paramSource(SqlParameters.of("dossier", dossier))
                .query((row, n) -> promulgation(row))
                .optional();
    }

    private static Promulgation promulgation(ResultSet row) throws SQLException {
        return new Promulgation(
                new DossierId(row.getObject("dossier_id", UUID.class)),
                row.getInt("version"),
                new VersionId(row.getObject("version_id", UUID.class)),
                row.getInt("ordinal"),
                row.getObject("last", Integer.class),
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
