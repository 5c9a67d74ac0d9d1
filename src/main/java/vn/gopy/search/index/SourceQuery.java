package vn.gopy.search.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.round.RoundId;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.shared.SqlParameters;

/** Reads what is to be indexed, whoever may see it; who may, is read along. */
@Repository
class SourceQuery {

    private static final String GROUPS = """
            SELECT 'VERSION' AS entity, v.id FROM draft_version v WHERE %1$s
            UNION ALL
            SELECT 'THREAD', c.id FROM comment c JOIN dossier d ON d.id = c.dossier_id WHERE c.id = c.root_id AND %2$s
            UNION ALL
            SELECT 'ANSWER', g.id FROM issue_group g WHERE %3$s
            UNION ALL
            SELECT 'LETTER', rp.id FROM reply rp JOIN invitee i ON i.id = rp.invitee_id WHERE %4$s
            """;

    private static final String OF_DOSSIER = """
            EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                    WHERE rd.round_id = %s AND v.dossier_id = :dossier)""";

    /** The draft of a round that what concerns the whole round is filed under. */
    private static final String FIRST_DRAFT =
            "(SELECT rd.version_id FROM round_draft rd WHERE rd.round_id = r.id ORDER BY rd.ordinal LIMIT 1)";

    /** True for a version {@code v} that no later published one of its series follows; also where there is none. */
    private static final String LATEST = """
            NOT EXISTS (SELECT FROM draft_version w WHERE w.series_id = v.series_id AND w.state = 'PUBLISHED'
                        AND w.ordinal > v.ordinal)""";

    private static final List<IndexEntity> IN_ORDER_OF_KEYS =
            List.of(IndexEntity.ANSWER, IndexEntity.LETTER, IndexEntity.THREAD, IndexEntity.VERSION);

    private static final Map<IndexEntity, String> TABLES = Map.of(
            IndexEntity.ANSWER, "issue_group WHERE true",
            IndexEntity.LETTER, "reply WHERE true",
            IndexEntity.THREAD, "comment WHERE id = root_id",
            IndexEntity.VERSION, "draft_version WHERE true");

    private static final UUID FIRST = new UUID(0, 0);
    private static final int WEIGHT_OF_PAGE = 200;

    private final JdbcClient jdbc;

    SourceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version with what is said of it beside its text. */
    record VersionSource(
            UUID id,
            UUID dossierId,
            String dossierTitle,
            String kind,
            @Nullable String drafter,
            boolean published,
            boolean latest,
            String fileName,
            Instant writtenAt) {}

    /** A thread as one text, with what decides who may see it. */
    record ThreadSource(
            UUID id,
            UUID dossierId,
            String dossierTitle,
            String kind,
            boolean latest,
            String text,
            @Nullable String replacement,
            String replies,
            String author,
            UUID authorId,
            @Nullable UUID unitId,
            @Nullable String unit,
            String state,
            String visibility,
            boolean restricted,
            boolean roundClosed,
            Set<UUID> readers,
            Instant writtenAt) {}

    /** A point with its group's answer, and what decides who may see it. */
    record AnswerSource(
            UUID id,
            UUID groupId,
            UUID dossierId,
            String dossierTitle,
            String kind,
            boolean latest,
            String answer,
            String opinion,
            @Nullable String outcome,
            @Nullable UUID unitId,
            @Nullable UUID personId,
            @Nullable String unit,
            boolean restricted,
            boolean roundClosed,
            boolean announced,
            Instant writtenAt) {}

    /** The letter of a reply, and what decides who may see it. */
    record LetterSource(
            UUID id,
            UUID dossierId,
            String dossierTitle,
            String kind,
            boolean latest,
            String number,
            @Nullable LocalDate date,
            String note,
            @Nullable String sender,
            @Nullable UUID unitId,
            @Nullable UUID personId,
            @Nullable String unit,
            boolean sent,
            boolean roundClosed,
            Instant writtenAt) {}

    /** Everything that can be found in a dossier. */
    List<IndexGroup> groupsOf(UUID dossier) {
        return jdbc.sql(GROUPS.formatted(
                        "v.dossier_id = :dossier",
                        "d.id = :dossier",
                        OF_DOSSIER.formatted("g.round_id"),
                        OF_DOSSIER.formatted("i.round_id")))
                .param("dossier", dossier)
                .query(SourceQuery::group)
                .list();
    }

    /**
     * The groups of the whole database that come after a key, in order of their keys, of one entity: as many as may be read
     * together. Empty after the last.
     */
    List<IndexGroup> page(String after) {
        for (IndexEntity entity : IN_ORDER_OF_KEYS) {
            UUID from = after.startsWith(entity.name() + ":")
                    ? IndexGroup.ofKey(after).id()
                    : FIRST;
            if (entity.group(from).key().compareTo(after) >= 0) {
                List<IndexGroup> page = page(entity, from);
                if (!page.isEmpty()) {
                    return page;
                }
            }
        }
        return List.of();
    }

    private List<IndexGroup> page(IndexEntity entity, UUID after) {
        return jdbc.sql("SELECT id FROM %s AND id > :after ORDER BY id LIMIT :limit".formatted(TABLES.get(entity)))
                .paramSource(SqlParameters.of("after", after).and("limit", WEIGHT_OF_PAGE / entity.weight()))
                .query((row, n) -> entity.group(row.getObject("id", UUID.class)))
                .list();
    }

    List<UUID> dossiersOf(RoundId round) {
        return jdbc.sql("""
                SELECT DISTINCT v.dossier_id FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                WHERE rd.round_id = :round
                """)
                .paramSource(SqlParameters.of("round", round))
                .query(UUID.class)
                .list();
    }

    /** Dossiers whose readers changed by the mere passing of time: an invitation began, or a round closed. */
    List<UUID> dossiersTurned(Instant after, Instant until) {
        return jdbc.sql("""
                SELECT dossier_id FROM dossier_grant WHERE valid_from > :after AND valid_from <= :until
                UNION
                SELECT v.dossier_id FROM round r JOIN round_draft rd ON rd.round_id = r.id
                       JOIN draft_version v ON v.id = rd.version_id
                WHERE r.closes_at > :after AND r.closes_at <= :until
                """)
                .paramSource(SqlParameters.of("after", after).and("until", until))
                .query(UUID.class)
                .list();
    }

    List<VersionSource> versions(Collection<UUID> ids) {
        return jdbc.sql("""
                SELECT v.id, v.dossier_id, d.title AS dossier_title, d.kind, u.code AS drafter,
                       v.state = 'PUBLISHED' AS published, %s AS latest,
                       v.file_name, coalesce(v.published_at, v.uploaded_at) AS written_at
                FROM draft_version v JOIN dossier d ON d.id = v.dossier_id LEFT JOIN unit u ON u.id = d.drafter_id
                WHERE v.id = ANY (:ids::uuid[])
                """.formatted(LATEST))
                .paramSource(SqlParameters.of("ids", ids))
                .query((row, n) -> new VersionSource(
                        row.getObject("id", UUID.class),
                        row.getObject("dossier_id", UUID.class),
                        row.getString("dossier_title"),
                        row.getString("kind"),
                        row.getString("drafter"),
                        row.getBoolean("published"),
                        row.getBoolean("latest"),
                        row.getString("file_name"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    List<ThreadSource> threads(Collection<UUID> ids, Instant now) {
        return jdbc.sql("""
                SELECT c.id, c.dossier_id, d.title AS dossier_title, d.kind, %s AS latest, c.text, c.replacement,
                       coalesce((SELECT string_agg(a.text, E'\\n' ORDER BY a.created_at, a.id) FROM comment a
                                 WHERE a.root_id = c.id AND a.id <> c.id AND a.state = 'SENT'), '') AS replies,
                       coalesce(nullif(c.unit_name, ''), c.author_name) AS author, c.author_id, c.unit_id,
                       u.code AS unit, c.state, c.visibility, c.restricted,
                       coalesce(coalesce(r.closed_at, r.closes_at) <= :now, false) AS round_closed,
                       (SELECT string_agg(cr.person_id::text, ',' ORDER BY cr.person_id) FROM comment_reader cr
                        WHERE cr.comment_id = c.id) AS readers,
                       coalesce(c.sent_at, c.created_at) AS written_at
                FROM comment c JOIN dossier d ON d.id = c.dossier_id LEFT JOIN unit u ON u.id = c.unit_id
                     LEFT JOIN round r ON r.id = c.round_id LEFT JOIN draft_version v ON v.id = c.version_id
                WHERE c.id = ANY (:ids::uuid[]) AND c.id = c.root_id AND c.state <> 'WITHDRAWN'
                """.formatted(LATEST))
                .paramSource(SqlParameters.of("ids", ids).and("now", now))
                .query(SourceQuery::thread)
                .list();
    }

    List<AnswerSource> answers(Collection<UUID> groups, Instant now) {
        return jdbc.sql("""
                SELECT p.id, p.group_id, d.id AS dossier_id, d.title AS dossier_title, d.kind, %s AS latest, g.answer,
                       p.text AS opinion, p.outcome, p.unit_id, p.person_id, u.code AS unit, p.restricted,
                       coalesce(r.closed_at, r.closes_at) <= :now AS round_closed,
                       r.announced_at IS NOT NULL AS announced, p.created_at AS written_at
                FROM point p JOIN issue_group g ON g.id = p.group_id JOIN round r ON r.id = p.round_id
                     JOIN draft_version v ON v.id = coalesce(p.version_id, %s)
                     JOIN dossier d ON d.id = v.dossier_id LEFT JOIN unit u ON u.id = p.unit_id
                WHERE p.group_id = ANY (:groups::uuid[]) AND g.answer <> ''
                """.formatted(LATEST, FIRST_DRAFT))
                .paramSource(SqlParameters.of("groups", groups).and("now", now))
                .query(SourceQuery::answer)
                .list();
    }

    List<LetterSource> letters(Collection<UUID> replies, Instant now) {
        return jdbc.sql("""
                SELECT rp.id, d.id AS dossier_id, d.title AS dossier_title, d.kind, %s AS latest,
                       l.number, l.dated AS date, rp.note, i.unit_id, i.person_id, u.code AS unit,
                       coalesce(u.name, trim(p.salutation || ' ' || p.name)) AS sender, rp.state = 'SENT' AS sent,
                       coalesce(r.closed_at, r.closes_at) <= :now AS round_closed,
                       coalesce(rp.sent_at, r.opens_at) AS written_at
                FROM reply rp JOIN letter l ON l.id = rp.letter_id JOIN invitee i ON i.id = rp.invitee_id
                     JOIN round r ON r.id = i.round_id JOIN draft_version v ON v.id = %s JOIN dossier d ON d.id = v.dossier_id
                     LEFT JOIN unit u ON u.id = i.unit_id LEFT JOIN person p ON p.id = i.person_id
                WHERE rp.id = ANY (:replies::uuid[]) AND l.number <> '' AND rp.state <> 'REPLACED'
                """.formatted(LATEST, FIRST_DRAFT))
                .paramSource(SqlParameters.of("replies", replies).and("now", now))
                .query(SourceQuery::letter)
                .list();
    }

    private static LetterSource letter(ResultSet row, int n) throws SQLException {
        return new LetterSource(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_title"),
                row.getString("kind"),
                row.getBoolean("latest"),
                row.getString("number"),
                row.getObject("date", LocalDate.class),
                row.getString("note"),
                row.getString("sender"),
                row.getObject("unit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("unit"),
                row.getBoolean("sent"),
                row.getBoolean("round_closed"),
                row.getTimestamp("written_at").toInstant());
    }

    private static IndexGroup group(ResultSet row, int n) throws SQLException {
        return IndexEntity.valueOf(row.getString("entity")).group(row.getObject("id", UUID.class));
    }

    private static ThreadSource thread(ResultSet row, int n) throws SQLException {
        String readers = row.getString("readers");
        return new ThreadSource(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_title"),
                row.getString("kind"),
                row.getBoolean("latest"),
                row.getString("text"),
                row.getString("replacement"),
                row.getString("replies"),
                row.getString("author"),
                row.getObject("author_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit"),
                row.getString("state"),
                row.getString("visibility"),
                row.getBoolean("restricted"),
                row.getBoolean("round_closed"),
                readers == null
                        ? Set.of()
                        : Arrays.stream(readers.split(","))
                                .map(UUID::fromString)
                                .collect(Collectors.toSet()),
                row.getTimestamp("written_at").toInstant());
    }

    private static AnswerSource answer(ResultSet row, int n) throws SQLException {
        return new AnswerSource(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_title"),
                row.getString("kind"),
                row.getBoolean("latest"),
                row.getString("answer"),
                row.getString("opinion"),
                row.getString("outcome"),
                row.getObject("unit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("unit"),
                row.getBoolean("restricted"),
                row.getBoolean("round_closed"),
                row.getBoolean("announced"),
                row.getTimestamp("written_at").toInstant());
    }
}
