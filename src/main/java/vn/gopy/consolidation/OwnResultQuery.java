package vn.gopy.consolidation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.DraftsOfRound;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Limits;

/** Reads the points of a person and of the person's units; what became of them where it was announced. */
@Repository
class OwnResultQuery {

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnResultQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<OwnResult> of(Person asker) {
        return jdbc.sql("SELECT " + VersionName.COLUMNS
                        + """
                , p.id, r.id AS round_id, r.title, r.announced_at, p.number, p.who, p.unit_id, p.text, p.replacement,
                       CASE WHEN r.announced_at IS NOT NULL THEN p.outcome END AS outcome,
                       CASE WHEN r.announced_at IS NOT NULL THEN p.basis ELSE '' END AS basis,
                       CASE WHEN r.announced_at IS NOT NULL THEN g.answer ELSE '' END AS answer,
                       CASE WHEN r.announced_at IS NOT NULL THEN p.applied_text END AS applied_text,
                       d.number AS dossier_number, v.dossier_id, d.title AS dossier_title, v.id AS draft_id,
                       pr.body, pr.path, pr.id AS place_id
                FROM standing_point p JOIN issue_group g ON g.id = p.group_id JOIN round r ON r.id = p.round_id
                     JOIN draft_version v ON v.id = coalesce(p.version_id, %s) JOIN series s ON s.id = v.series_id
                     JOIN dossier d ON d.id = v.dossier_id
                     LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                     LEFT JOIN provision pr ON pr.id = pp.provision_id
                WHERE %s AND %s
                ORDER BY r.announced_at DESC NULLS FIRST, r.opens_at DESC, r.id, v.id, p.number, p.id LIMIT :most
                """.formatted(DraftsOfRound.FIRST, PointAccess.OWN, DossierAccess.READABLE))
                .paramSource(PointAccess.parameters(asker, clock.instant()).and("most", Limits.LIST))
                .query((row, n) -> result(row))
                .list();
    }

    private static OwnResult result(ResultSet row) throws SQLException {
        Timestamp announced = row.getTimestamp("announced_at");
        UUID place = row.getObject("place_id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        return new OwnResult(
                new PointId(row.getObject("id", UUID.class)),
                new RoundId(row.getObject("round_id", UUID.class)),
                row.getString("title"),
                announced == null ? null : announced.toInstant(),
                row.getObject("number", Integer.class),
                row.getString("who"),
                unit == null ? null : new UnitId(unit),
                row.getString("text"),
                row.getString("replacement"),
                Optional.ofNullable(row.getString("outcome"))
                        .map(Outcome::valueOf)
                        .orElse(null),
                row.getString("basis"),
                row.getString("answer"),
                row.getString("applied_text"),
                Dossier.code(row.getInt("dossier_number")),
                new DossierId(row.getObject("dossier_id", UUID.class)),
                row.getString("dossier_title"),
                new VersionId(row.getObject("draft_id", UUID.class)),
                VersionName.of(row),
                row.getString("body"),
                row.getString("path"),
                place == null ? null : new ProvisionId(place));
    }
}
