package vn.gopy.consolidation.choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.consolidation.choice.OptionChoices.Of;
import vn.gopy.consolidation.choice.OptionChoices.Option;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentAccess;
import vn.gopy.round.RoundId;

@Repository
class OptionChoiceQuery {

    private final JdbcClient jdbc;

    OptionChoiceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param of the place that it is an option of */
    record Found(Of of, Option option) {}

    /** The options of the round's drafts, each with the choices that the asker may see. */
    List<Found> of(RoundId round, Person asker, Instant now) {
        return jdbc.sql("""
                WITH offered AS (
                    SELECT pr.id, pr.parent_id, pr.version_id, coalesce(pr.label, '') AS label, pr.position, rd.ordinal
                    FROM round_draft rd JOIN provision pr ON pr.version_id = rd.version_id
                    WHERE rd.round_id = :round AND pr.kind = 'ALTERNATIVE'),
                chosen AS (
                    SELECT DISTINCT ON (o.version_id, o.parent_id, coalesce(c.unit_id, c.author_id))
                           o.id, c.unit_id, CASE WHEN c.unit_id IS NULL THEN c.author_name ELSE c.unit_name END AS who
                    FROM offered o JOIN comment c ON c.provision_id = o.id
                    WHERE c.round_id = :round AND c.id = c.root_id AND c.kind = 'AGREE' AND c.state = 'SENT'
                      AND %s
                    ORDER BY o.version_id, o.parent_id, coalesce(c.unit_id, c.author_id), c.sent_at DESC, c.id DESC)
                SELECT o.version_id, o.parent_id, o.label, count(chosen.unit_id)::int AS units,
                       (count(chosen.id) - count(chosen.unit_id))::int AS people,
                       coalesce(array_agg(chosen.who ORDER BY chosen.who) FILTER (WHERE chosen.id IS NOT NULL), '{}') AS who
                FROM offered o LEFT JOIN chosen ON chosen.id = o.id
                GROUP BY o.ordinal, o.version_id, o.parent_id, o.position, o.id, o.label ORDER BY o.ordinal, o.position
                """.formatted(CommentAccess.VISIBLE))
                .paramSource(CommentAccess.parameters(asker, now).and("round", round))
                .query((row, n) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        UUID above = row.getObject("parent_id", UUID.class);
        return new Found(
                new Of(
                        new VersionId(row.getObject("version_id", UUID.class)),
                        above == null ? null : new ProvisionId(above)),
                new Option(row.getString("label"), row.getInt("units"), row.getInt("people"), List.of((String[])
                        row.getArray("who").getArray())));
    }
}
