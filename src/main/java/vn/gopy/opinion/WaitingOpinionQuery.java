package vn.gopy.opinion;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.round.RoundId;
import vn.gopy.round.figures.WaitingOpinions;
import vn.gopy.shared.Limits;
import vn.gopy.shared.SqlParameters;

@Repository
class WaitingOpinionQuery implements WaitingOpinions {

    private final JdbcClient jdbc;

    WaitingOpinionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> of(RoundId round, Person asker) {
        return jdbc.sql("""
                SELECT c.id, c.unit_id, c.state = 'UNIT_DRAFT' AS prepared FROM comment c
                WHERE c.id = c.root_id
                  AND ((c.state = 'UNSENT' AND c.author_id = :asker)
                       OR (c.state = 'UNIT_DRAFT' AND c.unit_id = ANY (:units::uuid[])))
                  AND EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                              WHERE rd.round_id = :round
                                AND (v.id = c.version_id OR (c.version_id IS NULL AND v.dossier_id = c.dossier_id)))
                ORDER BY c.id LIMIT :most
                """)
                .paramSource(SqlParameters.of("round", round)
                        .and("asker", asker.id())
                        .and("units", asker.units())
                        .and("most", Limits.LIST))
                .query((row, n) -> {
                    UUID unit = row.getObject("unit_id", UUID.class);
                    return new Waiting(
                            row.getObject("id", UUID.class),
                            unit == null ? null : new UnitId(unit),
                            row.getBoolean("prepared"));
                })
                .list();
    }
}
