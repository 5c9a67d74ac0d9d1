package vn.gopy.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionName;
import vn.gopy.opinion.CommentAccess;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.SqlParameters;
import vn.gopy.shared.VersionNumber;

/** Reads what lies on a desk, with the address of each thing. */
@Repository
class DeskQuery {

    private static final int MOST_NEWS = 8;
    private static final int MOST_UNCHECKED = 6;
    private static final int MOST_READABLE = 5;
    private static final int LONGEST_EXCERPT = 140;

    /**
     * An opinion {@code c} with its dossier and where one reads it: on its own version, or, about the whole dossier, on the
     * latest that is published.
     */
    private static final String PLACED = """
            FROM comment c JOIN dossier d ON d.id = c.dossier_id LEFT JOIN draft_version v ON v.id = c.version_id
                 LEFT JOIN series of ON of.id = v.series_id CROSS JOIN LATERAL (
                     SELECT coalesce(of.role, 'MAIN') AS role,
                            CASE WHEN of.role <> 'MAIN' THEN of.ordinal ELSE 0 END AS place,
                            coalesce(v.ordinal, max(l.ordinal)) AS ordinal
                     FROM draft_version l JOIN series s ON s.id = l.series_id
                     WHERE v.id IS NULL AND l.dossier_id = d.id AND s.role = 'MAIN' AND l.state = 'PUBLISHED') read_on
            """;

    private static final String READABLE =
            "(v.id IS NULL OR " + DossierAccess.VISIBLE + ") AND " + DossierAccess.READABLE;

    /**
     * First opinions that may be told to somebody who is not of the secretariat: without it each of all opinions would be
     * asked for its readers until enough are found.
     */
    private static final String PERHAPS = """
            c.id IN (SELECT id FROM comment WHERE author_id = :asker
                     UNION ALL SELECT id FROM comment WHERE unit_id = ANY (:units::uuid[])
                     UNION ALL SELECT comment_id FROM comment_reader WHERE person_id = :asker
                     UNION ALL SELECT id FROM comment WHERE :inGroup AND visibility = 'GROUP'
                     UNION ALL SELECT k.id FROM comment k JOIN round r ON r.id = k.round_id WHERE :chair AND %s)
            """.formatted(CommentAccess.CLOSED);

    private final JdbcClient jdbc;

    DeskQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Desk.Task.Unsent> unsent(Person asker, Instant now) {
        return jdbc.sql("SELECT d.id, d.title, read_on.*, count(*) AS number " + PLACED + """
                WHERE c.state = 'UNSENT' AND c.author_id = :asker AND %s
                GROUP BY d.id, d.title, read_on.role, read_on.place, read_on.ordinal ORDER BY max(c.created_at) DESC, d.id
                """.formatted(READABLE))
                .paramSource(DossierAccess.parameters(asker, now))
                .query((row, n) -> new Desk.Task.Unsent(path(row), row.getString("title"), row.getInt("number")))
                .list();
    }

    List<Desk.Task.ToSupplement> supplements(Person asker, Instant now) {
        return jdbc.sql("""
                SELECT d.id, d.title, read_on.*, max(c.unit_name) AS unit, count(*) AS number
                """ + PLACED + """
                WHERE c.state = 'UNIT_DRAFT' AND c.unit_id = ANY (:heads::uuid[]) AND %s AND EXISTS (
                      SELECT FROM invitee i JOIN reply rp ON rp.invitee_id = i.id AND rp.state = 'SENT'
                           JOIN round r ON r.id = i.round_id AND r.locked_at IS NULL AND r.announced_at IS NULL
                           JOIN round_draft rd ON rd.round_id = r.id JOIN draft_version w ON w.id = rd.version_id
                      WHERE i.unit_id = c.unit_id
                        AND (w.id = c.version_id OR (c.version_id IS NULL AND w.dossier_id = c.dossier_id)))
                GROUP BY d.id, d.title, read_on.role, read_on.place, read_on.ordinal, c.unit_id ORDER BY max(c.created_at) DESC, d.id
                """.formatted(READABLE))
                .paramSource(DossierAccess.parameters(asker, now).and("heads", asker.headed()))
                .query((row, n) -> new Desk.Task.ToSupplement(
                        path(row), row.getString("title"), row.getString("unit"), row.getInt("number")))
                .list();
    }

    /** All that wait for a check, the latest of them by name. */
    Optional<Desk.Task.ToCheck> toCheck(Person asker, Instant now) {
        AtomicInteger waiting = new AtomicInteger();
        List<Desk.Unchecked> latest = jdbc.sql("SELECT " + VersionName.COLUMNS + """
                , d.id, d.number, d.title, count(*) OVER ()::int AS waiting
                FROM draft_version v JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                WHERE v.state = 'REVIEW' AND (v.uploaded_by = :asker OR d.owner_id = :asker) AND %s
                ORDER BY v.uploaded_at DESC, v.id DESC LIMIT :most
                """.formatted(DossierAccess.READABLE))
                .paramSource(DossierAccess.parameters(asker, now).and("most", MOST_UNCHECKED))
                .query((row, n) -> {
                    waiting.set(row.getInt("waiting"));
                    VersionName name = VersionName.of(row);
                    return new Desk.Unchecked(
                            Addresses.check(dossier(row), name.number()), code(row), row.getString("title"), name);
                })
                .list();
        return latest.isEmpty() ? Optional.empty() : Optional.of(new Desk.Task.ToCheck(waiting.get(), latest));
    }

    List<Desk.Readable> readable(Person asker, Instant now) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT DISTINCT ON (d.id) d.id, d.number, d.title, v.ordinal, v.published_at
                    FROM draft_version v JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                    WHERE v.state = 'PUBLISHED' AND s.role = 'MAIN' AND %s
                    ORDER BY d.id, v.ordinal DESC) latest
                ORDER BY published_at DESC, number DESC LIMIT :most
                """.formatted(DossierAccess.READABLE))
                .paramSource(DossierAccess.parameters(asker, now).and("most", MOST_READABLE))
                .query((row, n) -> new Desk.Readable(
                        Addresses.draft(dossier(row), VersionNumber.main(row.getInt("ordinal"))),
                        code(row),
                        row.getString("title"),
                        row.getInt("ordinal"),
                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    private static String code(ResultSet row) throws SQLException {
        return Dossier.code(row.getInt("number"));
    }

    List<Desk.News> news(Person asker, Instant now) {
        return jdbc.sql("""
                SELECT d.id, d.title, read_on.*, m.author_name, m.unit_name, m.text, m.replacement, m.sent_at, p.body,
                       p.path
                """ + PLACED
                        + """
                     JOIN comment m ON m.root_id = c.id LEFT JOIN provision p ON p.id = c.provision_id
                WHERE m.state = 'SENT' AND m.author_id <> :asker AND %s AND %s AND %s AND %s
                ORDER BY m.sent_at DESC, m.id DESC LIMIT :most
                """.formatted(
                                        asker.is(Role.SECRETARIAT) ? "true" : PERHAPS,
                                        CommentAccess.IN_THREAD,
                                        CommentAccess.VISIBLE,
                                        READABLE))
                .paramSource(CommentAccess.parameters(asker, now).and("most", MOST_NEWS))
                .query((row, n) -> news(row))
                .list();
    }

    /** @param ended a visit that was last renewed before this is over */
    Optional<Instant> visit(PersonId person, Instant now, Instant ended) {
        return jdbc.sql("""
                INSERT INTO desk_visit AS v (person_id, latest) VALUES (:person, :now)
                ON CONFLICT (person_id) DO UPDATE
                SET previous = CASE WHEN v.latest < :ended THEN v.latest ELSE v.previous END,
                    latest = greatest(v.latest, excluded.latest)
                RETURNING previous
                """)
                .paramSource(SqlParameters.of("person", person).and("now", now).and("ended", ended))
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("previous")).map(Timestamp::toInstant))
                .single();
    }

    private static Desk.News news(ResultSet row) throws SQLException {
        String body = row.getString("body");
        String text = row.getString("text");
        String unit = row.getString("unit_name");
        return new Desk.News(
                path(row, body == null ? Addresses.WHOLE_DOSSIER : Addresses.anchor(body, row.getString("path"))),
                unit.isEmpty() ? row.getString("author_name") : unit,
                Excerpt.of(text.isEmpty() ? row.getString("replacement") : text, LONGEST_EXCERPT),
                row.getString("title"),
                row.getTimestamp("sent_at").toInstant());
    }

    private static String path(ResultSet row) throws SQLException {
        VersionName name = VersionName.of(row);
        return name.ordinal() == 0 ? Addresses.dossier(dossier(row)) : Addresses.draft(dossier(row), name.number());
    }

    private static String path(ResultSet row, String anchor) throws SQLException {
        VersionName name = VersionName.of(row);
        return name.ordinal() == 0
                ? Addresses.dossier(dossier(row))
                : Addresses.place(dossier(row), name.number(), anchor);
    }

    private static DossierId dossier(ResultSet row) throws SQLException {
        return new DossierId(row.getObject("id", UUID.class));
    }
}
