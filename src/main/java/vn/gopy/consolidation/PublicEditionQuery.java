package vn.gopy.consolidation;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.RoundId;
import vn.gopy.round.posted.PostedEdition;
import vn.gopy.shared.SqlParameters;

/** Reads the public edition of the table of a round that was held in public and announced. */
@Repository
class PublicEditionQuery implements PostedEdition {

    private static final int MOST = 2_000;
    private static final Pattern PRIVATE =
            Pattern.compile("(?:\\+84|\\b0)(?:[ .-]?\\d){8,10}\\b|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private final JdbcClient jdbc;
    private final PlaceNames names;

    PublicEditionQuery(JdbcClient jdbc, PlaceNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Row> of(RoundId round, VersionId draft) {
        PlaceNames.Reading places = names.reading();
        return jdbc.sql("""
                SELECT pp.provision_id, p.text, coalesce(p.replacement, '') AS replacement, p.outcome, g.answer,
                       CASE WHEN p.unit_id IS NOT NULL THEN p.who
                            WHEN i.person_group = 'MEMBER' THEN 'Thành viên Ban Chỉ đạo'
                            WHEN i.person_group = 'EXPERT' THEN 'Chuyên gia'
                            ELSE 'Công dân' END AS who
                FROM standing_point p JOIN round r ON r.id = p.round_id JOIN issue_group g ON g.id = p.group_id
                     LEFT JOIN invitee i ON i.round_id = r.id AND i.person_id = p.person_id
                     LEFT JOIN point_place pp ON pp.point_id = p.id AND pp.main
                     LEFT JOIN provision pr ON pr.id = pp.provision_id
                WHERE r.id = :round AND r.visibility = 'PUBLIC' AND r.announced_at IS NOT NULL
                  AND p.version_id = :draft AND NOT p.restricted
                ORDER BY pr.position NULLS FIRST, p.number, p.id LIMIT :most
                """)
                .paramSource(
                        SqlParameters.of("round", round).and("draft", draft).and("most", MOST))
                .query((row, n) -> {
                    UUID place = row.getObject("provision_id", UUID.class);
                    String proposed = row.getString("replacement");
                    return new Row(
                            places.of(draft, place == null ? null : new ProvisionId(place))
                                    .name(),
                            row.getString("who"),
                            withoutAddresses(
                                    proposed.isBlank()
                                            ? row.getString("text")
                                            : row.getString("text") + " “" + proposed + "”"),
                            row.getString("outcome"),
                            withoutAddresses(row.getString("answer")));
                })
                .list();
    }

    private static String withoutAddresses(String words) {
        return PRIVATE.matcher(words).replaceAll("…").strip();
    }
}
