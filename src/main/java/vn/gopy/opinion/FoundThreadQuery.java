package vn.gopy.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.inside.Filing;
import vn.gopy.draft.inside.FoundKind;
import vn.gopy.draft.inside.FoundPlace;
import vn.gopy.draft.inside.FoundSource;
import vn.gopy.draft.inside.FoundText;
import vn.gopy.shared.SqlParameters;

/** Threads as they are found, each as one text. */
@Repository
class FoundThreadQuery implements FoundSource {

    private final JdbcClient jdbc;

    FoundThreadQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FoundKind kind() {
        return FoundKind.THREAD;
    }

    @Override
    public List<UUID> in(Collection<UUID> dossiers) {
        return jdbc.sql("SELECT id FROM comment WHERE id = root_id AND dossier_id = ANY (:dossiers::uuid[])")
                .paramSource(SqlParameters.of("dossiers", dossiers))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> after(UUID id, int most) {
        return jdbc.sql("SELECT id FROM comment WHERE id = root_id AND id > :after ORDER BY id LIMIT :most")
                .paramSource(SqlParameters.of("after", id).and("most", most))
                .query(UUID.class)
                .list();
    }

    @Override
    public List<FoundText> texts(Collection<UUID> roots, Instant now) {
        return jdbc.sql("SELECT c.id, " + Filing.COLUMNS + """
                , c.text, c.replacement,
                       coalesce((SELECT string_agg(a.text, E'\\n' ORDER BY a.created_at, a.id) FROM comment a
                                 WHERE a.root_id = c.id AND a.id <> c.id AND a.state = 'SENT'), '') AS replies,
                       coalesce(nullif(c.unit_name, ''), c.author_name) AS author, c.author_id, c.unit_id, c.state,
                       coalesce(c.visibility = 'GROUP', false) AS group_reads, c.restricted,
                       coalesce(coalesce(r.closed_at, r.closes_at) <= :now, false) AS round_closed,
                       (SELECT string_agg(cr.person_id::text, ',' ORDER BY cr.person_id) FROM comment_reader cr
                        WHERE cr.comment_id = c.id) AS readers,
                       coalesce(c.sent_at, c.created_at) AS written_at
                FROM comment c JOIN dossier d ON d.id = c.dossier_id LEFT JOIN unit u ON u.id = c.unit_id
                     LEFT JOIN round r ON r.id = c.round_id LEFT JOIN draft_version v ON v.id = c.version_id
                WHERE c.id = ANY (:ids::uuid[]) AND c.id = c.root_id AND c.state <> 'WITHDRAWN'
                """)
                .paramSource(SqlParameters.of("ids", roots).and("now", now))
                .query((row, n) -> thread(row).found())
                .list();
    }

    private static FoundThread thread(ResultSet row) throws SQLException {
        return new FoundThread(
                row.getObject("id", UUID.class),
                Filing.of(row),
                row.getString("text"),
                row.getString("replacement"),
                row.getString("replies"),
                row.getString("author"),
                row.getObject("author_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                CommentState.valueOf(row.getString("state")),
                row.getBoolean("group_reads"),
                row.getBoolean("restricted"),
                row.getBoolean("round_closed"),
                ids(row.getString("readers")));
    }

    private static Set<UUID> ids(@Nullable String joined) {
        return joined == null
                ? Set.of()
                : Arrays.stream(joined.split(",")).map(UUID::fromString).collect(Collectors.toSet());
    }

    @Override
    public List<FoundPlace> readable(Collection<UUID> roots, Person asker, Instant now) {
        return jdbc.sql("SELECT c.id, " + FoundPlace.IN_DOSSIER + """
                , c.provision_id, c.id AS comment_id, c.state, c.author_id = :asker AS own
                FROM comment c JOIN dossier d ON d.id = c.dossier_id
                     LEFT JOIN draft_version v ON v.id = c.version_id LEFT JOIN series s ON s.id = v.series_id
                WHERE c.id = ANY (:ids::uuid[]) AND c.id = c.root_id AND c.state <> 'WITHDRAWN' AND\s""" + CommentAccess.VISIBLE + " AND "
                        + DossierAccess.READABLE)
                .paramSource(CommentAccess.parameters(asker, now).and("ids", roots))
                .query(FoundPlace::of)
                .list();
    }
}
