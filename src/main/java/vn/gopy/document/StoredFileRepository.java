package vn.gopy.document;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

@Repository
class StoredFileRepository {

    /** True for {@code f} that no document names. */
    private static final String UNNAMED = """
            NOT EXISTS (SELECT FROM draft_version WHERE file_sha256 = f.sha256)
            AND NOT EXISTS (SELECT FROM letter WHERE f.sha256 IN (soft_file, signed_file))
            AND NOT EXISTS (SELECT FROM returned_file WHERE sha256 = f.sha256)
            AND NOT EXISTS (SELECT FROM comment_file WHERE sha256 = f.sha256)
            AND NOT EXISTS (SELECT FROM edition WHERE signed_file = f.sha256)
            """;

    private final JdbcClient jdbc;

    StoredFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String sha256, long size, Instant now) {
        jdbc.sql("""
                INSERT INTO stored_file (sha256, size, created_at) VALUES (:sha256, :size, :now)
                ON CONFLICT (sha256) DO NOTHING
                """)
                .paramSource(
                        SqlParameters.of("sha256", sha256).and("size", size).and("now", now))
                .update();
    }

    /** One transaction at a time stores or erases the bytes of this hash. */
    void lock(String sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:sha256, 1))")
                .param("sha256", sha256)
                .query()
                .singleRow();
    }

    /**
     * Removes the row unless something names it; whether it is gone.
     *
     * @param before only one that was made before this moment; null for any
     */
    boolean removeUnused(String sha256, @Nullable Instant before) {
        jdbc.sql("DELETE FROM stored_file f WHERE f.sha256 = :sha256"
                        + " AND (:before::timestamptz IS NULL OR f.created_at < :before) AND " + UNNAMED)
                .paramSource(SqlParameters.of("sha256", sha256).and("before", before))
                .update();
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM stored_file WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** Some of those made before this moment that nothing names. */
    List<String> unnamed(Instant before, int most) {
        return jdbc.sql("SELECT f.sha256 FROM stored_file f WHERE f.created_at < :before AND " + UNNAMED
                        + " ORDER BY f.created_at LIMIT :most")
                .paramSource(SqlParameters.of("before", before).and("most", most))
                .query(String.class)
                .list();
    }

    /** Those of the hashes that have a row. */
    Set<String> known(Collection<String> hashes) {
        return jdbc.sql("SELECT sha256 FROM stored_file WHERE sha256 = ANY (:hashes)")
                .paramSource(SqlParameters.of("hashes", hashes))
                .query(String.class)
                .set();
    }
}
