package vn.gopy.round.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.round.InviteeId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

/** Who changes a request has locked its round before. */
@Repository
class TimeRequestRepository {

    private static final String REQUESTS = """
            SELECT t.id, t.version, i.round_id, t.invitee_id, t.until, t.reason,
                   trim(p.salutation || ' ' || p.name) AS asked_by, t.asked_at, t.granted, t.answer, t.decided_at
            FROM time_request t JOIN invitee i ON i.id = t.invitee_id JOIN person p ON p.id = t.asked_by
            """;

    private final JdbcClient jdbc;

    TimeRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where one waits already; of two who ask at once the second waits for the first. */
    boolean add(UUID id, InviteeId invitee, Instant until, String reason, PersonId by, Instant now) {
        return jdbc.sql("""
                INSERT INTO time_request (id, invitee_id, until, reason, asked_by, asked_at)
                VALUES (:id, :invitee, :until, :reason, :by, :now)
                ON CONFLICT (invitee_id) WHERE decided_at IS NULL DO NOTHING
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("invitee", invitee)
                                .and("until", until)
                                .and("reason", reason)
                                .and("by", by)
                                .and("now", now))
                        .update()
                == 1;
    }

    /** False when it was decided, or changed, since it was read. */
    boolean decide(TimeRequest request, @Nullable Instant granted, String answer, PersonId by, Instant now) {
        return jdbc.sql("""
                UPDATE time_request SET granted = :granted, answer = :answer, decided_by = :by, decided_at = :now,
                                        version = version + 1
                WHERE id = :id AND version = :version AND decided_at IS NULL
                """)
                        .paramSource(SqlParameters.of("id", request.id())
                                .and("version", request.version())
                                .and("granted", granted)
                                .and("answer", answer)
                                .and("by", by)
                                .and("now", now))
                        .update()
                == 1;
    }

    /** The requests of these invitees, the latest first. */
    List<TimeRequest> of(Collection<InviteeId> invitees) {
        return jdbc.sql(REQUESTS + "WHERE t.invitee_id = ANY (:invitees::uuid[]) ORDER BY t.asked_at DESC, t.id DESC")
                .paramSource(SqlParameters.of("invitees", invitees))
                .query((row, n) -> request(row))
                .list();
    }

    Optional<TimeRequest> byId(UUID id) {
        return jdbc.sql(REQUESTS + "WHERE t.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> request(row))
                .optional();
    }

    /** How many wait in each of the rounds, of invitees who have not answered meanwhile; a round without one is absent. */
    Map<RoundId, Integer> waiting(Collection<RoundId> rounds) {
        return jdbc
                .sql("""
                SELECT i.round_id, count(*) AS n
                FROM time_request t JOIN invitee i ON i.id = t.invitee_id
                WHERE i.round_id = ANY (:rounds::uuid[]) AND t.decided_at IS NULL AND i.classified_at IS NULL
                  AND NOT EXISTS (SELECT FROM reply_for rf JOIN reply rp ON rp.id = rf.reply_id
                                  WHERE rf.invitee_id = i.id AND rp.sent_at IS NOT NULL)
                GROUP BY i.round_id
                """)
                .paramSource(SqlParameters.of("rounds", rounds))
                .query((row, n) -> Map.entry(new RoundId(row.getObject("round_id", UUID.class)), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static TimeRequest request(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new TimeRequest(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new RoundId(row.getObject("round_id", UUID.class)),
                new InviteeId(row.getObject("invitee_id", UUID.class)),
                row.getTimestamp("until").toInstant(),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                decided == null
                        ? Optional.empty()
                        : Optional.of(new TimeRequest.Decision(
                                Optional.ofNullable(row.getTimestamp("granted")).map(Timestamp::toInstant),
                                row.getString("answer"),
                                decided.toInstant())));
    }
}
