package vn.gopy.draft;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.citation.CitationScan;
import vn.gopy.legaltext.citation.CitedDocument;
import vn.gopy.legaltext.citation.DocumentIdentity;
import vn.gopy.shared.SqlParameters;

@Repository
class CitationRepository {

    /** Versions that the asker may read as the last ones published of their series. */
    private static final String READABLE_LATEST = """
            v.state = 'PUBLISHED' AND %s
            AND NOT EXISTS (SELECT FROM draft_version later
                            WHERE later.series_id = v.series_id AND later.ordinal > v.ordinal
                              AND later.state = 'PUBLISHED')
            """.formatted(DossierAccess.READABLE);

    private static final String CITATION = """
            c.version_id, c.provision_id, c.heading, c.start_at, c.end_at, c.target_id, c.path, c.type, c.number, c.name,
            c.year, c.issued_on, c.issuer, c.attached, cardinality(c.keys) AS documents""";

    private static final String DOCUMENT = VersionName.COLUMNS + """
            , v.id AS version, v.dossier_id, v.series_id, d.title AS dossier_title,
            i.number AS own_number, i.type AS own_type, i.title AS own_title, i.issued_on AS own_date, i.issuer AS own_issuer,
            (SELECT array_agg(k.key) FROM document_key k WHERE k.version_id = v.id) AS own_keys""";

    private static final String VERSIONS = """
            draft_version v JOIN series s ON s.id = v.series_id JOIN dossier d ON d.id = v.dossier_id
            JOIN document_identity i ON i.version_id = v.id
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    CitationRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A document of the library with what it is known by. */
    record Known(LibraryDocument document, SeriesId series, DocumentIdentity identity) {}

    /** A citation in another version, with that version. */
    record Citing(StoredCitation citation, Known from) {}

    void replace(VersionId version, List<StoredCitation> citations) {
        jdbc.sql("DELETE FROM citation WHERE version_id = :version")
                .paramSource(SqlParameters.of("version", version))
                .update();
        var rows = new ArrayList<SqlParameterSource>(citations.size());
        citations.forEach(citation -> rows.add(row(version, rows.size(), citation)));
        batches.batchUpdate("""
                INSERT INTO citation (version_id, position, provision_id, heading, start_at, end_at, target_id, path, keys,
                                      type, number, name, year, issued_on, issuer, attached)
                VALUES (:version, :position, :place, :heading, :start, :end, :target, :path, :keys::text[],
                        :type, :number, :name, :year, :issuedOn, :issuer, :attached)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameters row(VersionId version, int position, StoredCitation citation) {
        CitedDocument document = citation.document();
        return SqlParameters.of("version", version)
                .and("position", position)
                .and("place", citation.place())
                .and("heading", citation.heading())
                .and("start", citation.start())
                .and("end", citation.end())
                .and("target", citation.target())
                .and("path", citation.path())
                .and("keys", document == null ? List.of() : document.keys())
                .and("type", document == null ? null : document.type())
                .and("number", document == null ? null : document.number())
                .and("name", document == null ? null : document.name())
                .and("year", document == null ? null : document.year())
                .and("issuedOn", document == null ? null : document.date())
                .and("issuer", document == null ? null : document.issuer())
                .and("attached", document == null ? null : document.attached());
    }

    void erase(VersionId version) {
        for (String table : List.of("citation", "document_key", "document_identity")) {
            jdbc.sql("DELETE FROM " + table + " WHERE version_id = :version")
                    .paramSource(SqlParameters.of("version", version))
                    .update();
        }
    }

    void identify(VersionId version, Outline outline, DocumentIdentity identity) {
        jdbc.sql("""
                INSERT INTO document_identity (version_id, number, type, title, issued_on, issuer, scanned_by)
                VALUES (:version, :number, :type, :title, :issuedOn, :issuer, :scan)
                ON CONFLICT (version_id) DO UPDATE SET number = :number, type = :type, title = :title,
                    issued_on = :issuedOn, issuer = :issuer, scanned_by = :scan
                """)
                .paramSource(SqlParameters.of("version", version)
                        .and("number", outline.number())
                        .and("type", outline.type())
                        .and("title", outline.title())
                        .and("issuedOn", outline.issuedOn())
                        .and("issuer", outline.issuer())
                        .and("scan", CitationScan.VERSION))
                .update();
        jdbc.sql("DELETE FROM document_key WHERE version_id = :version")
                .paramSource(SqlParameters.of("version", version))
                .update();
        jdbc.sql(
                        "INSERT INTO document_key (version_id, key) SELECT DISTINCT :version::uuid, key FROM unnest(:keys::text[]) AS key")
                .paramSource(SqlParameters.of("version", version).and("keys", identity.keys()))
                .update();
    }

    /** Versions with an outline whose citations another recogniser wrote, or none. */
    List<VersionId> outdated() {
        return jdbc.sql("""
                SELECT v.id FROM draft_version v LEFT JOIN document_identity i ON i.version_id = v.id
                WHERE v.outline IS NOT NULL AND i.scanned_by IS DISTINCT FROM :scan
                """)
                .paramSource(SqlParameters.of("scan", CitationScan.VERSION))
                .query((row, n) -> new VersionId(row.getObject("id", UUID.class)))
                .list();
    }

    /** In the order of the text. */
    List<StoredCitation> of(VersionId version) {
        return jdbc.sql("SELECT " + CITATION + " FROM citation c WHERE c.version_id = :version ORDER BY c.position")
                .paramSource(SqlParameters.of("version", version))
                .query((row, n) -> citation(row))
                .list();
    }

    /** By what the version is known; nothing for one that was never read. */
    DocumentIdentity identity(VersionId version) {
        return jdbc.sql("""
                SELECT i.issued_on AS own_date, i.issuer AS own_issuer,
                       (SELECT array_agg(k.key) FROM document_key k WHERE k.version_id = i.version_id) AS own_keys
                FROM document_identity i WHERE i.version_id = :version
                """)
                .paramSource(SqlParameters.of("version", version))
                .query((row, n) -> identity(row))
                .optional()
                .orElse(new DocumentIdentity(List.of(), null, null));
    }

    /** Documents with one of the keys that the asker may read, the newest first. */
    List<Known> known(Collection<String> keys, Person asker, Instant now) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + DOCUMENT + " FROM " + VERSIONS + " WHERE " + READABLE_LATEST + """
                            AND EXISTS (SELECT FROM document_key k WHERE k.version_id = v.id AND k.key = ANY (:keys))
                        ORDER BY i.issued_on DESC NULLS LAST, v.published_at DESC, v.id
                        """)
                        .paramSource(DossierAccess.parameters(asker, now).and("keys", keys))
                        .query((row, n) -> known(row))
                        .list();
    }

    /** Citations of one of the keys in versions that the asker may read. */
    List<Citing> citing(Collection<String> keys, Person asker, Instant now) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + CITATION + ", " + DOCUMENT + " FROM citation c, " + VERSIONS + " WHERE "
                                + READABLE_LATEST + """
                            AND v.id = c.version_id AND c.keys && :keys::text[]
                        ORDER BY d.number, s.ordinal, c.position
                        """)
                        .paramSource(DossierAccess.parameters(asker, now).and("keys", keys))
                        .query((row, n) -> new Citing(citation(row), known(row)))
                        .list();
    }

    private static StoredCitation citation(ResultSet row) throws SQLException {
        UUID target = row.getObject("target_id", UUID.class);
        Date date = row.getDate("issued_on");
        CitedDocument document = row.getInt("documents") == 0
                ? null
                : new CitedDocument(
                        row.getString("type"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getObject("year", Integer.class),
                        date == null ? null : date.toLocalDate(),
                        row.getString("issuer"),
                        row.getString("attached"));
        return new StoredCitation(
                new ProvisionId(row.getObject("provision_id", UUID.class)),
                row.getBoolean("heading"),
                row.getInt("start_at"),
                row.getInt("end_at"),
                target == null ? null : new ProvisionId(target),
                document,
                row.getString("path"));
    }

    private static Known known(ResultSet row) throws SQLException {
        var document = new LibraryDocument(
                new VersionId(row.getObject("version", UUID.class)),
                new DossierId(row.getObject("dossier_id", UUID.class)),
                row.getString("dossier_title"),
                VersionName.of(row),
                row.getString("own_number"),
                row.getString("own_type"),
                row.getString("own_title"));
        return new Known(document, new SeriesId(row.getObject("series_id", UUID.class)), identity(row));
    }

    private static DocumentIdentity identity(ResultSet row) throws SQLException {
        Date date = row.getDate("own_date");
        Array keys = row.getArray("own_keys");
        return new DocumentIdentity(
                keys == null ? List.of() : Arrays.asList((String[]) keys.getArray()),
                date == null ? null : date.toLocalDate(),
                row.getString("own_issuer"));
    }
}
