package vn.gopy.round.running;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.round.Invitee;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

@Repository
class ContactRepository {

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Contact> of(RoundId round) {
        return jdbc.sql("""
                SELECT coalesce(c.unit_id, c.person_id) AS who, c.version, c.name, c.phone
                FROM invitee i JOIN call_contact c ON c.unit_id = i.unit_id OR c.person_id = i.person_id
                WHERE i.round_id = :round
                """)
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> new Contact(
                        row.getObject("who", UUID.class),
                        row.getInt("version"),
                        row.getString("name"),
                        row.getString("phone")))
                .list();
    }

    /** False when somebody else has written it since that version. */
    boolean put(Invitee invitee, Contact contact) {
        SqlParameters all = SqlParameters.of("id", Ids.next())
                .and("unit", invitee.unit())
                .and("person", invitee.person())
                .and("version", contact.version())
                .and("name", contact.name())
                .and("phone", contact.phone());
        String sql = contact.version() == 0 ? """
                INSERT INTO call_contact (id, unit_id, person_id, name, phone)
                VALUES (:id, :unit, :person, :name, :phone) ON CONFLICT DO NOTHING
                """ : """
                UPDATE call_contact SET name = :name, phone = :phone, version = version + 1
                WHERE version = :version AND (unit_id = :unit OR person_id = :person)
                """;
        return jdbc.sql(sql).paramSource(all).update() == 1;
    }
}
