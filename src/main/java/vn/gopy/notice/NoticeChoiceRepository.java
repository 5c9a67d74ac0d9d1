package vn.gopy.notice;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.shared.SqlParameters;

@Repository
class NoticeChoiceRepository {

    private final JdbcClient jdbc;

    NoticeChoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, NoticeWay> of(PersonId person) {
        Map<String, NoticeWay> chosen = new HashMap<>();
        jdbc.sql("SELECT kind, way FROM notice_choice WHERE person_id = :person")
                .paramSource(SqlParameters.of("person", person))
                .query(row -> {
                    chosen.put(row.getString("kind"), NoticeWay.valueOf(row.getString("way")));
                });
        return chosen;
    }

    /** What was chosen before. Of two choices at once the second waits and finds the first. */
    NoticeWay put(PersonId person, String kind, NoticeWay way) {
        jdbc.sql("""
                INSERT INTO notice_choice (person_id, kind, way) VALUES (:person, :kind, 'MAIL')
                ON CONFLICT DO NOTHING
                """)
                .paramSource(SqlParameters.of("person", person).and("kind", kind))
                .update();
        NoticeWay before = jdbc.sql(
                        "SELECT way FROM notice_choice WHERE person_id = :person AND kind = :kind FOR UPDATE")
                .paramSource(SqlParameters.of("person", person).and("kind", kind))
                .query((row, n) -> NoticeWay.valueOf(row.getString("way")))
                .single();
        jdbc.sql("UPDATE notice_choice SET way = :way WHERE person_id = :person AND kind = :kind")
                .paramSource(
                        SqlParameters.of("person", person).and("kind", kind).and("way", way))
                .update();
        return before;
    }
}
