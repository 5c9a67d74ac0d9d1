package vn.gopy.opinion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.shared.SqlParameters;

@Repository
class ThreadMarkRepository {

    private final JdbcClient jdbc;

    ThreadMarkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said of each of the threads, in the order in which it was. */
    Map<CommentId, List<ThreadMark>> of(Collection<CommentId> roots) {
        Map<CommentId, List<ThreadMark>> marks = new HashMap<>();
        jdbc.sql("SELECT * FROM thread_mark WHERE comment_id = ANY (:roots::uuid[]) ORDER BY at, person_id")
                .paramSource(SqlParameters.of("roots", roots))
                .query(row -> {
                    marks.computeIfAbsent(
                                    new CommentId(row.getObject("comment_id", UUID.class)), any -> new ArrayList<>())
                            .add(new ThreadMark(
                                    ThreadMark.Kind.valueOf(row.getString("kind")),
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    row.getString("person_name"),
                                    row.getString("person_post"),
                                    row.getTimestamp("at").toInstant()));
                });
        return marks;
    }

    /** Whether it was not said yet and is now. */
    boolean add(CommentId root, ThreadMark mark) {
        return jdbc.sql("""
                INSERT INTO thread_mark (comment_id, kind, person_id, person_name, person_post, at)
                VALUES (:root, :kind, :by, :name, :post, :at) ON CONFLICT DO NOTHING
                """)
                        .paramSource(SqlParameters.of("root", root)
                                .and("kind", mark.kind())
                                .and("by", mark.by())
                                .and("name", mark.name())
                                .and("post", mark.post())
                                .and("at", mark.at()))
                        .update()
                == 1;
    }

    /** Whether the person had agreed and does no longer. */
    boolean takeBackAgreement(CommentId root, PersonId by) {
        return jdbc.sql("DELETE FROM thread_mark WHERE comment_id = :root AND kind = 'AGREED' AND person_id = :by")
                        .paramSource(SqlParameters.of("root", root).and("by", by))
                        .update()
                == 1;
    }

    /** Whether it was talked out and is no longer, whoever had said so. */
    boolean reopen(CommentId root) {
        return jdbc.sql("DELETE FROM thread_mark WHERE comment_id = :root AND kind = 'RESOLVED'")
                        .paramSource(SqlParameters.of("root", root))
                        .update()
                == 1;
    }
}
