package vn.gopy.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.legaltext.Problem;
import vn.gopy.shared.SqlParameters;

@Repository
class VersionRepository {

    private static final String VERSIONS = "SELECT " + VersionName.COLUMNS + """
            , v.id, v.version, v.dossier_id, v.series_id, v.label, v.state, v.problem,
                   v.file_name, v.file_sha256, v.media_type, f.size, v.uploaded_by, v.uploaded_at, v.published_at,
                   d.state = 'PROMULGATED' AS ended
            FROM draft_version v JOIN series s ON s.id = v.series_id JOIN dossier d ON d.id = v.dossier_id
                 JOIN stored_file f ON f.sha256 = v.file_sha256
            """;

    private final JdbcClient jdbc;

    VersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The series of the main draft, made when it is missing; locked until the transaction ends. */
    SeriesId mainSeries(DossierId dossier) {
        lock(dossier);
        return jdbc.sql("SELECT id FROM series WHERE dossier_id = :dossier AND role = 'MAIN'")
                .paramSource(SqlParameters.of("dossier", dossier))
                .query((row, n) -> new SeriesId(row.getObject("id", UUID.class)))
                .optional()
                .orElseGet(() -> addSeries(dossier, SeriesRole.MAIN));
    }

    /** Nobody else adds a series until the transaction ends; opinions on the dossier go on. */
    void lock(DossierId dossier) {
        jdbc.sql("SELECT FROM dossier WHERE id = :id FOR NO KEY UPDATE")
                .paramSource(SqlParameters.of("id", dossier))
                .query()
                .singleRow();
    }

    /** A new series behind those that the dossier has. */
    SeriesId addSeries(DossierId dossier, SeriesRole role) {
        lock(dossier);
        SeriesId id = SeriesId.next();
        jdbc.sql("""
                INSERT INTO series (id, dossier_id, role, ordinal)
                SELECT :id, :dossier, :role, coalesce(max(ordinal), 0) + 1 FROM series WHERE dossier_id = :dossier
                """)
                .paramSource(SqlParameters.of("id", id).and("dossier", dossier).and("role", role))
                .update();
        return id;
    }

    Optional<SeriesId> series(DossierId dossier, SeriesId id) {
        return jdbc.sql("SELECT id FROM series WHERE dossier_id = :dossier AND id = :id FOR UPDATE")
                .paramSource(SqlParameters.of("dossier", dossier).and("id", id))
                .query((row, n) -> id)
                .optional();
    }

    void add(
            VersionId id,
            DossierId dossier,
            SeriesId series,
            UploadedFile upload,
            Received received,
            Person asker,
            Instant now) {
        jdbc.sql("""
                INSERT INTO draft_version (id, dossier_id, series_id, ordinal, label, state, problem, file_sha256,
                                           file_name, media_type, reading, reader_version, uploaded_by, uploaded_at)
                SELECT :id, :dossier, :series, coalesce(max(ordinal), 0) + 1, :label, 'RECEIVED', :problem, :sha256,
                       :name, :type, :reading, :reader, :asker, :now
                FROM draft_version WHERE series_id = :series
                """)
                .paramSource(added(id, upload, received, asker, now)
                        .and("dossier", dossier)
                        .and("series", series)
                        .and("label", upload.label()))
                .update();
    }

    /** In the place that another version has left, with its label unless the upload brings one. */
    void addAt(DraftVersion left, VersionId id, UploadedFile upload, Received received, Person asker, Instant now) {
        jdbc.sql("""
                INSERT INTO draft_version (id, dossier_id, series_id, ordinal, label, state, problem, file_sha256,
                                           file_name, media_type, reading, reader_version, uploaded_by, uploaded_at)
                VALUES (:id, :dossier, :series, :ordinal, :label, 'RECEIVED', :problem, :sha256,
                        :name, :type, :reading, :reader, :asker, :now)
                """)
                .paramSource(added(id, upload, received, asker, now)
                        .and("dossier", left.dossierId())
                        .and("series", left.seriesId())
                        .and("ordinal", left.ordinal())
                        .and("label", upload.label().isEmpty() ? left.label() : upload.label()))
                .update();
    }

    private static SqlParameters added(
            VersionId id, UploadedFile upload, Received received, Person asker, Instant now) {
        return SqlParameters.of("id", id)
                .and("problem", received.problem())
                .and("sha256", received.sha256())
                .and("name", upload.fileName())
                .and("type", received.mediaType())
                .and("reading", received.reading())
                .and("reader", received.readerVersion())
                .and("asker", asker.id())
                .and("now", now);
    }

    /** All versions of the dossier whatever their state; nobody else changes them until the transaction ends. */
    List<DraftVersion> lockedOf(DossierId dossier) {
        return jdbc.sql(VERSIONS + "WHERE v.dossier_id = :dossier ORDER BY v.id FOR UPDATE OF v")
                .paramSource(SqlParameters.of("dossier", dossier))
                .query((row, n) -> version(row))
                .list();
    }

    boolean anyPublished(DossierId dossier) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM draft_version WHERE dossier_id = :id AND state = 'PUBLISHED')")
                .paramSource(SqlParameters.of("id", dossier))
                .query(Boolean.class)
                .single();
    }

    /** The row of a version that is locked and unchecked. */
    void remove(DraftVersion version) {
        jdbc.sql("DELETE FROM draft_version WHERE id = :id AND version = :version AND state <> 'PUBLISHED'")
                .paramSource(SqlParameters.of("id", version.id()).and("version", version.version()))
                .update();
    }

    /** A paper without any version is none; the series of the main draft stays for the next. */
    void removeEmptyPaper(SeriesId series) {
        jdbc.sql("""
                DELETE FROM series s WHERE s.id = :id AND s.role <> 'MAIN'
                  AND NOT EXISTS (SELECT FROM draft_version v WHERE v.series_id = s.id)
                """).paramSource(SqlParameters.of("id", series)).update();
    }

    /** Whether the version was in this state of editing and has the label now. */
    boolean label(VersionId id, int version, String label) {
        return jdbc.sql("""
                UPDATE draft_version SET label = :label, version = version + 1 WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("label", label))
                        .update()
                == 1;
    }

    List<DraftVersion> visible(Collection<VersionId> ids, Person asker, Instant now) {
        return jdbc.sql(VERSIONS + "WHERE v.id = ANY (:ids::uuid[]) AND " + DossierAccess.VISIBLE + " AND "
                        + DossierAccess.READABLE)
                .paramSource(DossierAccess.parameters(asker, now).and("ids", ids))
                .query((row, n) -> version(row))
                .list();
    }

    Optional<DraftVersion> visible(VersionId id, Person asker, Instant now) {
        return jdbc.sql(VERSIONS + "WHERE v.id = :id AND " + DossierAccess.VISIBLE + " AND " + DossierAccess.READABLE)
                .paramSource(DossierAccess.parameters(asker, now).and("id", id))
                .query((row, n) -> version(row))
                .optional();
    }

    List<DraftVersion> visible(DossierId dossier, Person asker, Instant now) {
        return jdbc.sql(VERSIONS + "WHERE v.dossier_id = :id AND " + DossierAccess.VISIBLE + " AND "
                        + DossierAccess.READABLE + " ORDER BY s.ordinal, v.ordinal")
                .paramSource(DossierAccess.parameters(asker, now).and("id", dossier))
                .query((row, n) -> version(row))
                .list();
    }

    List<DraftVersion> latest(Collection<DossierId> dossiers, Person asker, Instant now) {
        return jdbc.sql("SELECT DISTINCT ON (v.dossier_id) " + VERSIONS.substring("SELECT".length())
                        + "WHERE v.dossier_id = ANY (:ids::uuid[]) AND s.role = 'MAIN' AND " + DossierAccess.VISIBLE
                        + " AND " + DossierAccess.READABLE + " ORDER BY v.dossier_id, v.ordinal DESC")
                .paramSource(DossierAccess.parameters(asker, now).and("ids", dossiers))
                .query((row, n) -> version(row))
                .list();
    }

    /** Whatever the state; nobody else changes the version until the transaction ends. */
    Optional<DraftVersion> locked(VersionId id) {
        return jdbc.sql(VERSIONS + "WHERE v.id = :id FOR UPDATE OF v")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> version(row))
                .optional();
    }

    /** Nobody changes the version until the transaction ends; others may hold it too. */
    void hold(VersionId id) {
        jdbc.sql("SELECT FROM draft_version WHERE id = :id FOR SHARE")
                .paramSource(SqlParameters.of("id", id))
                .query()
                .listOfRows();
    }

    /** The version that the place stands in, when the asker may see it; held like that. What stands in it is to be read afterwards. */
    Optional<DraftVersion> heldOf(ProvisionId place, Person asker, Instant now) {
        return jdbc.sql(VERSIONS + "WHERE v.id = (SELECT p.version_id FROM provision p WHERE p.id = :place) AND "
                        + DossierAccess.VISIBLE + " AND " + DossierAccess.READABLE + " FOR SHARE OF v")
                .paramSource(DossierAccess.parameters(asker, now).and("place", place))
                .query((row, n) -> version(row))
                .optional();
    }

    /** Whatever the state, for the product's own work. */
    Optional<DraftVersion> any(VersionId id) {
        return jdbc.sql(VERSIONS + "WHERE v.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> version(row))
                .optional();
    }

    /** The first version with these bytes that is readable or still to be read. */
    Optional<DraftVersion> withFile(String sha256) {
        return jdbc.sql(VERSIONS
                        + "WHERE v.file_sha256 = :sha256 AND v.state <> 'FAILED' ORDER BY v.uploaded_at LIMIT 1")
                .paramSource(SqlParameters.of("sha256", sha256))
                .query((row, n) -> version(row))
                .optional();
    }

    byte[] reading(VersionId id) {
        return jdbc.sql("SELECT reading FROM draft_version WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query(byte[].class)
                .single();
    }

    /** Null for a version that was never read. */
    byte @Nullable [] outline(VersionId id) {
        return jdbc.sql("SELECT outline FROM draft_version WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query(byte[].class)
                .list()
                .getFirst();
    }

    /** Of those of the versions that were read. */
    Map<VersionId, byte[]> outlines(Collection<VersionId> ids) {
        Map<VersionId, byte[]> outlines = new HashMap<>();
        jdbc.sql("SELECT id, outline FROM draft_version WHERE id = ANY (:ids::uuid[]) AND outline IS NOT NULL")
                .paramSource(SqlParameters.of("ids", ids))
                .query(row -> {
                    outlines.put(new VersionId(row.getObject("id", UUID.class)), row.getBytes("outline"));
                });
        return outlines;
    }

    /** The repairs of the structure, a JSON list. */
    String repairs(VersionId id) {
        return jdbc.sql("SELECT repairs::text FROM draft_version WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query(String.class)
                .single();
    }

    /** Who repaired the structure last; empty when nobody did. */
    Optional<StructureChecks.Repairer> repairer(VersionId id) {
        return jdbc.sql("""
                SELECT p.id, trim(p.salutation || ' ' || p.name) AS name
                FROM draft_version v JOIN person p ON p.id = v.repaired_by WHERE v.id = :id
                """)
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> new StructureChecks.Repairer(
                        new PersonId(row.getObject("id", UUID.class)), row.getString("name")))
                .optional();
    }

    /** From RECEIVED to EXTRACTING; what was found before is no problem yet. */
    void awaitsRecognition(VersionId id) {
        jdbc.sql("UPDATE draft_version SET state = 'EXTRACTING', problem = NULL WHERE id = :id AND state = 'RECEIVED'")
                .paramSource(SqlParameters.of("id", id))
                .update();
    }

    /** Back to EXTRACTING: every scan that failed because nothing could be recognised here. */
    List<DraftVersion> awaitRecognitionAgain() {
        List<VersionId> ids = jdbc.sql("""
                UPDATE draft_version SET state = 'EXTRACTING', problem = NULL, version = version + 1
                WHERE state = 'FAILED' AND problem = 'NO_TEXT' AND NOT recognised
                RETURNING id
                """)
                .query((row, n) -> new VersionId(row.getObject("id", UUID.class)))
                .list();
        return jdbc.sql(VERSIONS + "WHERE v.id = ANY (:ids::uuid[])")
                .paramSource(SqlParameters.of("ids", ids))
                .query((row, n) -> version(row))
                .list();
    }

    /** What a recognition of the letters gave, be it nothing, takes the place of the reading before. */
    void recognised(VersionId id, byte[] reading, int readerVersion) {
        reread(id, reading, readerVersion);
        jdbc.sql("UPDATE draft_version SET recognised = true WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .update();
    }

    /** Another reading of the same bytes takes the place of the one before. */
    void reread(VersionId id, byte[] reading, int readerVersion) {
        jdbc.sql("UPDATE draft_version SET reading = :reading, reader_version = :reader WHERE id = :id")
                .paramSource(SqlParameters.of("id", id).and("reading", reading).and("reader", readerVersion))
                .update();
    }

    /** All versions that have this file and whose check is not finished; nobody else changes them meanwhile. */
    List<DraftVersion> unfinishedWith(String sha256) {
        return jdbc.sql(VERSIONS + "WHERE v.file_sha256 = :sha256 AND v.state <> 'PUBLISHED' FOR UPDATE OF v")
                .param("sha256", sha256)
                .query((row, n) -> version(row))
                .list();
    }

    /** Only the row stays, with an empty file and no name. */
    void erase(VersionId id, String emptyFile) {
        jdbc.sql("""
                UPDATE draft_version
                SET state = 'FAILED', problem = 'STATE_SECRET_MARK', file_sha256 = :empty, file_name = '', label = '',
                    reading = NULL, outline = NULL, repairs = '[]', file_history = NULL, version = version + 1
                WHERE id = :id
                """)
                .paramSource(SqlParameters.of("id", id).and("empty", emptyFile))
                .update();
    }

    /** Whether the version was in this state of editing and is repaired now; after its check as a new revision. */
    boolean repaired(VersionId id, int version, String repairs, byte[] outline, Person asker) {
        return jdbc.sql("""
                UPDATE draft_version
                SET repairs = :repairs::jsonb, outline = :outline, repaired_by = :asker, version = version + 1,
                    revision = revision + CASE state WHEN 'PUBLISHED' THEN 1 ELSE 0 END
                WHERE id = :id AND version = :version AND state IN ('REVIEW', 'PUBLISHED')
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("repairs", repairs)
                                .and("outline", outline)
                                .and("asker", asker.id()))
                        .update()
                == 1;
    }

    /** What the file says about itself, JSON. */
    void history(VersionId id, String json) {
        jdbc.sql("UPDATE draft_version SET file_history = :history::jsonb WHERE id = :id")
                .paramSource(SqlParameters.of("id", id).and("history", json))
                .update();
    }

    /** The same as it was kept; empty where nothing was. */
    Optional<String> history(VersionId id) {
        return jdbc.sql("SELECT file_history::text FROM draft_version WHERE id = :id AND file_history IS NOT NULL")
                .paramSource(SqlParameters.of("id", id))
                .query(String.class)
                .optional();
    }

    /** The outline says more about the same words. */
    void outlined(VersionId id, byte[] outline) {
        jdbc.sql("UPDATE draft_version SET outline = :outline WHERE id = :id")
                .paramSource(SqlParameters.of("id", id).and("outline", outline))
                .update();
    }

    void structured(VersionId id, byte[] outline) {
        jdbc.sql("""
                UPDATE draft_version SET outline = :outline, state = 'REVIEW', version = version + 1
                WHERE id = :id AND state IN ('RECEIVED', 'EXTRACTING')
                """)
                .paramSource(SqlParameters.of("id", id).and("outline", outline))
                .update();
    }

    void failed(VersionId id, @Nullable Problem problem) {
        jdbc.sql("""
                UPDATE draft_version SET state = 'FAILED', problem = :problem, version = version + 1
                WHERE id = :id AND state IN ('RECEIVED', 'EXTRACTING')
                """)
                .paramSource(SqlParameters.of("id", id).and("problem", problem))
                .update();
    }

    /** Whether the version was in REVIEW, in this state of editing, and is published now. */
    boolean publish(VersionId id, Person asker, Instant now) {
        return jdbc.sql("""
                UPDATE draft_version
                SET state = 'PUBLISHED', published_by = :asker, published_at = :now, version = version + 1
                WHERE id = :id AND state = 'REVIEW'
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("asker", asker.id())
                                .and("now", now))
                        .update()
                == 1;
    }

    private static DraftVersion version(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        var published = row.getTimestamp("published_at");
        return new DraftVersion(
                new VersionId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new DossierId(row.getObject("dossier_id", UUID.class)),
                new SeriesId(row.getObject("series_id", UUID.class)),
                VersionName.of(row),
                row.getString("label"),
                VersionState.valueOf(row.getString("state")),
                problem == null ? null : Problem.valueOf(problem),
                new DraftVersion.StoredFile(
                        row.getString("file_name"),
                        row.getString("file_sha256"),
                        row.getString("media_type"),
                        row.getLong("size")),
                new PersonId(row.getObject("uploaded_by", UUID.class)),
                row.getTimestamp("uploaded_at").toInstant(),
                published == null ? null : published.toInstant(),
                row.getBoolean("ended"));
    }

    /** What is stored of an upload besides the file itself. */
    record Received(
            String sha256,
            String mediaType,
            byte[] reading,
            int readerVersion,
            @Nullable Problem problem) {}
}
