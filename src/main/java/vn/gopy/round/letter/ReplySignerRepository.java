package vn.gopy.round.letter;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.round.ReplyId;
import vn.gopy.shared.SqlParameters;

@Repository
class ReplySignerRepository {

    private final JdbcClient jdbc;

    ReplySignerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReplySigner> of(ReplyId reply) {
        return jdbc.sql("SELECT version, authority, for_post, post, name FROM reply_signer WHERE reply_id = :reply")
                .paramSource(SqlParameters.of("reply", reply))
                .query((row, n) -> new ReplySigner(
                        row.getInt("version"),
                        ReplySigner.Authority.valueOf(row.getString("authority")),
                        row.getString("for_post"),
                        row.getString("post"),
                        row.getString("name")))
                .optional();
    }

    /** False when somebody said it, or otherwise, since it was read. */
    boolean put(ReplyId reply, ReplySigner signer, PersonId by, Instant now) {
        return jdbc.sql("""
                INSERT INTO reply_signer (reply_id, authority, for_post, post, name, by_id, at)
                SELECT :reply, :authority, :forPost, :post, :name, :by, :now
                WHERE :seen = 0 OR EXISTS (SELECT FROM reply_signer WHERE reply_id = :reply)
                ON CONFLICT (reply_id) DO UPDATE
                SET authority = excluded.authority, for_post = excluded.for_post, post = excluded.post,
                    name = excluded.name, by_id = excluded.by_id, at = excluded.at, version = reply_signer.version + 1
                WHERE reply_signer.version = :seen
                """)
                        .paramSource(SqlParameters.of("reply", reply)
                                .and("seen", signer.version())
                                .and("authority", signer.authority())
                                .and("forPost", signer.forPost())
                                .and("post", signer.post())
                                .and("name", signer.name())
                                .and("by", by)
                                .and("now", now))
                        .update()
                == 1;
    }
}
