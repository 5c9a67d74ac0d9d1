package vn.gopy.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.SqlParameters;

/**
 * Lets the first administrator in by a link that works once and for a day: the product is never delivered with a known
 * password.
 */
@Service
public class FirstAdministrator {

    private static final Duration VALID = Duration.ofHours(24);

    private final OneTimeLinkRepository links;
    private final People people;
    private final Clock clock;

    FirstAdministrator(OneTimeLinkRepository links, People people, Clock clock) {
        this.links = links;
        this.people = people;
        this.clock = clock;
    }

    /** The secret part of a new link, as long as nobody has an account; older unused links stop working. */
    @Transactional
    public Optional<String> newToken() {
        if (people.anyAccount()) {
            return Optional.empty();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        links.replace(Sha256.of(token), clock.instant().plus(VALID));
        return Optional.of(token);
    }

    /** Whether the link can still be used. */
    @Transactional(readOnly = true)
    public boolean valid(String token) {
        return links.valid(Sha256.of(token), clock.instant());
    }

    /** Makes the first administrator; the link is used up in the same transaction. */
    @Transactional
    public Person create(String token, String username, String name, String password) {
        if (!links.use(Sha256.of(token), clock.instant())) {
            throw Refusal.notFound();
        }
        return people.register(
                Actor.SYSTEM, new NewPerson(username, password, name, "", "", Set.of(Role.ADMINISTRATOR), List.of()));
    }
}

@Repository
class OneTimeLinkRepository {

    private final JdbcClient jdbc;

    OneTimeLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String hash, Instant expires) {
        jdbc.sql("DELETE FROM one_time_link WHERE purpose = 'FIRST_ADMINISTRATOR' AND used_at IS NULL")
                .update();
        jdbc.sql("""
                INSERT INTO one_time_link (token_hash, purpose, expires_at) VALUES (:hash, 'FIRST_ADMINISTRATOR', :expires)
                """)
                .paramSource(SqlParameters.of("hash", hash).and("expires", expires))
                .update();
    }

    boolean valid(String hash, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM one_time_link
                               WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now)
                """)
                .paramSource(SqlParameters.of("hash", hash).and("now", now))
                .query(Boolean.class)
                .single();
    }

    boolean use(String hash, Instant now) {
        return jdbc.sql("""
                UPDATE one_time_link SET used_at = :now
                WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                """)
                        .paramSource(SqlParameters.of("hash", hash).and("now", now))
                        .update()
                == 1;
    }
}
