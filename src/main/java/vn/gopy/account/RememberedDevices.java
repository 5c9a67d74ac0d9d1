package vn.gopy.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.SqlParameters;

/**
 * "Ghi nhớ thiết bị này": lets a person in on a device for ninety days after one full sign-in. The device holds a secret
 * that is another one after each use. Whoever comes with one that was used up has a copy, or was copied from: the device
 * is forgotten at once, and the sessions that began with it end. A changed password, a closed account, an administrator's
 * role forget it too. Administrators are never remembered.
 */
@Service
public class RememberedDevices {

    /** So long a device is remembered after the full sign-in, however often it is used. */
    public static final Duration LASTS = Duration.ofDays(90);

    /** Requests that a page sends together all come with the same secret. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private static final int MOST_DEVICES = 10;
    private static final int LONGEST_LABEL = 200;
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    private final RememberedDeviceRepository repository;
    private final PeopleRepository people;
    private final People persons;
    private final SignIn signIn;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RememberedDevices(
            RememberedDeviceRepository repository,
            PeopleRepository people,
            People persons,
            SignIn signIn,
            Trail trail,
            Clock clock) {
        this.repository = repository;
        this.people = people;
        this.persons = persons;
        this.signIn = signIn;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Somebody who is let in.
     *
     * @param token what the device is to keep from now on; null when it keeps what it has
     */
    public record Entry(UserDetails account, @Nullable String token) {}

    /**
     * Remembers a device on which the person has just signed in with a password; the one that was used the longest ago is
     * forgotten when there are too many.
     *
     * @return what the device is to keep; empty for an administrator
     */
    @Transactional
    public Optional<String> remember(Person asker, String label) {
        Optional<KeptPassword> password = people.password(asker.id());
        if (asker.is(Role.ADMINISTRATOR) || password.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        repository.lock(asker.id());
        repository.leave(asker.id(), MOST_DEVICES - 1);
        DeviceId id = DeviceId.next();
        String secret = secret();
        repository.add(
                id,
                asker.id(),
                Sha256.of(secret),
                label.length() > LONGEST_LABEL ? "" : label,
                password.get().changes(),
                now,
                now.plus(LASTS));
        trail.record(asker.actor(), "DEVICE_REMEMBERED", "PERSON", asker.id().value());
        return Optional.of(id + "." + secret);
    }

    /** Lets in whoever comes with what a device keeps; empty when it opens nothing, and then never will. */
    @Transactional
    public Optional<Entry> enter(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (token.length() > 100 || !parts.matches()) {
            return Optional.empty();
        }
        return id(parts.group(1)).flatMap(repository::locked).flatMap(device -> enter(device, parts.group(2)));
    }

    private static Optional<DeviceId> id(String written) {
        try {
            return Optional.of(new DeviceId(UUID.fromString(written)));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private Optional<Entry> enter(Kept device, String secret) {
        Instant now = clock.instant();
        Optional<UserDetails> account = persons.byId(device.person())
                .filter(person -> person.enabled() && !person.is(Role.ADMINISTRATOR))
                .filter(person -> device.expiresAt().isAfter(now))
                .flatMap(person -> signIn.onDevice(person, device.passwordChanges(), device.id()));
        if (account.isEmpty()) {
            repository.remove(device.id());
            return Optional.empty();
        }
        String hash = Sha256.of(secret);
        if (same(hash, device.secretHash())) {
            return account.map(one -> new Entry(one, renewed(device, device.secretHash(), now)));
        }
        if (!same(hash, device.formerHash())) {
            repository.remove(device.id());
            persons.byId(device.person())
                    .ifPresent(person -> trail.record(
                            person.actor(),
                            "DEVICE_COPIED",
                            "PERSON",
                            person.id().value()));
            return Optional.empty();
        }
        // the answer that bore the present secret may have been lost on its way
        return now.isBefore(device.changedAt().plus(TOGETHER))
                ? account.map(one -> new Entry(one, null))
                : account.map(one -> new Entry(one, renewed(device, device.formerHash(), now)));
    }

    private String renewed(Kept device, String formerHash, Instant now) {
        String secret = secret();
        repository.renew(device.id(), Sha256.of(secret), formerHash, now);
        return device.id() + "." + secret;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Forgets the device that keeps this; whoever leaves, or signs in as somebody else, is not let in by it again. */
    @Transactional
    public void leave(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (token.length() <= 100 && parts.matches()) {
            String hash = Sha256.of(parts.group(2));
            id(parts.group(1))
                    .flatMap(repository::locked)
                    .filter(device -> same(hash, device.secretHash()) || same(hash, device.formerHash()))
                    .ifPresent(device -> forget(device.person(), device.id()));
        }
    }

    private void forget(PersonId person, DeviceId device) {
        repository.remove(device);
        persons.byId(person)
                .ifPresent(owner -> trail.record(owner.actor(), "DEVICE_FORGOTTEN", "PERSON", person.value()));
    }

    /** The devices that still let the person in, the last used first; for the person and for an administrator. */
    @Transactional(readOnly = true)
    public List<RememberedDevice> of(Person asker, PersonId owner) {
        require(asker, owner);
        return repository.of(owner, clock.instant());
    }

    /** Forgets one of the asker's own devices; sessions that it began end. */
    @Transactional
    public void forget(Person asker, DeviceId device) {
        if (!repository.removeOf(asker.id(), device)) {
            throw Refusal.notFound();
        }
        trail.record(asker.actor(), "DEVICE_FORGOTTEN", "PERSON", asker.id().value());
    }

    /** Forgets all devices of a person, by the person or an administrator; sessions that they began end. */
    @Transactional
    public void forgetAll(Person asker, PersonId owner) {
        require(asker, owner);
        repository.leave(owner, 0);
        trail.record(asker.actor(), "DEVICE_FORGOTTEN", "PERSON", owner.value());
    }

    private static void require(Person asker, PersonId owner) {
        if (!asker.id().equals(owner) && !asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
    }

    /** A device with what opens it. */
    record Kept(
            DeviceId id,
            PersonId person,
            String secretHash,
            String formerHash,
            Instant changedAt,
            int passwordChanges,
            Instant expiresAt) {}
}

@Repository
class RememberedDeviceRepository {

    private final JdbcClient jdbc;

    RememberedDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes those who remember devices of the person wait for each other. */
    void lock(PersonId person) {
        jdbc.sql("SELECT id FROM person WHERE id = :id FOR UPDATE")
                .paramSource(SqlParameters.of("id", person))
                .query((row, n) -> true)
                .list();
    }

    void add(
            DeviceId id,
            PersonId person,
            String secretHash,
            String label,
            int passwordChanges,
            Instant now,
            Instant expires) {
        jdbc.sql("""
                INSERT INTO remembered_device (id, person_id, secret_hash, changed_at, label, password_changes,
                                               created_at, used_at, expires_at)
                VALUES (:id, :person, :secret, :now, :label, :changes, :now, :now, :expires)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("person", person)
                        .and("secret", secretHash)
                        .and("label", label)
                        .and("changes", passwordChanges)
                        .and("now", now)
                        .and("expires", expires))
                .update();
    }

    Optional<RememberedDevices.Kept> locked(DeviceId id) {
        return jdbc.sql("SELECT * FROM remembered_device WHERE id = :id FOR UPDATE")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> kept(row))
                .optional();
    }

    void renew(DeviceId id, String secretHash, String formerHash, Instant now) {
        jdbc.sql("""
                UPDATE remembered_device SET secret_hash = :secret, former_hash = :former, changed_at = :now, used_at = :now
                WHERE id = :id
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("secret", secretHash)
                        .and("former", formerHash)
                        .and("now", now))
                .update();
    }

    void remove(DeviceId id) {
        jdbc.sql("DELETE FROM remembered_device WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .update();
    }

    boolean removeOf(PersonId person, DeviceId id) {
        return jdbc.sql("DELETE FROM remembered_device WHERE id = :id AND person_id = :person")
                        .paramSource(SqlParameters.of("id", id).and("person", person))
                        .update()
                == 1;
    }

    /** Removes all but those that were used last. */
    void leave(PersonId person, int most) {
        jdbc.sql("""
                DELETE FROM remembered_device WHERE id IN (
                    SELECT id FROM remembered_device WHERE person_id = :person ORDER BY used_at DESC, id DESC OFFSET :most)
                """)
                .paramSource(SqlParameters.of("person", person).and("most", most))
                .update();
    }

    List<RememberedDevice> of(PersonId person, Instant now) {
        return jdbc.sql("""
                SELECT d.* FROM remembered_device d JOIN person p ON p.id = d.person_id
                WHERE d.person_id = :person AND d.expires_at > :now AND d.password_changes = p.password_changes
                ORDER BY d.used_at DESC, d.id DESC
                """)
                .paramSource(SqlParameters.of("person", person).and("now", now))
                .query((row, n) -> new RememberedDevice(
                        new DeviceId(row.getObject("id", UUID.class)),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("used_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    private static RememberedDevices.Kept kept(ResultSet row) throws SQLException {
        return new RememberedDevices.Kept(
                new DeviceId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("secret_hash"),
                row.getString("former_hash"),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("password_changes"),
                row.getTimestamp("expires_at").toInstant());
    }
}
