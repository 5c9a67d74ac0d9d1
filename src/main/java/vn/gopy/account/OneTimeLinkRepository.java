package vn.gopy.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

/** Links that work once; each for its purpose only. What is kept of them opens nothing. */
@Repository
class OneTimeLinkRepository {

    /** What a link is for. */
    enum Purpose {
        /** To make the first administrator. */
        FIRST_ADMINISTRATOR,
        /** To set the password of a person. */
        PASSWORD
    }

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A secret that nobody guesses. */
    String newToken() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Keeps a new link; unused older ones of the same purpose and person stop working. */
    void replace(String hash, Purpose purpose, @Nullable PersonId person, Instant expires) {
        jdbc.sql("""
                DELETE FROM one_time_link
                WHERE purpose = :purpose AND person_id IS NOT DISTINCT FROM :person::uuid AND used_at IS NULL
                """)
                .paramSource(SqlParameters.of("purpose", purpose).and("person", person))
                .update();
        jdbc.sql("""
                INSERT INTO one_time_link (token_hash, purpose, person_id, expires_at)
                VALUES (:hash, :purpose, :person::uuid, :expires)
                """)
                .paramSource(SqlParameters.of("hash", hash)
                        .and("purpose", purpose)
                        .and("person", person)
                        .and("expires", expires))
                .update();
    }

    boolean valid(String hash, Purpose purpose, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM one_time_link
                               WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now)
                """)
                .paramSource(
                        SqlParameters.of("hash", hash).and("purpose", purpose).and("now", now))
                .query(Boolean.class)
                .single();
    }

    /** Whose link it is, while it can be used. */
    Optional<PersonId> person(String hash, Purpose purpose, Instant now) {
        return jdbc.sql("""
                SELECT person_id FROM one_time_link
                WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
                  AND person_id IS NOT NULL
                """)
                .paramSource(
                        SqlParameters.of("hash", hash).and("purpose", purpose).and("now", now))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    boolean use(String hash, Purpose purpose, Instant now) {
        return jdbc.sql("""
                UPDATE one_time_link SET used_at = :now
                WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
                """)
                        .paramSource(SqlParameters.of("hash", hash)
                                .and("purpose", purpose)
                                .and("now", now))
                        .update()
                == 1;
    }
}
