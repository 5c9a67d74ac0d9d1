package vn.gopy.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

/**
 * Invitees and their replies. Who changes a reply locks its invitee first ({@link #locked}), and before that the round;
 * the guards in the updates hold even where somebody forgets.
 */
@Repository
class ReplyRepository {

    private static final String INVITEES = """
            SELECT i.id, i.round_id, i.unit_id, i.person_id, coalesce(u.code, p.username, p.id::text) AS key,
                   i.name, i.post, i.person_group, i.invited, i.closes_at, i.opened_at, i.classified_at,
                   EXISTS (SELECT FROM deadline_extension e WHERE e.round_id = i.round_id AND e.invitee_id = i.id) AS extended,
                   EXISTS (SELECT FROM time_request t WHERE t.invitee_id = i.id AND t.decided_at IS NULL) AS asks_time
            FROM invitee i LEFT JOIN unit u ON u.id = i.unit_id LEFT JOIN person p ON p.id = i.person_id
            """;

    /**
     * A reply {@code rp} as that of an invitee {@code i} for whom it answers, with its positions as they count for that
     * invitee, one array for drafts and one for positions. What one of two has replaced is still sent for the other.
     */
    private static final String REPLIES = """
            SELECT rp.id, rp.version, rf.invitee_id, rp.capacity,
                   CASE WHEN rp.state = 'REPLACED' AND rf.replaced_by IS NULL THEN 'SENT' ELSE rp.state END AS state,
                   rp.note, rp.entered_by, rp.sent_by, rp.sent_at, rp.letter_follows, rp.awaits, rf.late, coalesce(l.number, '') AS letter_number,
                   l.dated AS letter_date, coalesce(l.signed_name, '') AS signed_name, said.drafts, said.positions
            FROM reply rp JOIN reply_for rf ON rf.reply_id = rp.id JOIN invitee i ON i.id = rf.invitee_id
                 JOIN round r ON r.id = i.round_id
                 LEFT JOIN letter l ON l.id = rp.letter_id
                 CROSS JOIN LATERAL (
                     SELECT array_agg(x.version_id::text ORDER BY rd.ordinal) AS drafts,
                            array_agg(CASE WHEN x.position = 'AGREE' AND %s THEN 'AGREE_WITH' ELSE x.position END
                                      ORDER BY rd.ordinal) AS positions
                     FROM reply_position x JOIN round_draft rd ON rd.round_id = r.id AND rd.version_id = x.version_id
                          JOIN draft_version asked ON asked.id = x.version_id
                     WHERE x.reply_id = rp.id) said
            """;

    private final JdbcClient jdbc;
    private final String replies;

    ReplyRepository(JdbcClient jdbc, SentOpinions opinions) {
        this.jdbc = jdbc;
        this.replies = REPLIES.formatted(opinions.onDraftOfPosition());
    }

    /** Takes a unit onto the board that was not asked; false where it stands there. */
    boolean addBeside(RoundId round, UnitId unit) {
        return jdbc.sql("""
                INSERT INTO invitee (id, round_id, unit_id, name, person_group, ordinal, invited)
                SELECT :id, :round, u.id, u.name, :group,
                       (SELECT coalesce(max(ordinal), 0) + 1 FROM invitee WHERE round_id = :round), false
                FROM unit u WHERE u.id = :unit
                ON CONFLICT DO NOTHING
                """)
                        .paramSource(SqlParameters.of("id", InviteeId.next())
                                .and("round", round)
                                .and("unit", unit)
                                .and("group", Invitee.Group.UNIT))
                        .update()
                == 1;
    }

    List<Invitee> invitees(RoundId round) {
        return invitees(List.of(round), null);
    }

    /**
     * The invitees of several rounds, those of a round in the order in which they were asked.
     *
     * @param own whose own invitations, and those of whose units, alone are wanted; null for all
     */
    List<Invitee> invitees(Collection<RoundId> rounds, @Nullable Person own) {
        return jdbc.sql(INVITEES + of(own) + " ORDER BY i.round_id, i.ordinal, i.id")
                .paramSource(of(rounds, own))
                .query((row, n) -> invitee(row))
                .list();
    }

    private static String of(@Nullable Person own) {
        return "WHERE i.round_id = ANY (:rounds::uuid[])"
                + (own == null ? "" : " AND (i.person_id = :person OR i.unit_id = ANY (:units::uuid[]))");
    }

    private static SqlParameters of(Collection<RoundId> rounds, @Nullable Person own) {
        SqlParameters parameters = SqlParameters.of("rounds", rounds);
        return own == null ? parameters : parameters.and("person", own.id()).and("units", own.units());
    }

    /**
     * The person's invitation; without one the first of these units. Of one unit it is asked with every opinion, in words for
     * which the database keeps a plan: it plans for longer than it looks.
     */
    Optional<Invitee> invitation(RoundId round, @Nullable PersonId person, List<UnitId> units) {
        String theirs = units.size() > 1 ? "ANY (:units::uuid[])" : "(:units::uuid[])[1]";
        return jdbc.sql(INVITEES + "WHERE i.round_id = :round AND (i.person_id = :person OR i.unit_id = " + theirs
                        + ") ORDER BY i.person_id IS NULL, i.ordinal, i.id LIMIT 1")
                .paramSource(
                        SqlParameters.of("round", round).and("person", person).and("units", units))
                .query((row, n) -> invitee(row))
                .optional();
    }

    /**
     * The invitee with this key as it is now. Until the transaction ends nobody else changes it or its reply; the round
     * has to be locked before.
     */
    Optional<Invitee> locked(RoundId round, String key) {
        return jdbc.sql(INVITEES + """
                WHERE i.round_id = :round AND coalesce(u.code, p.username, p.id::text) = :key
                ORDER BY i.unit_id IS NULL LIMIT 1 FOR UPDATE OF i
                """)
                .paramSource(SqlParameters.of("round", round).and("key", key))
                .query((row, n) -> invitee(row))
                .optional();
    }

    Optional<Reply> current(InviteeId invitee) {
        return jdbc.sql(replies + "WHERE rf.invitee_id = :invitee AND rf.replaced_by IS NULL")
                .paramSource(SqlParameters.of("invitee", invitee))
                .query((row, n) -> reply(row))
                .optional();
    }

    /** The same, which nobody else changes until the transaction ends: two invitees may have one reply. */
    Optional<Reply> held(InviteeId invitee) {
        jdbc.sql("""
                SELECT rp.id FROM reply rp JOIN reply_for rf ON rf.reply_id = rp.id
                WHERE rf.invitee_id = :invitee AND rf.replaced_by IS NULL FOR UPDATE OF rp
                """)
                .paramSource(SqlParameters.of("invitee", invitee))
                .query((row, n) -> true)
                .list();
        return current(invitee);
    }

    /** The present replies of such invitees, one for each who has one. */
    List<Reply> current(Collection<RoundId> rounds, @Nullable Person own) {
        return jdbc.sql(replies + of(own) + " AND rf.replaced_by IS NULL")
                .paramSource(of(rounds, own))
                .query((row, n) -> reply(row))
                .list();
    }

    /** Stores a reply of which nothing was stored before. One that nobody had begun is version 0; it is 1 when it is there. */
    void add(Reply reply) {
        jdbc.sql("""
                INSERT INTO reply (id, version, invitee_id, state, capacity, note, entered_by)
                VALUES (:id, :version, :invitee, :state, :capacity, :note, :enteredBy)
                """)
                .paramSource(parameters(reply)
                        .and("version", Math.max(1, reply.version()))
                        .and("invitee", reply.inviteeId())
                        .and("capacity", reply.capacity()))
                .update();
        answersFor(reply.id(), reply.inviteeId(), false);
    }

    /** The reply answers for this invitee, who has no other one. */
    void answersFor(ReplyId reply, InviteeId invitee, boolean late) {
        jdbc.sql("INSERT INTO reply_for (reply_id, invitee_id, late) VALUES (:reply, :invitee, :late)")
                .paramSource(
                        SqlParameters.of("reply", reply).and("invitee", invitee).and("late", late))
                .update();
    }

    /** Stores the next state of a reply that is not sent; false when it was sent or changed since it was read. */
    boolean update(Reply next) {
        Reply.@Nullable Sending sending = next instanceof Reply.Sent sent ? sent.sending() : null;
        SqlParameters all = parameters(next)
                .and("invitee", next.inviteeId())
                .and("capacity", next.capacity())
                .and("version", next.version())
                .and("awaits", next instanceof Reply.Submitted waiting ? waiting.awaits() : null)
                .and("sentBy", sending == null ? null : sending.by())
                .and("sentAt", sending == null ? null : sending.at())
                .and("late", next.late());
        boolean done = jdbc.sql("""
                UPDATE reply SET state = :state, capacity = :capacity, note = :note, entered_by = :enteredBy,
                                 sent_by = :sentBy, sent_at = :sentAt, awaits = :awaits, version = version + 1
                WHERE id = :id AND version = :version AND state NOT IN ('SENT', 'REPLACED')
                """).paramSource(all).update() == 1;
        if (done && next.late()) {
            jdbc.sql("UPDATE reply_for SET late = :late WHERE reply_id = :id AND invitee_id = :invitee")
                    .paramSource(all)
                    .update();
        }
        return done;
    }

    private static SqlParameters parameters(Reply reply) {
        return SqlParameters.of("id", reply.id())
                .and("state", reply.state())
                .and("note", reply.note())
                .and("enteredBy", reply.content().enteredBy());
    }

    void position(ReplyId reply, VersionId draft, Position position) {
        jdbc.sql("""
                INSERT INTO reply_position (reply_id, version_id, position) VALUES (:reply, :draft, :position)
                ON CONFLICT (reply_id, version_id) DO UPDATE SET position = :position
                """)
                .paramSource(
                        SqlParameters.of("reply", reply).and("draft", draft).and("position", position))
                .update();
    }

    /**
     * Puts the next reply, with nothing in it but the positions and the note of the one before, in the place of a sent one,
     * which stays as it was sent; false when that one was changed since it was read.
     *
     * @param own another invitee for whom it is replaced too, if it answers for that one
     */
    boolean replace(Reply.Succession succession, @Nullable InviteeId own) {
        SqlParameters both = SqlParameters.of("id", succession.before().id())
                .and("version", succession.before().version())
                .and("invitee", succession.before().inviteeId())
                .and("own", own)
                .and("next", succession.next().id());
        boolean done = jdbc.sql("""
                UPDATE reply SET state = CASE WHEN invitee_id = :invitee THEN 'REPLACED' ELSE state END,
                                 version = version + 1
                WHERE id = :id AND version = :version AND state IN ('SENT', 'REPLACED')
                """).paramSource(both).update() == 1;
        if (done) {
            jdbc.sql("""
                    UPDATE reply_for SET replaced_by = :next
                    WHERE reply_id = :id AND replaced_by IS NULL AND (invitee_id = :invitee OR invitee_id = :own)
                    """).paramSource(both).update();
            add(succession.next());
            jdbc.sql("""
                    INSERT INTO reply_position (reply_id, version_id, position)
                    SELECT :next, version_id, position FROM reply_position WHERE reply_id = :id
                    """).paramSource(both).update();
        }
        return done;
    }

    /** Takes the position on one draft away. */
    void clearPosition(ReplyId reply, VersionId draft) {
        jdbc.sql("DELETE FROM reply_position WHERE reply_id = :reply AND version_id = :draft")
                .paramSource(SqlParameters.of("reply", reply).and("draft", draft))
                .update();
    }

    /** Takes the positions away, when the work on a reply passes to others. */
    void clearPositions(ReplyId reply) {
        jdbc.sql("DELETE FROM reply_position WHERE reply_id = :reply")
                .paramSource(SqlParameters.of("reply", reply))
                .update();
    }

    /** Notes that a letter follows the reply that was just sent; false when it was changed since. */
    boolean letterFollows(Reply sent) {
        return jdbc.sql("""
                UPDATE reply SET letter_follows = true, version = version + 1
                WHERE id = :reply AND version = :version AND state = 'SENT'
                """)
                        .paramSource(SqlParameters.of("reply", sent.id()).and("version", sent.version()))
                        .update()
                == 1;
    }

    /** Sent replies of the round that others have taken the place of, as far as the asker reads them. */
    List<Reply> replaced(RoundId round, Person asker, Instant now) {
        return jdbc.sql(replies + "WHERE i.round_id = :round AND rf.replaced_by IS NOT NULL AND " + ReplyAccess.READABLE
                        + " ORDER BY rp.sent_at, rp.id")
                .paramSource(ReplyAccess.parameters(asker, now).and("round", round))
                .query((row, n) -> reply(row))
                .list();
    }

    /** How many sent replies of the invitee others have taken the place of. */
    int replacedOf(InviteeId invitee) {
        return jdbc.sql("SELECT count(*) FROM reply_for WHERE invitee_id = :invitee AND replaced_by IS NOT NULL")
                .paramSource(SqlParameters.of("invitee", invitee))
                .query(Integer.class)
                .single();
    }

    /**
     * Writes number and date of the letter that carries the reply: of a new one about all drafts of the round, or of the one
     * that it has already. False when the reply was changed since it was read; then the transaction is not to be kept.
     */
    boolean letter(Reply reply, LetterEntry entry) {
        SqlParameters written = SqlParameters.of("reply", reply.id())
                .and("version", reply.version())
                .and("fresh", Ids.next())
                .and("number", entry.number())
                .and("date", entry.date())
                .and("by", entry.by())
                .and("now", entry.at());
        jdbc.sql("""
                INSERT INTO letter (id, number, dated, registered_by, registered_at)
                SELECT coalesce(letter_id, :fresh), :number, :date, :by, :now FROM reply WHERE id = :reply
                ON CONFLICT (id) DO UPDATE SET number = excluded.number, dated = excluded.dated
                """).paramSource(written).update();
        boolean unchanged = jdbc.sql("""
                UPDATE reply SET letter_id = coalesce(letter_id, :fresh), version = version + 1
                WHERE id = :reply AND version = :version
                """).paramSource(written).update() == 1;
        jdbc.sql("""
                INSERT INTO letter_draft (letter_id, version_id)
                SELECT rp.letter_id, rd.version_id
                FROM reply rp JOIN invitee i ON i.id = rp.invitee_id JOIN round_draft rd ON rd.round_id = i.round_id
                WHERE rp.id = :reply AND rp.letter_id IS NOT NULL
                ON CONFLICT DO NOTHING
                """).paramSource(written).update();
        return unchanged;
    }

    /** What is known of a letter when somebody enters it. */
    record LetterEntry(String number, @Nullable LocalDate date, PersonId by, Instant at) {}

    void classified(InviteeId invitee, PersonId by, Instant now) {
        jdbc.sql("UPDATE invitee SET classified_at = :now, classified_by = :by WHERE id = :invitee")
                .paramSource(SqlParameters.of("invitee", invitee).and("by", by).and("now", now))
                .update();
    }

    void extended(InviteeId invitee, Instant until) {
        jdbc.sql("UPDATE invitee SET closes_at = :until WHERE id = :invitee")
                .paramSource(SqlParameters.of("invitee", invitee).and("until", until))
                .update();
    }

    /**
     * Marks the first opening by the person, or by anybody of a unit of the person. A reader waits for nobody: an invitee
     * who is just answering is marked the next time.
     */
    void opened(RoundId round, Person person, Instant now) {
        jdbc.sql("""
                UPDATE invitee SET opened_at = :now WHERE id IN (
                    SELECT id FROM invitee
                    WHERE round_id = :round AND opened_at IS NULL
                      AND (person_id = :person OR unit_id = ANY (:units::uuid[]))
                    ORDER BY id FOR UPDATE SKIP LOCKED)
                """)
                .paramSource(SqlParameters.of("round", round)
                        .and("person", person.id())
                        .and("units", person.units())
                        .and("now", now))
                .update();
    }

    private static Invitee invitee(ResultSet row) throws SQLException {
        UUID unit = row.getObject("unit_id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        return new Invitee(
                new InviteeId(row.getObject("id", UUID.class)),
                new RoundId(row.getObject("round_id", UUID.class)),
                unit == null ? null : new UnitId(unit),
                person == null ? null : new PersonId(person),
                row.getString("key"),
                row.getString("name"),
                row.getString("post"),
                Invitee.Group.valueOf(row.getString("person_group")),
                row.getBoolean("invited"),
                instant(row, "closes_at"),
                row.getBoolean("extended"),
                instant(row, "opened_at"),
                row.getBoolean("asks_time"),
                instant(row, "classified_at"));
    }

    private static Reply reply(ResultSet row) throws SQLException {
        UUID enteredBy = row.getObject("entered_by", UUID.class);
        UUID awaits = row.getObject("awaits", UUID.class);
        var letterDate = row.getDate("letter_date");
        ReplyContent content = new ReplyContent(
                new ReplyId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new InviteeId(row.getObject("invitee_id", UUID.class)),
                Capacity.valueOf(row.getString("capacity")),
                row.getString("note"),
                enteredBy == null ? null : new PersonId(enteredBy),
                row.getString("letter_number"),
                letterDate == null ? null : letterDate.toLocalDate(),
                row.getString("signed_name"),
                positions(row));
        return switch (ReplyState.valueOf(row.getString("state"))) {
            case PREPARING -> new Reply.Prepared(content);
            case SUBMITTED -> new Reply.Submitted(content, awaits == null ? null : new PersonId(awaits));
            case SENT -> new Reply.Sent(content, sending(row));
            case REPLACED -> new Reply.Replaced(content, sending(row));
        };
    }

    private static Reply.Sending sending(ResultSet row) throws SQLException {
        return new Reply.Sending(
                new PersonId(row.getObject("sent_by", UUID.class)),
                row.getTimestamp("sent_at").toInstant(),
                row.getBoolean("late"),
                row.getBoolean("letter_follows"));
    }

    private static Map<VersionId, Position> positions(ResultSet row) throws SQLException {
        Map<VersionId, Position> positions = new LinkedHashMap<>();
        if (row.getArray("drafts") != null) {
            String[] drafts = (String[]) row.getArray("drafts").getArray();
            String[] said = (String[]) row.getArray("positions").getArray();
            for (int n = 0; n < drafts.length; n++) {
                positions.put(new VersionId(UUID.fromString(drafts[n])), Position.valueOf(said[n]));
            }
        }
        return positions;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var stored = row.getTimestamp(column);
        return stored == null ? null : stored.toInstant();
    }
}
