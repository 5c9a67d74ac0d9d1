package vn.gopy.shell.repeat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;

/** First answers to requests with a key, for a day. */
@Repository
class IdempotencyRepository {

    /** As long as somebody may still ask again; then the words of the answer go too. */
    /** As long as browsers may repeat a request of theirs: no setting, for both ends have to agree. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes the running transaction the only one that acts on this key until it ends.
     *
     * @throws Refusal {@code IN_PROGRESS} when another one does, or has done so since it was looked for
     */
    void claim(UUID person, String key) {
        boolean alone = jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:person || ' ' || :key, 5))")
                .paramSource(SqlParameters.of("person", person.toString()).and("key", key))
                .query(Boolean.class)
                .single();
        if (!alone || find(person, key).isPresent()) {
            throw Refusal.conflict("IN_PROGRESS");
        }
    }

    Optional<KeptAnswer> find(UUID person, String key) {
        return jdbc.sql("""
                SELECT request_hash, rights, status, media_type, location, etag, body FROM idempotency_key
                WHERE person_id = :person AND key = :key
                """)
                .paramSource(SqlParameters.of("person", person).and("key", key))
                .query((row, n) -> new KeptAnswer(
                        row.getString("request_hash"),
                        row.getString("rights"),
                        row.getInt("status"),
                        row.getString("media_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getBytes("body")))
                .optional();
    }

    /** Writes the answer into the running transaction: the deed's own. */
    void keep(UUID person, String key, KeptAnswer answer) {
        jdbc.sql("""
                INSERT INTO idempotency_key
                    (person_id, key, request_hash, rights, status, media_type, location, etag, body, created_at)
                VALUES (:person, :key, :hash, :rights, :status, :type, :location, :etag, :body, :now)
                """)
                .paramSource(SqlParameters.of("person", person)
                        .and("key", key)
                        .and("hash", answer.requestHash())
                        .and("rights", answer.rights())
                        .and("status", answer.status())
                        .and("type", answer.mediaType())
                        .and("location", answer.location())
                        .and("etag", answer.etag())
                        .and("body", answer.body())
                        .and("now", clock.instant()))
                .update();
    }

    /** Forgets what nobody will ask for again; how many answers that were. */
    @Scheduled(fixedDelayString = "PT1H")
    int purge() {
        return jdbc.sql("DELETE FROM idempotency_key WHERE created_at < :before")
                .paramSource(SqlParameters.of("before", clock.instant().minus(KEPT)))
                .update();
    }
}
