package vn.gopy.consolidation.precedent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.DraftsOfRound;

/** Answers that were given, as who works on points may come upon them. */
@Repository
class PrecedentQuery {

    /** What an opinion says at its beginning is what it is compared by. */
    private static final int COMPARED = 1_000;

    private final JdbcClient jdbc;

    PrecedentQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answered point; its draft and place are null where it has none. */
    record Answered(
            String text,
            String answer,
            Outcome outcome,
            String round,
            @Nullable VersionId draft,
            @Nullable ProvisionId place) {}

    /** The latest points with an outcome and an answer, of other groups than this one; at most so many. */
    List<Answered> latest(Person asker, Instant now, GroupId but, int most) {
        return jdbc.sql("""
                SELECT left(p.text, :compared) AS text, g.answer, p.outcome, r.title, p.version_id, pp.provision_id
                FROM standing_point p JOIN issue_group g ON g.id = p.group_id JOIN round r ON r.id = p.round_id
                     JOIN draft_version v ON v.id = coalesce(p.version_id, %s)
                     JOIN dossier d ON d.id = v.dossier_id
                     LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                WHERE p.outcome IS NOT NULL AND g.answer <> '' AND p.text <> '' AND p.group_id <> :but AND %s AND %s
                ORDER BY p.id DESC LIMIT :most
                """.formatted(DraftsOfRound.FIRST, PointAccess.FOUND, DossierAccess.READABLE))
                .paramSource(PointAccess.parameters(asker, now)
                        .and("but", but)
                        .and("compared", COMPARED)
                        .and("most", most))
                .query((row, n) -> {
                    UUID draft = row.getObject("version_id", UUID.class);
                    UUID place = row.getObject("provision_id", UUID.class);
                    return new Answered(
                            row.getString("text"),
                            row.getString("answer"),
                            Outcome.valueOf(row.getString("outcome")),
                            row.getString("title"),
                            draft == null ? null : new VersionId(draft),
                            place == null ? null : new ProvisionId(place));
                })
                .list();
    }
}
