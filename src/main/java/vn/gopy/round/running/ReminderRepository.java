package vn.gopy.round.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.round.Deadlines;
import vn.gopy.round.InviteeId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

/** What reminds is stored before anybody is told: whose row is not taken has been reminded by another already. */
@Repository
class ReminderRepository {

    private final JdbcClient jdbc;

    ReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the invitees who were not reminded by hand on this day yet, and are from now on. */
    Set<InviteeId> remind(Collection<InviteeId> invitees, LocalDate day, PersonId by, Instant now) {
        return jdbc
                .sql("""
                INSERT INTO reminder (id, invitee_id, kind, day, by_id, at)
                SELECT t.id, t.invitee, 'HAND', :day, :by, :now
                FROM unnest(:ids::uuid[], :invitees::uuid[]) AS t (id, invitee) ORDER BY t.invitee
                ON CONFLICT (invitee_id, day) WHERE kind = 'HAND' DO NOTHING
                RETURNING invitee_id
                """)
                .paramSource(SqlParameters.of("ids", ids(invitees.size()))
                        .and("invitees", invitees)
                        .and("day", day)
                        .and("by", by)
                        .and("now", now))
                .query((row, n) -> new InviteeId(row.getObject("invitee_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void called(InviteeId invitee, LocalDate day, String note, PersonId by, Instant now) {
        jdbc.sql("""
                INSERT INTO reminder (id, invitee_id, kind, day, note, by_id, at)
                VALUES (:id, :invitee, 'CALL', :day, :note, :by, :now)
                """)
                .paramSource(SqlParameters.of("id", Ids.next())
                        .and("invitee", invitee)
                        .and("day", day)
                        .and("note", note)
                        .and("by", by)
                        .and("now", now))
                .update();
    }

    /** The reminders of all invitees of a round, the latest first. */
    List<Reminder> of(RoundId round) {
        return jdbc.sql("""
                SELECT r.invitee_id, r.kind, coalesce(trim(p.salutation || ' ' || p.name), '') AS by_name,
                       coalesce(r.days_before, 0) AS days_before, r.note, r.at
                FROM reminder r JOIN invitee i ON i.id = r.invitee_id LEFT JOIN person p ON p.id = r.by_id
                WHERE i.round_id = :round ORDER BY r.at DESC, r.id DESC
                """)
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> new Reminder(
                        new InviteeId(row.getObject("invitee_id", UUID.class)),
                        Reminder.Kind.valueOf(row.getString("kind")),
                        row.getString("by_name"),
                        row.getInt("days_before"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The round in which the invitee is asked. */
    Optional<RoundId> roundOf(InviteeId invitee) {
        return jdbc.sql("SELECT round_id FROM invitee WHERE id = :invitee")
                .paramSource(SqlParameters.of("invitee", invitee))
                .query((row, n) -> new RoundId(row.getObject("round_id", UUID.class)))
                .optional();
    }

    /** One whose deadline is to come and who has not answered. */
    record Silent(Recipients.Asked asked, Instant opens, Instant deadline) {}

    /** All of them in rounds that have opened and are not locked, with a deadline before the given moment. */
    List<Silent> silent(Instant now, Instant before) {
        return jdbc.sql("""
                SELECT i.id, i.unit_id, i.person_id, r.opens_at, %1$s AS deadline
                FROM invitee i JOIN round r ON r.id = i.round_id
                WHERE r.opens_at <= :now AND r.locked_at IS NULL AND r.announced_at IS NULL
                  AND i.invited AND i.classified_at IS NULL AND %1$s > :now AND %1$s < :before
                  AND NOT EXISTS (SELECT FROM reply_for rf JOIN reply rp ON rp.id = rf.reply_id
                                  WHERE rf.invitee_id = i.id AND rf.replaced_by IS NULL AND rp.sent_at IS NOT NULL)
                ORDER BY i.id
                """.formatted(Deadlines.OF_INVITEE))
                .paramSource(SqlParameters.of("now", now).and("before", before))
                .query((row, n) -> new Silent(
                        new Recipients.Asked(row.getObject("id", UUID.class), unit(row), person(row)),
                        row.getTimestamp("opens_at").toInstant(),
                        row.getTimestamp("deadline").toInstant()))
                .list();
    }

    /** A reminder that is due: so many working days before this deadline. */
    record Due(UUID invitee, Instant deadline, int daysBefore) {}

    /** Those of the due ones that nobody has taken yet, and that are taken from now on. */
    Set<UUID> take(Collection<Due> due, LocalDate day, Instant now) {
        return jdbc
                .sql("""
                INSERT INTO reminder (id, invitee_id, kind, day, deadline, days_before, at)
                SELECT t.id, t.invitee, 'SET', :day, t.deadline, t.days, :now
                FROM unnest(:ids::uuid[], :invitees::uuid[], :deadlines::timestamptz[], :days::int[])
                     AS t (id, invitee, deadline, days) ORDER BY t.invitee
                ON CONFLICT (invitee_id, deadline, days_before) WHERE kind = 'SET' DO NOTHING
                RETURNING invitee_id
                """)
                .paramSource(SqlParameters.of("ids", ids(due.size()))
                        .and("invitees", due.stream().map(Due::invitee).toList())
                        .and("deadlines", due.stream().map(Due::deadline).toList())
                        .and("days", due.stream().map(Due::daysBefore).toList())
                        .and("day", day)
                        .and("now", now))
                .query((row, n) -> row.getObject("invitee_id", UUID.class))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static @Nullable UnitId unit(ResultSet row) throws SQLException {
        UUID id = row.getObject("unit_id", UUID.class);
        return id == null ? null : new UnitId(id);
    }

    private static @Nullable PersonId person(ResultSet row) throws SQLException {
        UUID id = row.getObject("person_id", UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static List<UUID> ids(int number) {
        return Stream.generate(Ids::next).limit(number).toList();
    }
}
