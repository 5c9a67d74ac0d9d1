package vn.gopy.round;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.shared.SqlParameters;

/** The steps of replies, kept in their order; who adds one has locked the invitee. */
@Repository
class ReplyStepRepository {

    /** More than this no screen shows. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    ReplyStepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ReplyId reply, ReplyStep.Action action, String remark, PersonId by, Instant now) {
        jdbc.sql("""
                INSERT INTO reply_step (reply_id, ordinal, action, remark, by_id, at)
                SELECT :reply, coalesce(max(ordinal), 0) + 1, :action, :remark, :by, :now
                FROM reply_step WHERE reply_id = :reply
                """)
                .paramSource(SqlParameters.of("reply", reply)
                        .and("action", action)
                        .and("remark", remark)
                        .and("by", by)
                        .and("now", now))
                .update();
    }

    /** What was done with all replies of the invitee, the latest first. */
    List<ReplyStep> of(InviteeId invitee) {
        return jdbc.sql("""
                SELECT s.action, s.remark, trim(p.salutation || ' ' || p.name) AS name, s.at
                FROM reply_for rf JOIN reply_step s ON s.reply_id = rf.reply_id JOIN person p ON p.id = s.by_id
                WHERE rf.invitee_id = :invitee ORDER BY s.at DESC, s.ordinal DESC LIMIT :most
                """)
                .paramSource(SqlParameters.of("invitee", invitee).and("most", MOST))
                .query((row, n) -> new ReplyStep(
                        ReplyStep.Action.valueOf(row.getString("action")),
                        row.getString("remark"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
