package vn.gopy.consolidation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

/** The words of the draft that points are about. */
@Repository
class QuoteQuery {

    private final JdbcClient jdbc;

    QuoteQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that came from an opinion about some words; ask only for points whose words the asker may read. */
    Map<PointId, String> of(Collection<PointId> points) {
        Map<PointId, String> quotes = new HashMap<>();
        jdbc.sql("""
                SELECT ps.point_id, c.quote FROM point_source ps JOIN comment c ON c.id = ps.comment_id
                WHERE ps.point_id = ANY (:points::uuid[]) AND c.quote IS NOT NULL
                """).paramSource(SqlParameters.of("points", points)).query(row -> {
            quotes.put(new PointId(row.getObject("point_id", UUID.class)), row.getString("quote"));
        });
        return quotes;
    }
}
