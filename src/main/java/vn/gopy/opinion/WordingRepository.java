package vn.gopy.opinion;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.shared.SqlParameters;

@Repository
class WordingRepository {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    WordingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Comment before, EarlierWording wording, PersonId by) {
        jdbc.sql("""
                INSERT INTO comment_wording (comment_id, version, state, kind, text, replacement, until, person_id,
                                             person_name, person_post)
                VALUES (:comment, :version, :state, :kind, :text, :replacement, :until, :by, :name, :post)
                """)
                .paramSource(SqlParameters.of("comment", before.id())
                        .and("version", before.version())
                        .and("state", before.state())
                        .and("kind", wording.kind())
                        .and("text", wording.text())
                        .and("replacement", wording.replacement())
                        .and("until", wording.until())
                        .and("by", by)
                        .and("name", wording.name())
                        .and("post", wording.post()))
                .update();
    }

    /** The latest of them, newest first. */
    List<EarlierWording> of(CommentId comment, List<CommentState> states) {
        return jdbc.sql("""
                SELECT kind, text, replacement, until, person_name, person_post FROM comment_wording
                WHERE comment_id = :comment AND state = ANY (:states) ORDER BY version DESC LIMIT :most
                """)
                .paramSource(SqlParameters.of("comment", comment)
                        .and("states", states.stream().map(CommentState::name).toArray(String[]::new))
                        .and("most", MOST))
                .query((row, n) -> new EarlierWording(
                        CommentKind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getString("replacement"),
                        row.getTimestamp("until").toInstant(),
                        row.getString("person_name"),
                        row.getString("person_post")))
                .list();
    }
}
