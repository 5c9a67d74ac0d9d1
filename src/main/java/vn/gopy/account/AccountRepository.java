package vn.gopy.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

/** Changes of people; each compares the version, raises it, and says whether it was still the one that was seen. */
@Repository
class AccountRepository {

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes those who may take an administrator away wait for each other until the end of the transaction. */
    void lockAdministrators() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('administrators'))")
                .query((row, n) -> true)
                .list();
    }

    /** Whether somebody else administers and can sign in. */
    boolean anotherAdministrator(PersonId besides) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM person p JOIN person_role r ON r.person_id = p.id
                               WHERE r.role = 'ADMINISTRATOR' AND p.disabled_at IS NULL
                                 AND p.username IS NOT NULL AND p.password_hash IS NOT NULL AND p.id <> :id)
                """)
                .paramSource(SqlParameters.of("id", besides))
                .query(Boolean.class)
                .single();
    }

    Set<PersonId> withPassword() {
        return new HashSet<>(jdbc.sql("SELECT id FROM person WHERE password_hash IS NOT NULL")
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list());
    }

    boolean change(Person seen, @Nullable String username, ChangedPerson wanted) {
        return jdbc.sql("""
                UPDATE person SET username = :username, name = :name, salutation = :salutation, post = :post,
                    version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(seen(seen)
                                .and("username", username)
                                .and("name", wanted.name())
                                .and("salutation", wanted.salutation())
                                .and("post", wanted.post()))
                        .update()
                == 1;
    }

    void replaceRoles(PersonId id, Set<Role> roles) {
        jdbc.sql("DELETE FROM person_role WHERE person_id = :id")
                .paramSource(SqlParameters.of("id", id))
                .update();
        roles.forEach(role -> jdbc.sql("INSERT INTO person_role (person_id, role) VALUES (:id, :role)")
                .paramSource(SqlParameters.of("id", id).and("role", role))
                .update());
    }

    void endPlace(PersonId id, ChangedPerson.Place place, LocalDate today) {
        jdbc.sql("""
                UPDATE unit_membership m SET valid_to = :today FROM unit u
                WHERE u.id = m.unit_id AND u.code = :unit AND m.person_id = :id AND m.role = :role AND m.post = :post
                  AND m.delegated_by IS NULL
                  AND m.valid_from <= :today AND (m.valid_to IS NULL OR m.valid_to > :today)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("unit", place.unitCode())
                        .and("role", place.role())
                        .and("post", place.post())
                        .and("today", today))
                .update();
    }

    boolean close(Person seen, Instant now) {
        return jdbc.sql("""
                UPDATE person SET disabled_at = :now, version = version + 1
                WHERE id = :id AND version = :version AND disabled_at IS NULL
                """).paramSource(seen(seen).and("now", now)).update() == 1;
    }

    boolean open(Person seen) {
        return jdbc.sql("""
                UPDATE person SET disabled_at = NULL, version = version + 1
                WHERE id = :id AND version = :version AND disabled_at IS NOT NULL
                """).paramSource(seen(seen)).update() == 1;
    }

    /** Links to set a password that were given before stop working. */
    boolean changePassword(Person seen, String hash, boolean given) {
        jdbc.sql("DELETE FROM one_time_link WHERE person_id = :id AND used_at IS NULL")
                .paramSource(SqlParameters.of("id", seen.id()))
                .update();
        return jdbc.sql("""
                UPDATE person SET password_hash = :hash, password_given = :given,
                    password_changes = password_changes + 1, version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(seen(seen).and("hash", hash).and("given", given))
                        .update()
                == 1;
    }

    boolean passwordGiven(PersonId id) {
        return jdbc.sql("SELECT password_given FROM person WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query(Boolean.class)
                .single();
    }

    private static SqlParameters seen(Person seen) {
        return SqlParameters.of("id", seen.id()).and("version", seen.version());
    }
}
