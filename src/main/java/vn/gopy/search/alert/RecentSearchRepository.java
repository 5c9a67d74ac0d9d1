package vn.gopy.search.alert;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.shared.SqlParameters;

/** What people have searched for last. */
@Repository
public class RecentSearchRepository {

    private final JdbcClient jdbc;

    RecentSearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the words as the latest, and forgets all but the latest {@code most}. */
    public void note(PersonId person, String words, Instant now, int most) {
        jdbc.sql("""
                INSERT INTO recent_search (person_id, words, at) VALUES (:person, :words, :now)
                ON CONFLICT (person_id, words) DO UPDATE SET at = :now
                """)
                .paramSource(
                        SqlParameters.of("person", person).and("words", words).and("now", now))
                .update();
        jdbc.sql("""
                DELETE FROM recent_search WHERE person_id = :person AND words NOT IN (
                    SELECT words FROM recent_search WHERE person_id = :person ORDER BY at DESC, words LIMIT :most)
                """)
                .paramSource(SqlParameters.of("person", person).and("most", most))
                .update();
    }

    /** The words, the latest first. */
    public List<String> of(PersonId person) {
        return jdbc.sql("SELECT words FROM recent_search WHERE person_id = :person ORDER BY at DESC, words")
                .paramSource(SqlParameters.of("person", person))
                .query(String.class)
                .list();
    }

    /** Forgets all of them. */
    public void clear(PersonId person) {
        jdbc.sql("DELETE FROM recent_search WHERE person_id = :person")
                .paramSource(SqlParameters.of("person", person))
                .update();
    }
}
