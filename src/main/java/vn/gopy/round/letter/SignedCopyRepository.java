package vn.gopy.round.letter;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyId;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

@Repository
class SignedCopyRepository {

    private final JdbcClient jdbc;

    SignedCopyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the file with the letter of the reply, which has one afterwards even where its number is awaited. The reply is
     * locked first, as by whoever writes that number; false when it was changed since it was read.
     */
    boolean keep(Reply reply, String name, String sha256, PersonId by, Instant now) {
        SqlParameters kept = SqlParameters.of("reply", reply.id())
                .and("version", reply.version())
                .and("fresh", Ids.next())
                .and("name", name)
                .and("sha256", sha256)
                .and("by", by)
                .and("now", now);
        boolean unchanged = !jdbc.sql("SELECT id FROM reply WHERE id = :reply AND version = :version FOR UPDATE")
                .paramSource(kept)
                .query((row, n) -> true)
                .list()
                .isEmpty();
        if (!unchanged) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO letter (id, number, signed_file, signed_name, registered_by, registered_at)
                SELECT coalesce(letter_id, :fresh), '', :sha256, :name, :by, :now FROM reply WHERE id = :reply
                ON CONFLICT (id) DO UPDATE SET signed_file = excluded.signed_file, signed_name = excluded.signed_name
                """).paramSource(kept).update();
        jdbc.sql("UPDATE reply SET letter_id = coalesce(letter_id, :fresh), version = version + 1 WHERE id = :reply")
                .paramSource(kept)
                .update();
        return true;
    }

    String hash(ReplyId reply) {
        return jdbc.sql("SELECT l.signed_file FROM reply rp JOIN letter l ON l.id = rp.letter_id WHERE rp.id = :reply")
                .paramSource(SqlParameters.of("reply", reply))
                .query(String.class)
                .single();
    }
}
