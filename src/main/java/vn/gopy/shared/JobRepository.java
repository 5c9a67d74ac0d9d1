package vn.gopy.shared;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often jobs were asked for, and which failed for good. */
@Repository
class JobRepository {

    private final JdbcClient jdbc;

    JobRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one wish; who counts one and who is just done with the same job wait for each other. */
    void wish(String job, String subject) {
        jdbc.sql("""
                INSERT INTO job_wish (job, subject) VALUES (:job, :subject)
                ON CONFLICT (job, subject) DO UPDATE SET wishes = job_wish.wishes + 1
                """).param("job", job).param("subject", subject).update();
    }

    /** How often it was asked for since it was last done. */
    int wishes(String job, String subject) {
        return wishes(job, subject, "");
    }

    /** The same, and nobody asks for it until the end of the transaction. */
    int lockedWishes(String job, String subject) {
        return wishes(job, subject, "FOR UPDATE");
    }

    private int wishes(String job, String subject, String lock) {
        return jdbc.sql("SELECT wishes FROM job_wish WHERE job = :job AND subject = :subject " + lock)
                .param("job", job)
                .param("subject", subject)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void fulfilled(String job, String subject) {
        jdbc.sql("DELETE FROM job_wish WHERE job = :job AND subject = :subject")
                .param("job", job)
                .param("subject", subject)
                .update();
    }

    void bury(String job, String subject, String error, Instant now) {
        jdbc.sql("""
                INSERT INTO job_dead (job, subject, error, at) VALUES (:job, :subject, :error, :now)
                ON CONFLICT (job, subject) DO UPDATE SET error = excluded.error, at = excluded.at
                """)
                .paramSource(SqlParameters.of("job", job)
                        .and("subject", subject)
                        .and("error", error)
                        .and("now", now))
                .update();
    }

    void revive(String job, String subject) {
        jdbc.sql("DELETE FROM job_dead WHERE job = :job AND subject = :subject")
                .param("job", job)
                .param("subject", subject)
                .update();
    }

    List<DeadJob> dead() {
        return jdbc.sql("SELECT job, subject, error, at FROM job_dead ORDER BY at, job, subject LIMIT 1000")
                .query((row, n) -> new DeadJob(
                        row.getString("job"),
                        row.getString("subject"),
                        row.getString("error"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
