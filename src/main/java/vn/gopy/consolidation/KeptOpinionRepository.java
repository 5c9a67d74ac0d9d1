package vn.gopy.consolidation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Invitee;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.SqlParameters;

/** The points of one who is asked in the round before, and which of them are said once more. Asks for no right. */
@Repository
class KeptOpinionRepository {

    private final JdbcClient jdbc;

    KeptOpinionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A round before this one. */
    record Before(RoundId id, String title, boolean announced) {}

    /** The latest round before this one that asked the same about any of its dossiers. */
    Optional<Before> before(Round round, Invitee invitee) {
        return jdbc.sql("""
                SELECT r.id, r.title, r.announced_at IS NOT NULL AS announced
                FROM round r JOIN invitee i ON i.round_id = r.id
                WHERE r.id <> :round AND r.opens_at < :opens
                  AND (i.unit_id = :unit OR i.person_id = :person)
                  AND EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                                   JOIN draft_version now ON now.dossier_id = v.dossier_id
                                   JOIN round_draft asked ON asked.version_id = now.id AND asked.round_id = :round
                              WHERE rd.round_id = r.id)
                ORDER BY r.opens_at DESC, r.id DESC LIMIT 1
                """)
                .paramSource(parameters(round, invitee).and("opens", round.opensAt()))
                .query((row, n) -> new Before(
                        new RoundId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getBoolean("announced")))
                .optional();
    }

    /**
     * A point of the round before.
     *
     * @param from the version that it is about, {@code draft} that of the same dossier in this round
     * @param place null where it is about none
     */
    record Kept(
            PointId id,
            VersionId from,
            VersionId draft,
            @Nullable ProvisionId place,
            CommentKind kind,
            String words,
            @Nullable String proposal,
            @Nullable String outcome,
            String answer,
            String applied,
            boolean kept) {}

    /** Its points on the dossiers of this round, in the order of their numbers; those told to named readers left out. */
    List<Kept> points(Before before, Person asker, Round round, Invitee invitee) {
        return jdbc.sql("""
                SELECT p.id, said.id AS from_id, now.id AS draft_id, pp.provision_id, p.kind, p.text, p.replacement,
                       p.outcome, g.answer, coalesce(p.applied_text, '') AS applied,
                       EXISTS (SELECT FROM kept_opinion k JOIN comment c ON c.id = k.comment_id
                               WHERE k.point_id = p.id AND k.round_id = :round
                                 AND (c.state <> 'UNSENT' OR c.author_id = :asker)) AS kept
                FROM standing_point p JOIN issue_group g ON g.id = p.group_id
                     JOIN draft_version said ON said.id = p.version_id
                     JOIN draft_version now ON now.dossier_id = said.dossier_id
                     JOIN round_draft rd ON rd.version_id = now.id AND rd.round_id = :round
                     LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                WHERE p.round_id = :before AND NOT p.restricted AND (p.unit_id = :unit OR p.person_id = :person)
                ORDER BY p.number, p.id LIMIT :most
                """)
                .paramSource(parameters(round, invitee)
                        .and("before", before.id())
                        .and("asker", asker.id())
                        .and("most", Limits.LIST))
                .query((row, n) -> kept(row, before.announced()))
                .list();
    }

    private static SqlParameters parameters(Round round, Invitee invitee) {
        return SqlParameters.of("round", round.id()).and("unit", invitee.unit()).and("person", invitee.person());
    }

    private static Kept kept(ResultSet row, boolean told) throws SQLException {
        UUID place = row.getObject("provision_id", UUID.class);
        return new Kept(
                new PointId(row.getObject("id", UUID.class)),
                new VersionId(row.getObject("from_id", UUID.class)),
                new VersionId(row.getObject("draft_id", UUID.class)),
                place == null ? null : new ProvisionId(place),
                CommentKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("replacement"),
                told ? row.getString("outcome") : null,
                told ? row.getString("answer") : "",
                told ? row.getString("applied") : "",
                row.getBoolean("kept"));
    }

    void add(PointId point, RoundId round, CommentId comment) {
        jdbc.sql("INSERT INTO kept_opinion (comment_id, point_id, round_id) VALUES (:comment, :point, :round)")
                .paramSource(
                        SqlParameters.of("comment", comment).and("point", point).and("round", round))
                .update();
    }
}
