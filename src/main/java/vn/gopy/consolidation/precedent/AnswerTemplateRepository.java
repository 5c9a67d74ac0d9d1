package vn.gopy.consolidation.precedent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.consolidation.Outcome;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

/** Keeps templates of answers; one that was left out stays in the table. */
@Repository
class AnswerTemplateRepository {

    private final JdbcClient jdbc;

    AnswerTemplateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the round first, then those of every round; the oldest first, at most so many. */
    List<AnswerTemplate> of(RoundId round, int most) {
        return jdbc.sql("""
                SELECT id, version, round_id IS NULL AS everywhere, outcome, text FROM answer_template
                WHERE NOT gone AND (round_id = :round OR round_id IS NULL)
                ORDER BY round_id NULLS LAST, made_at, id LIMIT :most
                """)
                .paramSource(SqlParameters.of("round", round).and("most", most))
                .query((row, n) -> {
                    String outcome = row.getString("outcome");
                    return new AnswerTemplate(
                            row.getObject("id", UUID.class),
                            row.getInt("version"),
                            row.getBoolean("everywhere"),
                            outcome == null ? null : Outcome.valueOf(outcome),
                            row.getString("text"));
                })
                .list();
    }

    void add(UUID id, @Nullable RoundId round, @Nullable Outcome outcome, String text, PersonId by, Instant at) {
        jdbc.sql("""
                INSERT INTO answer_template (id, round_id, outcome, text, made_by, made_at)
                VALUES (:id, :round, :outcome, :text, :by, :at)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("round", round)
                        .and("outcome", outcome)
                        .and("text", text)
                        .and("by", by)
                        .and("at", at))
                .update();
    }

    /** Its text; empty where there is none any more. */
    Optional<String> text(UUID id) {
        return jdbc.sql("SELECT text FROM answer_template WHERE id = :id AND NOT gone")
                .paramSource(SqlParameters.of("id", id))
                .query(String.class)
                .optional();
    }

    /** Leaves it out; false if it is no longer at this version. */
    boolean drop(UUID id, int version) {
        return jdbc.sql("""
                UPDATE answer_template SET gone = true, version = version + 1
                WHERE id = :id AND version = :version AND NOT gone
                """)
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                == 1;
    }
}
