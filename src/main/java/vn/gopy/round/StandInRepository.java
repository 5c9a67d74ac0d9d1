package vn.gopy.round;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

/** For whom replies count beside the invitee who gave them, where that one was not asked. Asks for the round locked. */
@Repository
class StandInRepository {

    private final JdbcClient jdbc;

    StandInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StandIns.StandIn> of(RoundId round) {
        return jdbc.sql("""
                SELECT sender.id AS sender, sender.name, asked.id AS asked, asked.name AS asked_name
                FROM invitee asked JOIN reply_for rf ON rf.invitee_id = asked.id AND rf.replaced_by IS NULL
                     JOIN reply rp ON rp.id = rf.reply_id
                     JOIN invitee sender ON sender.id = rp.invitee_id AND NOT sender.invited
                WHERE asked.round_id = :round AND asked.invited
                ORDER BY asked.ordinal, asked.id
                """)
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> new StandIns.StandIn(
                        new InviteeId(row.getObject("sender", UUID.class)),
                        row.getString("name"),
                        new InviteeId(row.getObject("asked", UUID.class)),
                        row.getString("asked_name")))
                .list();
    }

    /** Whether the reply counts for one who was asked beside its own sender, who was not. */
    boolean counts(ReplyId reply) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM reply rp JOIN reply_for rf ON rf.reply_id = rp.id AND rf.replaced_by IS NULL
                         JOIN invitee sender ON sender.id = rp.invitee_id AND NOT sender.invited
                    WHERE rp.id = :reply AND rf.invitee_id <> sender.id)
                """)
                .paramSource(SqlParameters.of("reply", reply))
                .query(Boolean.class)
                .single();
    }

    void add(Reply reply, InviteeId asked, boolean late) {
        jdbc.sql("INSERT INTO reply_for (reply_id, invitee_id, late) VALUES (:reply, :asked, :late)")
                .paramSource(SqlParameters.of("reply", reply.id())
                        .and("asked", asked)
                        .and("late", late))
                .update();
        raise(reply.id());
    }

    /** The reply counts for its own sender alone. */
    void remove(ReplyId reply, InviteeId sender) {
        boolean stood = jdbc.sql("""
                DELETE FROM reply_for WHERE reply_id = :reply AND invitee_id <> :sender AND replaced_by IS NULL
                """)
                        .paramSource(SqlParameters.of("reply", reply).and("sender", sender))
                        .update()
                > 0;
        if (stood) {
            raise(reply);
        }
    }

    private void raise(ReplyId reply) {
        jdbc.sql("UPDATE reply SET version = version + 1 WHERE id = :reply")
                .paramSource(SqlParameters.of("reply", reply))
                .update();
    }
}
