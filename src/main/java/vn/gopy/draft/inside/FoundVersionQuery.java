package vn.gopy.draft.inside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Outline;
import vn.gopy.shared.SqlParameters;

/** Published versions as they are found: two statements for each version, for its text may be long. */
@Repository
class FoundVersionQuery implements FoundSource {

    private static final String READABLE =
            "v.state = 'PUBLISHED' AND " + DossierAccess.READABLE + " AND " + DossierAccess.VISIBLE;

    private final JdbcClient jdbc;
    private final DraftsInside drafts;

    FoundVersionQuery(JdbcClient jdbc, DraftsInside drafts) {
        this.jdbc = jdbc;
        this.drafts = drafts;
    }

    private record Filed(UUID id, Filing filing) {}

    @Override
    public FoundKind kind() {
        return FoundKind.VERSION;
    }

    @Override
    public List<UUID> in(Collection<UUID> dossiers) {
        return jdbc.sql("SELECT id FROM draft_version WHERE dossier_id = ANY (:dossiers::uuid[])")
                .paramSource(SqlParameters.of("dossiers", dossiers))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> after(UUID id, int most) {
        return jdbc.sql("SELECT id FROM draft_version WHERE id > :after ORDER BY id LIMIT :most")
                .paramSource(SqlParameters.of("after", id).and("most", most))
                .query(UUID.class)
                .list();
    }

    /** An invitation began. */
    @Override
    public List<UUID> dossiersTurned(Instant after, Instant until) {
        return jdbc.sql("""
                SELECT DISTINCT dossier_id FROM dossier_grant WHERE valid_from > :after AND valid_from <= :until
                """)
                .paramSource(SqlParameters.of("after", after).and("until", until))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<FoundText> texts(Collection<UUID> ids, Instant now) {
        List<FoundText> texts = new ArrayList<>();
        published(ids).forEach(version -> texts.addAll(texts(version)));
        return texts;
    }

    private List<Filed> published(Collection<UUID> ids) {
        return jdbc.sql("SELECT v.id, " + Filing.COLUMNS + """
                , coalesce(v.published_at, v.uploaded_at) AS written_at
                FROM draft_version v JOIN dossier d ON d.id = v.dossier_id LEFT JOIN unit u ON u.id = d.drafter_id
                WHERE v.id = ANY (:ids::uuid[]) AND v.state = 'PUBLISHED'
                """)
                .paramSource(SqlParameters.of("ids", ids))
                .query((row, n) -> new Filed(row.getObject("id", UUID.class), Filing.of(row)))
                .list();
    }

    private List<FoundText> texts(Filed version) {
        VersionId id = new VersionId(version.id());
        String number = drafts.outline(id).map(Outline::number).orElse(null);
        return VersionTexts.of(version.id(), version.filing(), drafts.provisions(id), number);
    }

    @Override
    public List<FoundPlace> readable(Collection<UUID> texts, Person asker, Instant now) {
        return jdbc.sql("SELECT t.id, " + FoundPlace.IN_DOSSIER + """
                , t.provision_id, NULL::uuid AS comment_id, v.state, false AS own
                FROM (SELECT id, id AS version_id, NULL::uuid AS provision_id FROM draft_version
                      WHERE id = ANY (:ids::uuid[])
                      UNION ALL SELECT id, version_id, id FROM provision WHERE id = ANY (:ids::uuid[])) t
                     JOIN draft_version v ON v.id = t.version_id JOIN dossier d ON d.id = v.dossier_id
                     JOIN series s ON s.id = v.series_id
                WHERE\s""" + READABLE)
                .paramSource(DossierAccess.parameters(asker, now).and("ids", texts))
                .query(FoundPlace::of)
                .list();
    }
}
