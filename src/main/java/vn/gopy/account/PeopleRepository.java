package vn.gopy.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;

@Repository
class PeopleRepository {

    /** True for a place {@code m} that is held: within its days, and lent only as long as the giver heads the unit. */
    private static final String HELD = """
            m.valid_from <= :today AND (m.valid_to IS NULL OR m.valid_to > :today)
            AND (m.delegated_by IS NULL
                 OR EXISTS (SELECT FROM unit_membership h JOIN person g ON g.id = h.person_id
                            WHERE h.person_id = m.delegated_by AND h.unit_id = m.unit_id AND h.role = 'HEAD'
                              AND h.delegated_by IS NULL AND h.valid_from <= :today
                              AND (h.valid_to IS NULL OR h.valid_to > :today)
                              AND g.disabled_at IS NULL))""";

    private static final String PEOPLE = """
            SELECT p.id, p.version, p.username, p.name, p.salutation, p.post, p.disabled_at,
                   ARRAY(SELECT role FROM person_role r WHERE r.person_id = p.id ORDER BY role) AS roles,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'unitCode', u.code,
                               'unitName', u.name, 'role', m.role, 'post', m.post,
                               'basis', CASE WHEN u.id <> m.unit_id THEN 'SUCCESSION'
                                             WHEN m.delegated_by IS NOT NULL THEN 'DELEGATED' ELSE 'OWN' END)
                               ORDER BY u.id <> m.unit_id, m.delegated_by IS NOT NULL, m.valid_from, u.code), '[]')
                    FROM unit_membership m JOIN unit u ON u.id = m.unit_id OR u.merged_into = m.unit_id
                    WHERE m.person_id = p.id AND m.round_id IS NULL AND %1$s) AS memberships,
                   (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('unitId', u.id, 'round', m.round_id)), '[]')
                    FROM unit_membership m JOIN unit u ON u.id = m.unit_id OR u.merged_into = m.unit_id
                    WHERE m.person_id = p.id AND m.round_id IS NOT NULL AND %1$s) AS mandates
            FROM person p
            """.formatted(HELD);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    PeopleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> byUsername(String username, LocalDate today) {
        return jdbc.sql(PEOPLE + "WHERE p.username = :username")
                .paramSource(SqlParameters.of("today", today).and("username", username))
                .query((row, n) -> person(row))
                .optional();
    }

    Optional<KeptAccount> account(String username, LocalDate today) {
        return jdbc.sql(PEOPLE.replaceFirst("SELECT ", "SELECT p.password_hash, p.password_changes, ")
                        + "WHERE p.username = :username AND p.password_hash IS NOT NULL")
                .paramSource(SqlParameters.of("today", today).and("username", username))
                .query((row, n) -> new KeptAccount(person(row), keptPassword(row)))
                .optional();
    }

    Optional<Person> signedIn(String username, int passwordChanges, @Nullable DeviceId device, LocalDate today) {
        return jdbc.sql(PEOPLE + """
                WHERE p.username = :username AND p.password_changes = :changes
                  AND (:device::uuid IS NULL OR EXISTS (SELECT FROM remembered_device r
                                                        WHERE r.id = :device::uuid AND r.person_id = p.id))
                """)
                .paramSource(SqlParameters.of("today", today)
                        .and("username", username)
                        .and("changes", passwordChanges)
                        .and("device", device))
                .query((row, n) -> person(row))
                .optional();
    }

    /** Makes those who register names wait for each other until the end of the transaction. */
    void lockNames() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('names'))")
                .query((row, n) -> true)
                .list();
    }

    boolean usernameTaken(String folded) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM person WHERE username = :name)")
                .paramSource(SqlParameters.of("name", folded))
                .query(Boolean.class)
                .single();
    }

    /** Whether a unit has this code, whatever its capitals; folded here, since databases fold by their own language. */
    boolean unitCodeTaken(String folded) {
        return jdbc.sql("SELECT code FROM unit").query(String.class).list().stream()
                .anyMatch(code -> NameRule.folded(code).equals(folded));
    }

    Optional<Person> byId(PersonId id, LocalDate today) {
        return jdbc.sql(PEOPLE + "WHERE p.id = :id")
                .paramSource(SqlParameters.of("today", today).and("id", id))
                .query((row, n) -> person(row))
                .optional();
    }

    List<Person> among(Collection<PersonId> ids, LocalDate today) {
        return jdbc.sql(PEOPLE + "WHERE p.id = ANY (:ids::uuid[])")
                .paramSource(SqlParameters.of("today", today).and("ids", ids))
                .query((row, n) -> person(row))
                .list();
    }

    List<Person> all(LocalDate today) {
        return jdbc.sql(PEOPLE + "ORDER BY p.created_at, p.id")
                .paramSource(SqlParameters.of("today", today))
                .query((row, n) -> person(row))
                .list();
    }

    Optional<KeptPassword> password(PersonId id) {
        return jdbc.sql(
                        "SELECT password_hash, password_changes FROM person WHERE id = :id AND password_hash IS NOT NULL")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> keptPassword(row))
                .optional();
    }

    private static KeptPassword keptPassword(ResultSet row) throws SQLException {
        return new KeptPassword(row.getString("password_hash"), row.getInt("password_changes"));
    }

    void markPasswordGiven(PersonId id) {
        jdbc.sql("UPDATE person SET password_given = true WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .update();
    }

    Optional<String> mailAddress(PersonId id) {
        return jdbc.sql("SELECT email FROM person WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query(String.class)
                .optional();
    }

    void changeMailAddress(PersonId id, String address) {
        jdbc.sql("UPDATE person SET email = :address, version = version + 1 WHERE id = :id")
                .paramSource(SqlParameters.of("id", id).and("address", address))
                .update();
    }

    boolean anyAccount() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM person WHERE username IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    void add(PersonId id, NewPerson person, @Nullable String passwordHash, Instant now) {
        jdbc.sql("""
                INSERT INTO person (id, username, name, salutation, post, password_hash, created_at)
                VALUES (:id, :username, :name, :salutation, :post, :hash, :now)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("username", person.username())
                        .and("name", person.name())
                        .and("salutation", person.salutation())
                        .and("post", person.post())
                        .and("hash", passwordHash)
                        .and("now", now))
                .update();
        person.roles().forEach(role -> addRole(id, role));
        person.memberships().forEach(membership -> addMembership(id, membership));
    }

    void addRole(PersonId id, Role role) {
        jdbc.sql("INSERT INTO person_role (person_id, role) VALUES (:id, :role)")
                .paramSource(SqlParameters.of("id", id).and("role", role))
                .update();
    }

    void addMembership(PersonId id, NewPerson.NewMembership membership) {
        int added = jdbc.sql("""
                INSERT INTO unit_membership (id, person_id, unit_id, role, post, valid_from)
                SELECT :id, :person, u.id, :role, :post, :from FROM unit u WHERE u.code = :unit
                """)
                .paramSource(SqlParameters.of("id", Ids.next())
                        .and("person", id)
                        .and("role", membership.role())
                        .and("post", membership.post())
                        .and("from", membership.from())
                        .and("unit", membership.unitCode()))
                .update();
        if (added == 0) {
            throw Refusal.unprocessable("UNIT_UNKNOWN", membership.unitCode()).with("field", "memberships");
        }
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("username"),
                row.getString("name"),
                row.getString("salutation"),
                row.getString("post"),
                row.getObject("disabled_at") == null,
                roles(row),
                memberships(row),
                mandates(row));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }

    private static List<Person.Mandate> mandates(ResultSet row) throws SQLException {
        return JSON.readTree(row.getString("mandates"))
                .valueStream()
                .map(one -> new Person.Mandate(
                        new UnitId(UUID.fromString(one.required("unitId").asString())),
                        UUID.fromString(one.required("round").asString())))
                .toList();
    }

    private static List<Membership> memberships(ResultSet row) throws SQLException {
        return JSON.readTree(row.getString("memberships"))
                .valueStream()
                .map(place -> new Membership(
                        new UnitId(UUID.fromString(place.required("unitId").asString())),
                        place.required("unitCode").asString(),
                        place.required("unitName").asString(),
                        UnitRole.valueOf(place.required("role").asString()),
                        place.required("post").asString(),
                        Membership.Basis.valueOf(place.required("basis").asString())))
                .toList();
    }
}
