package vn.gopy.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

@Repository
class RoundRepository {

    private static final String ROUNDS = """
            SELECT r.id, r.version, r.title, r.legal_basis, r.opens_at, r.closes_at, r.closed_at, r.locked_at,
                   r.announced_at, r.visibility, r.silence_text, r.letter_number, r.letter_date, r.letter_required,
                   r.consolidator_id, r.approver_id, r.approving_unit_id,
                   ARRAY(SELECT rd.version_id::text FROM round_draft rd WHERE rd.round_id = r.id ORDER BY rd.ordinal)
                       AS drafts
            FROM round r
            """;

    /**
     * True for a round {@code r} that the asker may know of: secretariat, chair, and from the opening its invitees and who
     * approves its table.
     */
    private static final String KNOWN = """
            (:leads OR (r.opens_at <= :now AND (%s
                 OR EXISTS (SELECT FROM invitee i WHERE i.round_id = r.id AND i.invited
                            AND (i.person_id = :asker OR i.unit_id = ANY (:units::uuid[]))))))""".formatted(Approver.APPROVES);

    private final JdbcClient jdbc;
    private final SentOpinions opinions;

    RoundRepository(JdbcClient jdbc, SentOpinions opinions) {
        this.jdbc = jdbc;
        this.opinions = opinions;
    }

    static SqlParameters with(SqlParameters parameters, Approver approver) {
        return parameters
                .and("approver", approver instanceof Approver.Named(PersonId person) ? person : null)
                .and("approvingUnit", approver instanceof Approver.HeadOf(UnitId unit) ? unit : null);
    }

    /** The table of the round is approved by another. */
    void approve(RoundId id, Approver approver) {
        jdbc.sql("""
                UPDATE round SET approver_id = :approver, approving_unit_id = :approvingUnit, version = version + 1
                WHERE id = :id
                """).paramSource(with(SqlParameters.of("id", id), approver)).update();
    }

    /** Whether the round asks this unit or person. */
    boolean asks(RoundId id, @Nullable UnitId unit, @Nullable PersonId person) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM invitee WHERE round_id = :id AND invited
                               AND (unit_id = :unit::uuid OR person_id = :person::uuid))
                """)
                .paramSource(SqlParameters.of("id", id).and("unit", unit).and("person", person))
                .query(Boolean.class)
                .single();
    }

    private static SqlParameters asking(Person asker, Instant now) {
        return Approver.parameters(DossierAccess.parameters(asker, now), asker);
    }

    Optional<Round> known(RoundId id, Person asker, Instant now) {
        return jdbc.sql(ROUNDS + "WHERE r.id = :id AND :readsContent AND " + KNOWN)
                .paramSource(asking(asker, now).and("id", id))
                .query((row, n) -> round(row))
                .optional();
    }

    List<Round> known(Person asker, Instant now) {
        return jdbc.sql(ROUNDS + "WHERE :readsContent AND " + KNOWN + " ORDER BY r.closes_at DESC, r.id")
                .paramSource(asking(asker, now))
                .query((row, n) -> round(row))
                .list();
    }

    /** Those of the rounds that the asker may know of. */
    List<Round> known(Collection<RoundId> ids, Person asker, Instant now) {
        return jdbc.sql(ROUNDS + "WHERE r.id = ANY (:ids::uuid[]) AND :readsContent AND " + KNOWN + " ORDER BY r.id")
                .paramSource(asking(asker, now).and("ids", ids))
                .query((row, n) -> round(row))
                .list();
    }

    List<Round> known(DossierId dossier, Person asker, Instant now) {
        return jdbc.sql(ROUNDS + """
                WHERE EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                              WHERE rd.round_id = r.id AND v.dossier_id = :dossier)
                  AND :readsContent AND """ + " " + KNOWN + " ORDER BY r.opens_at, r.id")
                .paramSource(asking(asker, now).and("dossier", dossier))
                .query((row, n) -> round(row))
                .list();
    }

    /** The rounds about any of several dossiers, in the order of their opening. */
    List<Round> knownAbout(Collection<DossierId> dossiers, Person asker, Instant now) {
        return jdbc.sql(ROUNDS + """
                WHERE EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                              WHERE rd.round_id = r.id AND v.dossier_id = ANY (:dossiers::uuid[]))
                  AND :readsContent AND """ + " " + KNOWN + " ORDER BY r.opens_at, r.id")
                .paramSource(asking(asker, now).and("dossiers", dossiers))
                .query((row, n) -> round(row))
                .list();
    }

    /** The dossier of each version that is put before a round. */
    Map<VersionId, DossierId> dossiersOf(Collection<VersionId> drafts) {
        Map<VersionId, DossierId> dossiers = new HashMap<>();
        jdbc.sql("SELECT id, dossier_id FROM draft_version WHERE id = ANY (:drafts::uuid[])")
                .paramSource(SqlParameters.of("drafts", drafts))
                .query(row -> {
                    dossiers.put(
                            new VersionId(row.getObject("id", UUID.class)),
                            new DossierId(row.getObject("dossier_id", UUID.class)));
                });
        return dossiers;
    }

    /** Where one reads each of these drafts, of those that the asker may read. */
    Map<VersionId, Rounds.DraftPlace> places(Collection<VersionId> drafts, Person asker, Instant now) {
        Map<VersionId, Rounds.DraftPlace> places = new HashMap<>();
        jdbc.sql("SELECT " + VersionName.COLUMNS + """
                , v.id, d.id AS dossier, d.number, d.title
                FROM draft_version v JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                WHERE v.id = ANY (:drafts::uuid[]) AND %s AND %s
                """.formatted(DossierAccess.VISIBLE, DossierAccess.READABLE))
                .paramSource(DossierAccess.parameters(asker, now).and("drafts", drafts))
                .query(row -> {
                    VersionName name = VersionName.of(row);
                    DossierId dossier = new DossierId(row.getObject("dossier", UUID.class));
                    places.put(
                            new VersionId(row.getObject("id", UUID.class)),
                            new Rounds.DraftPlace(
                                    Addresses.draft(dossier, name.number()),
                                    Dossier.code(row.getInt("number")),
                                    row.getString("title"),
                                    name));
                });
        return places;
    }

    /**
     * The round that rules opinions on a version: the latest that has opened. Locked against closing while the running
     * transaction decides by it.
     */
    Optional<Round> ruling(VersionId version, Instant now) {
        return ruling(version, now, "FOR SHARE OF r");
    }

    /** The same for one who only reads: nobody waits. */
    Optional<Round> rulingForReading(VersionId version, Instant now) {
        return ruling(version, now, "");
    }

    private Optional<Round> ruling(VersionId version, Instant now, String lock) {
        return jdbc.sql(ROUNDS + """
                JOIN round_draft rd ON rd.round_id = r.id
                WHERE rd.version_id = :version AND r.opens_at <= :now
                ORDER BY r.opens_at DESC, r.id DESC LIMIT 1\s""" + lock)
                .paramSource(SqlParameters.of("version", version).and("now", now))
                .query((row, n) -> round(row))
                .optional();
    }

    /**
     * The rounds on drafts of a dossier that have opened, the latest first; locked against closing while the running
     * transaction decides by them.
     */
    List<Round> openedOn(DossierId dossier, Instant now) {
        return openedOn(dossier, now, "FOR SHARE OF r");
    }

    /** The same for one who only reads: nobody waits. */
    List<Round> openedOnForReading(DossierId dossier, Instant now) {
        return openedOn(dossier, now, "");
    }

    private List<Round> openedOn(DossierId dossier, Instant now, String lock) {
        return jdbc.sql(ROUNDS + """
                WHERE r.opens_at <= :now
                  AND EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                              WHERE rd.round_id = r.id AND v.dossier_id = :dossier)
                ORDER BY r.opens_at DESC, r.id DESC\s""" + lock)
                .paramSource(SqlParameters.of("dossier", dossier).and("now", now))
                .query((row, n) -> round(row))
                .list();
    }

    /** Whether any round about a draft of the dossier is open or is to open. */
    boolean areUnderWay(DossierId dossier, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM round r JOIN round_draft rd ON rd.round_id = r.id
                         JOIN draft_version v ON v.id = rd.version_id
                    WHERE v.dossier_id = :dossier AND coalesce(r.closed_at, r.closes_at) > :now)
                """)
                .paramSource(SqlParameters.of("dossier", dossier).and("now", now))
                .query(Boolean.class)
                .single();
    }

    Optional<Round> locked(RoundId id, boolean forUpdate) {
        return jdbc.sql(ROUNDS + "WHERE r.id = :id FOR " + (forUpdate ? "UPDATE" : "SHARE") + " OF r")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> round(row))
                .optional();
    }

    void close(RoundId id, Instant now) {
        jdbc.sql("UPDATE round SET closed_at = :now, version = version + 1 WHERE id = :id AND closed_at IS NULL")
                .paramSource(SqlParameters.of("id", id).and("now", now))
                .update();
    }

    /** Those of them whose dossiers have all ended. */
    Set<RoundId> ended(Collection<RoundId> ids) {
        return Set.copyOf(jdbc.sql("""
                SELECT rd.round_id FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                       JOIN dossier d ON d.id = v.dossier_id
                WHERE rd.round_id = ANY (:rounds::uuid[]) GROUP BY rd.round_id HAVING bool_and(d.state = 'PROMULGATED')
                """)
                .paramSource(SqlParameters.of("rounds", ids))
                .query((row, n) -> new RoundId(row.getObject("round_id", UUID.class)))
                .list());
    }

    void announce(RoundId id, Instant now) {
        jdbc.sql("UPDATE round SET announced_at = :now, version = version + 1 WHERE id = :id AND announced_at IS NULL")
                .paramSource(SqlParameters.of("id", id).and("now", now))
                .update();
    }

    void lock(RoundId id, Instant now) {
        jdbc.sql("UPDATE round SET locked_at = :now, version = version + 1 WHERE id = :id AND locked_at IS NULL")
                .paramSource(SqlParameters.of("id", id).and("now", now))
                .update();
    }

    void extend(RoundId id, Instant closesAt) {
        jdbc.sql("UPDATE round SET closes_at = :closes, closed_at = NULL, version = version + 1 WHERE id = :id")
                .paramSource(SqlParameters.of("id", id).and("closes", closesAt))
                .update();
    }

    /** Keeps for what reason a deadline moved: of all, or of one invitee. */
    void extended(RoundId round, @Nullable InviteeId invitee, Extension extension) {
        jdbc.sql("""
                INSERT INTO deadline_extension (id, round_id, invitee_id, deadline_before, deadline, reason, by_id, at)
                VALUES (:id, :round, :invitee, :before, :after, :reason, :by, :at)
                """)
                .paramSource(SqlParameters.of("id", Ids.next())
                        .and("round", round)
                        .and("invitee", invitee)
                        .and("before", extension.before())
                        .and("after", extension.after())
                        .and("reason", extension.reason())
                        .and("by", extension.by())
                        .and("at", extension.at()))
                .update();
    }

    /** How a deadline moved, why, and by whom. */
    record Extension(Instant before, Instant after, String reason, PersonId by, Instant at) {}

    /** Whether what was sent in the round is late, by the deadlines as they are now. Asks for the round locked for update. */
    void judgeLateness(RoundId round) {
        jdbc.sql("""
                WITH judged AS (
                    UPDATE reply_for rf SET late = rp.sent_at >= %1$s
                    FROM reply rp, invitee i JOIN round r ON r.id = i.round_id
                    WHERE rp.id = rf.reply_id AND i.id = rf.invitee_id AND r.id = :round AND rp.sent_at IS NOT NULL
                      AND rf.late <> (rp.sent_at >= %1$s)
                    RETURNING rf.reply_id)
                UPDATE reply SET version = version + 1 WHERE id IN (SELECT reply_id FROM judged)
                """.formatted(Deadlines.OF_INVITEE))
                .paramSource(SqlParameters.of("round", round))
                .update();
        opinions.judgeLateness(round);
    }

    List<DossierId> dossiers(RoundId round) {
        return jdbc.sql("""
                SELECT DISTINCT v.dossier_id FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                WHERE rd.round_id = :round
                """)
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> new DossierId(row.getObject("dossier_id", UUID.class)))
                .list();
    }

    static Round round(ResultSet row) throws SQLException {
        UUID consolidator = row.getObject("consolidator_id", UUID.class);
        var letterDate = row.getDate("letter_date");
        return new Round(
                new RoundId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("title"),
                row.getString("legal_basis"),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                instant(row.getTimestamp("locked_at")),
                instant(row.getTimestamp("announced_at")),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("silence_text"),
                row.getString("letter_number"),
                letterDate == null ? null : letterDate.toLocalDate(),
                row.getBoolean("letter_required"),
                consolidator == null ? null : new UnitId(consolidator),
                approver(row),
                Arrays.stream((String[]) row.getArray("drafts").getArray())
                        .map(id -> new VersionId(UUID.fromString(id)))
                        .toList());
    }

    private static Approver approver(ResultSet row) throws SQLException {
        UUID person = row.getObject("approver_id", UUID.class);
        if (person != null) {
            return new Approver.Named(new PersonId(person));
        }
        UUID unit = row.getObject("approving_unit_id", UUID.class);
        return unit == null ? new Approver.Chair() : new Approver.HeadOf(new UnitId(unit));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
