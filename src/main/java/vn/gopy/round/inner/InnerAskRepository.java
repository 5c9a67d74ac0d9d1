package vn.gopy.round.inner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.round.InviteeId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.SqlParameters;

@Repository
class InnerAskRepository {

    private static final String ASKS = """
            SELECT a.id, a.version, i.round_id, a.invitee_id, a.person_id, trim(p.salutation || ' ' || p.name) AS name,
                   a.question, trim(q.salutation || ' ' || q.name) AS asked_by, a.asked_at, a.answer, a.answered_at
            FROM inner_ask a JOIN invitee i ON i.id = a.invitee_id JOIN person p ON p.id = a.person_id
                 JOIN person q ON q.id = a.asked_by
            """;

    private final JdbcClient jdbc;

    InnerAskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the person is asked already; of two who ask at once the second waits for the first. */
    boolean add(UUID id, InviteeId invitee, PersonId person, String question, PersonId by, Instant now) {
        return jdbc.sql("""
                INSERT INTO inner_ask (id, invitee_id, person_id, question, asked_by, asked_at)
                VALUES (:id, :invitee, :person, :question, :by, :now) ON CONFLICT (invitee_id, person_id) DO NOTHING
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("invitee", invitee)
                                .and("person", person)
                                .and("question", question)
                                .and("by", by)
                                .and("now", now))
                        .update()
                == 1;
    }

    /** False when it was answered otherwise since that version. */
    boolean answer(InnerAsk ask, String words, Instant now) {
        return jdbc.sql("""
                UPDATE inner_ask SET answer = :words, answered_at = :now, version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", ask.id())
                                .and("version", ask.version())
                                .and("words", words)
                                .and("now", now))
                        .update()
                == 1;
    }

    /** In the order in which they were asked. */
    List<InnerAsk> of(InviteeId invitee) {
        return jdbc.sql(ASKS + "WHERE a.invitee_id = :invitee ORDER BY a.asked_at, a.id LIMIT :most")
                .paramSource(SqlParameters.of("invitee", invitee).and("most", Limits.LIST))
                .query((row, n) -> ask(row))
                .list();
    }

    Optional<InnerAsk> byId(UUID id) {
        return jdbc.sql(ASKS + "WHERE a.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> ask(row))
                .optional();
    }

    private static InnerAsk ask(ResultSet row) throws SQLException {
        return new InnerAsk(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new RoundId(row.getObject("round_id", UUID.class)),
                new InviteeId(row.getObject("invitee_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("question"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("answer"),
                Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant));
    }
}
