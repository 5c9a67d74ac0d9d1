package vn.gopy.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.shared.SqlParameters;

@Repository
class NoticeRepository {

    /** So long a notice may be on its way to the mail server; afterwards whoever took it is taken for dead. */
    static final Duration LONGEST_CLAIM = Duration.ofMinutes(10);

    /** True where the person of {@code t} does not want to be told of the kind. */
    private static final String UNWANTED = """
            EXISTS (SELECT FROM notice_choice c
                    WHERE c.person_id = %s AND c.kind = :kind AND c.way = 'NONE')""";

    /** True for a notice {@code n} that is to be mailed now, as its person has chosen. */
    private static final String MAILABLE = """
            n.mailed_at IS NULL AND NOT EXISTS (
                SELECT FROM notice_choice c WHERE c.person_id = n.person_id AND c.kind = n.kind
                AND (c.way IN ('PRODUCT', 'NONE') OR (c.way = 'DAILY' AND n.updated_at >= :daily)))""";

    private final JdbcClient jdbc;

    NoticeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The notice about the subject that was neither read nor mailed yet, nor is being mailed; it takes what is new. */
    Optional<NoticeId> open(PersonId person, String kind, UUID subject, Instant now) {
        return jdbc.sql("""
                UPDATE notice SET updated_at = :now
                WHERE person_id = :person AND kind = :kind AND subject_id = :subject
                  AND read_at IS NULL AND mailed_at IS NULL
                  AND (mail_claimed_at IS NULL OR mail_claimed_at <= :forgotten)
                RETURNING id
                """)
                .paramSource(SqlParameters.of("person", person)
                        .and("kind", kind)
                        .and("subject", subject)
                        .and("now", now)
                        .and("forgotten", now.minus(LONGEST_CLAIM)))
                .query((row, n) -> new NoticeId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Whether the person wants to be told of the kind, and so has the notice now. */
    boolean add(NoticeId id, PersonId person, String kind, UUID subject, Instant now) {
        return jdbc.sql("""
                INSERT INTO notice (id, person_id, kind, subject_id, created_at, updated_at)
                SELECT :id, :person, :kind, :subject, :now, :now WHERE NOT""" + " " + UNWANTED.formatted(":person"))
                        .paramSource(SqlParameters.of("id", id)
                                .and("person", person)
                                .and("kind", kind)
                                .and("subject", subject)
                                .and("now", now))
                        .update()
                == 1;
    }

    /** A notice about to be told. */
    record Told(NoticeId id, PersonId person, UUID subject) {}

    /** Adds to notices of the kind that are {@link #open}, and makes one where there is none. */
    void tell(Collection<Told> told, String kind, Instant now) {
        jdbc.sql("""
                WITH told AS (
                         SELECT * FROM unnest(:ids::uuid[], :people::uuid[], :subjects::uuid[]) AS t (id, person, subject)),
                     added AS (
                         UPDATE notice n SET updated_at = :now FROM told t
                         WHERE n.person_id = t.person AND n.kind = :kind AND n.subject_id = t.subject
                           AND n.read_at IS NULL AND n.mailed_at IS NULL
                           AND (n.mail_claimed_at IS NULL OR n.mail_claimed_at <= :forgotten)
                         RETURNING n.person_id, n.subject_id)
                INSERT INTO notice (id, person_id, kind, subject_id, created_at, updated_at)
                SELECT t.id, t.person, :kind, t.subject, :now, :now FROM told t
                WHERE NOT EXISTS (SELECT FROM added a WHERE a.person_id = t.person AND a.subject_id = t.subject)
                  AND NOT""" + " " + UNWANTED.formatted("t.person"))
                .paramSource(SqlParameters.of("ids", told.stream().map(Told::id).toList())
                        .and("people", told.stream().map(Told::person).toList())
                        .and("subjects", told.stream().map(Told::subject).toList())
                        .and("kind", kind)
                        .and("now", now)
                        .and("forgotten", now.minus(LONGEST_CLAIM)))
                .update();
    }

    List<Notice> of(PersonId person, int limit) {
        return jdbc.sql("SELECT * FROM notice WHERE person_id = :person ORDER BY updated_at DESC, id DESC LIMIT :limit")
                .paramSource(SqlParameters.of("person", person).and("limit", limit))
                .query((row, n) -> notice(row))
                .list();
    }

    List<Notice> unread(PersonId person, int limit) {
        return jdbc.sql("""
                SELECT * FROM notice WHERE person_id = :person AND read_at IS NULL
                ORDER BY updated_at DESC, id DESC LIMIT :limit
                """)
                .paramSource(SqlParameters.of("person", person).and("limit", limit))
                .query((row, n) -> notice(row))
                .list();
    }

    void read(PersonId person, Collection<NoticeId> ids, Instant now) {
        jdbc.sql("""
                UPDATE notice SET read_at = :now
                WHERE person_id = :person AND id = ANY (:ids::uuid[]) AND read_at IS NULL
                """)
                .paramSource(SqlParameters.of("person", person).and("ids", ids).and("now", now))
                .update();
    }

    void forget(String kind, UUID subject) {
        jdbc.sql("DELETE FROM notice WHERE kind = :kind AND subject_id = :subject")
                .paramSource(SqlParameters.of("kind", kind).and("subject", subject))
                .update();
    }

    /**
     * People with notices that no mail has told yet.
     *
     * @param daily when the mails of this day, or of the day before, were due for those who want one a day
     */
    List<PersonId> toBeMailed(Instant daily) {
        return jdbc.sql("SELECT DISTINCT n.person_id FROM notice n WHERE " + MAILABLE + " ORDER BY n.person_id")
                .paramSource(SqlParameters.of("daily", daily))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** The person's notices that no mail has told yet, oldest first; nobody else takes them until they are settled. */
    List<Notice> claim(PersonId person, Instant now, Instant daily, Instant forgotten) {
        return jdbc.sql("""
                WITH taken AS (
                    UPDATE notice n SET mail_claimed_at = :now
                    WHERE n.person_id = :person AND %s
                      AND (n.mail_claimed_at IS NULL OR n.mail_claimed_at <= :forgotten)
                    RETURNING *)
                SELECT * FROM taken ORDER BY updated_at, id
                """.formatted(MAILABLE))
                .paramSource(SqlParameters.of("person", person)
                        .and("now", now)
                        .and("daily", daily)
                        .and("forgotten", forgotten))
                .query((row, n) -> notice(row))
                .list();
    }

    /** The server did not take the mail: the next run tries again. */
    void release(Collection<NoticeId> ids) {
        jdbc.sql("UPDATE notice SET mail_claimed_at = NULL WHERE id = ANY (:ids::uuid[])")
                .paramSource(SqlParameters.of("ids", ids))
                .update();
    }

    void mailed(Collection<NoticeId> ids, Instant now) {
        jdbc.sql("UPDATE notice SET mailed_at = :now, mail_claimed_at = NULL WHERE id = ANY (:ids::uuid[])")
                .paramSource(SqlParameters.of("ids", ids).and("now", now))
                .update();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Notice(
                new NoticeId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                row.getTimestamp("updated_at").toInstant(),
                read == null ? null : read.toInstant());
    }
}
