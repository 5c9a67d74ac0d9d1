package vn.gopy.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

@Repository
class ReplyRepository {

    private static final String INVITEES = """
            SELECT i.id, i.round_id, i.unit_id, i.person_id, coalesce(u.code, p.username, p.id::text) AS key,
                   coalesce(u.name, trim(p.salutation || ' ' || p.name)) AS name, coalesce(p.post, '') AS post,
                   i.person_group, i.invited, i.closes_at, i.opened_at, i.classified_at
            FROM invitee i LEFT JOIN unit u ON u.id = i.unit_id LEFT JOIN person p ON p.id = i.person_id
            """;

    private final JdbcClient jdbc;

    ReplyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addInvitee(RoundId round, @Nullable UnitId unit, @Nullable PersonId person, Invitee.Group group, int ordinal) {
        jdbc.sql("""
                INSERT INTO invitee (id, round_id, unit_id, person_id, person_group, ordinal)
                VALUES (:id, :round, :unit, :person, :group, :ordinal) ON CONFLICT DO NOTHING
                """)
                .paramSource(SqlParameters.of("id", InviteeId.next())
                        .and("round", round)
                        .and("unit", unit)
                        .and("person", person)
                        .and("group", group)
                        .and("ordinal", ordinal))
                .update();
    }

    List<Invitee> invitees(RoundId round) {
        return jdbc.sql(INVITEES + "WHERE i.round_id = :round ORDER BY i.ordinal, i.id")
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> invitee(row))
                .list();
    }

    Optional<Reply> current(InviteeId invitee) {
        return jdbc.sql("SELECT * FROM reply WHERE invitee_id = :invitee AND state <> 'REPLACED'")
                .paramSource(SqlParameters.of("invitee", invitee))
                .query((row, n) -> reply(row))
                .optional();
    }

    List<Reply> current(RoundId round) {
        return jdbc.sql("""
                SELECT r.* FROM reply r JOIN invitee i ON i.id = r.invitee_id
                WHERE i.round_id = :round AND r.state <> 'REPLACED'
                """)
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> reply(row))
                .list();
    }

    void put(Reply reply) {
        jdbc.sql("""
                INSERT INTO reply (id, invitee_id, state, capacity, note)
                VALUES (:id, :invitee, :state, :capacity, :note)
                ON CONFLICT (id) DO UPDATE
                    SET capacity = :capacity, note = :note, state = :state, version = reply.version + 1
                """)
                .paramSource(SqlParameters.of("id", reply.id())
                        .and("invitee", reply.inviteeId())
                        .and("state", reply.state())
                        .and("capacity", reply.capacity())
                        .and("note", reply.note()))
                .update();
        reply.positions()
                .forEach((version, position) -> jdbc.sql("""
                INSERT INTO reply_position (reply_id, version_id, position) VALUES (:reply, :version, :position)
                ON CONFLICT (reply_id, version_id) DO UPDATE SET position = :position
                """)
                        .paramSource(SqlParameters.of("reply", reply.id())
                                .and("version", version)
                                .and("position", position))
                        .update());
    }

    void submitted(ReplyId id) {
        jdbc.sql("UPDATE reply SET state = 'SUBMITTED', version = version + 1 WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .update();
    }

    void sent(ReplyId id, PersonId by, boolean enteredByOthers, boolean late, Instant now) {
        jdbc.sql("""
                UPDATE reply SET state = 'SENT', sent_by = :by, entered_by = :enteredBy, late = :late, sent_at = :now,
                                 version = version + 1
                WHERE id = :id
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("by", by)
                        .and("enteredBy", enteredByOthers ? by : null)
                        .and("late", late)
                        .and("now", now))
                .update();
    }

    void step(ReplyId reply, String action, PersonId by, Instant now) {
        jdbc.sql("""
                INSERT INTO reply_step (reply_id, ordinal, action, by_id, at)
                SELECT :reply, coalesce(max(ordinal), 0) + 1, :action, :by, :now FROM reply_step WHERE reply_id = :reply
                """)
                .paramSource(SqlParameters.of("reply", reply)
                        .and("action", action)
                        .and("by", by)
                        .and("now", now))
                .update();
    }

    void letter(ReplyId reply, String number, @Nullable LocalDate date) {
        jdbc.sql("""
                UPDATE reply SET letter_number = :number, letter_date = :date, version = version + 1 WHERE id = :reply
                """)
                .paramSource(
                        SqlParameters.of("reply", reply).and("number", number).and("date", date))
                .update();
    }

    void classified(InviteeId invitee, PersonId by, Instant now) {
        jdbc.sql("UPDATE invitee SET classified_at = :now, classified_by = :by WHERE id = :invitee")
                .paramSource(SqlParameters.of("invitee", invitee).and("by", by).and("now", now))
                .update();
    }

    void extended(InviteeId invitee, Instant until) {
        jdbc.sql("UPDATE invitee SET closes_at = :until WHERE id = :invitee")
                .paramSource(SqlParameters.of("invitee", invitee).and("until", until))
                .update();
    }

    void opened(InviteeId invitee, Instant now) {
        jdbc.sql("UPDATE invitee SET opened_at = :now WHERE id = :invitee AND opened_at IS NULL")
                .paramSource(SqlParameters.of("invitee", invitee).and("now", now))
                .update();
    }

    private static Invitee invitee(ResultSet row) throws SQLException {
        UUID unit = row.getObject("unit_id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        return new Invitee(
                new InviteeId(row.getObject("id", UUID.class)),
                new RoundId(row.getObject("round_id", UUID.class)),
                unit == null ? null : new UnitId(unit),
                person == null ? null : new PersonId(person),
                row.getString("key"),
                row.getString("name"),
                row.getString("post"),
                Invitee.Group.valueOf(row.getString("person_group")),
                row.getBoolean("invited"),
                instant(row, "closes_at"),
                instant(row, "opened_at"),
                instant(row, "classified_at"));
    }

    private Reply reply(ResultSet row) throws SQLException {
        ReplyId id = new ReplyId(row.getObject("id", UUID.class));
        var letterDate = row.getDate("letter_date");
        return new Reply(
                id,
                row.getInt("version"),
                new InviteeId(row.getObject("invitee_id", UUID.class)),
                ReplyState.valueOf(row.getString("state")),
                Capacity.valueOf(row.getString("capacity")),
                row.getString("note"),
                instant(row, "sent_at"),
                row.getBoolean("late"),
                row.getString("letter_number"),
                letterDate == null ? null : letterDate.toLocalDate(),
                positions(id));
    }

    private Map<VersionId, Position> positions(ReplyId reply) {
        Map<VersionId, Position> positions = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT rp.version_id, rp.position FROM reply_position rp
                JOIN reply r ON r.id = rp.reply_id JOIN invitee i ON i.id = r.invitee_id
                JOIN round_draft rd ON rd.round_id = i.round_id AND rd.version_id = rp.version_id
                WHERE rp.reply_id = :reply ORDER BY rd.ordinal
                """).paramSource(SqlParameters.of("reply", reply)).query(row -> {
            positions.put(
                    new VersionId(row.getObject("version_id", UUID.class)),
                    Position.valueOf(row.getString("position")));
        });
        return positions;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var stored = row.getTimestamp(column);
        return stored == null ? null : stored.toInstant();
    }
}
