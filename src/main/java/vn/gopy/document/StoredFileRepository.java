package vn.gopy.document;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

@Repository
class StoredFileRepository {

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

    /** Removes the row unless something names it; whether it is gone. */
    boolean removeUnused(String sha256) {
        jdbc.sql("""
                DELETE FROM stored_file
                WHERE sha256 = :sha256
                  AND NOT EXISTS (SELECT FROM draft_version WHERE file_sha256 = :sha256)
                  AND NOT EXISTS (SELECT FROM reply WHERE signed_file = :sha256)
                  AND NOT EXISTS (SELECT FROM edition_state WHERE file = :sha256)
                  AND NOT EXISTS (SELECT FROM returned_file WHERE sha256 = :sha256)
                """).param("sha256", sha256).update();
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM stored_file WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    long size(String sha256) {
        return jdbc.sql("SELECT size FROM stored_file WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query(Long.class)
                .single();
    }
}
