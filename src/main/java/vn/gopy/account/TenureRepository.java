package vn.gopy.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

@Repository
class TenureRepository {

    private static final String TENURES = """
            SELECT m.id, m.person_id, p.name AS holder, m.unit_id, u.code, u.name, m.role, m.post, m.valid_from, m.valid_to,
                   g.name AS giver, m.round_id
            FROM unit_membership m JOIN unit u ON u.id = m.unit_id JOIN person p ON p.id = m.person_id
                 LEFT JOIN person g ON g.id = m.delegated_by
            """;

    private final JdbcClient jdbc;

    TenureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps others from changing these people until the end of the transaction. */
    void lock(Collection<PersonId> people) {
        jdbc.sql("SELECT id FROM person WHERE id = ANY (:ids::uuid[]) ORDER BY id FOR UPDATE")
                .paramSource(SqlParameters.of("ids", people))
                .query((row, n) -> true)
                .list();
    }

    void raise(PersonId person) {
        jdbc.sql("UPDATE person SET version = version + 1 WHERE id = :id")
                .paramSource(SqlParameters.of("id", person))
                .update();
    }

    List<Tenure> of(PersonId holder) {
        return jdbc.sql(TENURES + "WHERE m.person_id = :holder ORDER BY m.valid_from DESC, m.id DESC")
                .paramSource(SqlParameters.of("holder", holder))
                .query((row, n) -> tenure(row))
                .list();
    }

    /** What the head has lent to others and is not over. */
    List<Tenure> lentBy(PersonId giver, LocalDate today) {
        return jdbc.sql(TENURES + "WHERE m.delegated_by = :giver AND m.valid_to > :today ORDER BY m.valid_from, m.id")
                .paramSource(SqlParameters.of("giver", giver).and("today", today))
                .query((row, n) -> tenure(row))
                .list();
    }

    /** Whether the person has the same post of the unit as an own one on one of those days. */
    boolean holds(PersonId person, UnitId unit, NewTenure tenure) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM unit_membership
                               WHERE person_id = :person AND unit_id = :unit AND role = :role AND delegated_by IS NULL
                                 AND (valid_to IS NULL OR valid_to > :from)
                                 AND (:to::date IS NULL OR valid_from < :to::date))
                """)
                .paramSource(SqlParameters.of("person", person)
                        .and("unit", unit)
                        .and("role", tenure.role())
                        .and("from", tenure.from())
                        .and("to", tenure.to()))
                .query(Boolean.class)
                .single();
    }

    /** Whether a head has lent the person the unit on one of those days, for that round or for all; for any where it is null. */
    boolean isLent(PersonId person, UnitId unit, LocalDate from, LocalDate to, @Nullable UUID round) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM unit_membership
                               WHERE person_id = :person AND unit_id = :unit AND delegated_by IS NOT NULL
                                 AND valid_to > :from AND valid_from < :to
                                 AND (:round::uuid IS NULL OR round_id IS NULL OR round_id = :round::uuid))
                """)
                .paramSource(SqlParameters.of("person", person)
                        .and("unit", unit)
                        .and("from", from)
                        .and("to", to)
                        .and("round", round))
                .query(Boolean.class)
                .single();
    }

    /** Adds an own post. */
    void add(TenureId id, PersonId holder, UnitId unit, NewTenure tenure) {
        add(id, holder, unit, tenure, null, null);
    }

    /**
     * @param giver the head who lends it; null for an own post
     * @param round for which alone it is lent; null for all
     */
    void add(
            TenureId id,
            PersonId holder,
            UnitId unit,
            NewTenure tenure,
            @Nullable PersonId giver,
            @Nullable UUID round) {
        jdbc.sql("""
                INSERT INTO unit_membership (id, person_id, unit_id, role, post, valid_from, valid_to, delegated_by,
                                             round_id)
                VALUES (:id, :holder, :unit, :role, :post, :from, :to::date, :giver::uuid, :round::uuid)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("holder", holder)
                        .and("unit", unit)
                        .and("role", tenure.role())
                        .and("post", tenure.post())
                        .and("from", tenure.from())
                        .and("to", tenure.to())
                        .and("giver", giver)
                        .and("round", round))
                .update();
    }

    void end(TenureId id, LocalDate day) {
        jdbc.sql("UPDATE unit_membership SET valid_to = :day WHERE id = :id")
                .paramSource(SqlParameters.of("id", id).and("day", day))
                .update();
    }

    private static Tenure tenure(ResultSet row) throws SQLException {
        return new Tenure(
                new TenureId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("holder"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                UnitRole.valueOf(row.getString("role")),
                row.getString("post"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("giver"),
                row.getObject("round_id", UUID.class));
    }
}
