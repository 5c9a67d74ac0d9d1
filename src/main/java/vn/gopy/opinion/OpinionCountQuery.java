package vn.gopy.opinion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;

@Repository
class OpinionCountQuery {

    private final JdbcClient jdbc;

    OpinionCountQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opinions that the asker may see; a mere "nhất trí" is none.
     *
     * @param outside those only that belong to no round
     */
    Map<DossierId, Integer> count(Person asker, Collection<DossierId> dossiers, boolean outside, Instant now) {
        Map<DossierId, Integer> counts = new HashMap<>();
        jdbc.sql("""
                SELECT c.dossier_id, count(*) AS opinions FROM comment c
                WHERE c.dossier_id = ANY (:dossiers::uuid[]) AND c.id = c.root_id AND c.state = 'SENT'
                  AND c.kind <> 'AGREE' AND (c.round_id IS NULL OR NOT :outside) AND %s AND %s
                GROUP BY c.dossier_id
                """.formatted(CommentAccess.VISIBLE, CommentAccess.READABLE))
                .paramSource(CommentAccess.parameters(asker, now)
                        .and("dossiers", dossiers)
                        .and("outside", outside))
                .query(row -> {
                    counts.put(new DossierId(row.getObject("dossier_id", UUID.class)), row.getInt("opinions"));
                });
        return counts;
    }
}
