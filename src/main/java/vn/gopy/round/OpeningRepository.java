package vn.gopy.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

/** A round as long as nobody who is asked knows of it: made, changed, and taken away. Asks for the round locked. */
@Repository
class OpeningRepository {

    /** What hangs on an invitee {@code i} of a round that has not opened, and goes with it. */
    private static final List<String> OF_INVITEE = List.of("deadline_extension", "reminder", "time_request");

    private static final List<String> OF_ROUND = List.of("deadline_extension", "round_question", "round_draft");

    private final JdbcClient jdbc;

    OpeningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Round round, PersonId by, Instant now) {
        jdbc.sql("""
                INSERT INTO round (id, title, legal_basis, opens_at, closes_at, visibility, silence_text, letter_number,
                                   letter_date, letter_required, consolidator_id, approver_id, approving_unit_id,
                                   created_by, created_at)
                VALUES (:id, :title, :basis, :opens, :closes, :visibility, :silence, :letter, :letterDate, :required,
                        :consolidator, :approver, :approvingUnit, :by, :now)
                """)
                .paramSource(parameters(round).and("by", by).and("now", now))
                .update();
        addDrafts(round);
    }

    void change(Round round) {
        jdbc.sql("""
                UPDATE round SET title = :title, legal_basis = :basis, opens_at = :opens, closes_at = :closes,
                       visibility = :visibility, silence_text = :silence, letter_number = :letter,
                       letter_date = :letterDate, letter_required = :required, consolidator_id = :consolidator,
                       approver_id = :approver, approving_unit_id = :approvingUnit, version = version + 1
                WHERE id = :id
                """).paramSource(parameters(round)).update();
        jdbc.sql("DELETE FROM round_draft WHERE round_id = :round")
                .paramSource(SqlParameters.of("round", round.id()))
                .update();
        addDrafts(round);
    }

    private static SqlParameters parameters(Round round) {
        return RoundRepository.with(SqlParameters.of("id", round.id()), round.approver())
                .and("title", round.title())
                .and("basis", round.legalBasis())
                .and("opens", round.opensAt())
                .and("closes", round.closesAt())
                .and("visibility", round.visibility())
                .and("silence", round.silence())
                .and("letter", round.letterNumber())
                .and("letterDate", round.letterDate())
                .and("required", round.letterRequired())
                .and("consolidator", round.consolidator());
    }

    private void addDrafts(Round round) {
        for (int n = 0; n < round.drafts().size(); n++) {
            jdbc.sql("INSERT INTO round_draft (round_id, version_id, ordinal) VALUES (:round, :version, :n)")
                    .paramSource(SqlParameters.of("round", round.id())
                            .and("version", round.drafts().get(n))
                            .and("n", n + 1))
                    .update();
        }
    }

    void addQuestion(RoundId round, int ordinal, NewRound.NewQuestion question) {
        jdbc.sql("""
                INSERT INTO round_question (id, round_id, ordinal, text, options)
                VALUES (:id, :round, :ordinal, :text, :options)
                """)
                .paramSource(SqlParameters.of("id", Ids.next())
                        .and("round", round)
                        .and("ordinal", ordinal)
                        .and("text", question.text())
                        .and("options", question.options()))
                .update();
    }

    /**
     * Asks a unit or a person, under the name and post of this moment: later ones do not change who was asked. Whoever is
     * there already is asked from now on as said here.
     */
    void ask(RoundId round, Wanted wanted) {
        jdbc.sql("""
                INSERT INTO invitee (id, round_id, unit_id, person_id, name, post, person_group, ordinal,
                                     closes_at)
                SELECT :id, :round, asked.unit_id, asked.person_id, asked.name, asked.post, :group, :ordinal, :closes
                FROM (SELECT id AS unit_id, NULL::uuid AS person_id, name, '' AS post FROM unit WHERE id = :unit
                      UNION ALL
                      SELECT NULL, id, trim(salutation || ' ' || name), post FROM person WHERE id = :person) asked
                ON CONFLICT %s DO UPDATE SET name = excluded.name, post = excluded.post,
                    ordinal = excluded.ordinal, closes_at = excluded.closes_at, invited = true
                """.formatted(
                                wanted.unit() == null
                                        ? "(round_id, person_id) WHERE person_id IS NOT NULL"
                                        : "(round_id, unit_id) WHERE unit_id IS NOT NULL"))
                .paramSource(SqlParameters.of("id", InviteeId.next())
                        .and("round", round)
                        .and("unit", wanted.unit())
                        .and("person", wanted.person())
                        .and("group", wanted.group())
                        .and("ordinal", wanted.ordinal())
                        .and("closes", wanted.closesAt()))
                .update();
    }

    /** Who is asked, as the n-th. */
    record Wanted(
            @Nullable UnitId unit,
            @Nullable PersonId person,
            Invitee.Group group,
            int ordinal,
            @Nullable Instant closesAt) {}

    /** Those who are asked, in their order. */
    List<NewRound.Invited> asked(RoundId round) {
        return jdbc.sql("""
                SELECT u.code, i.person_id, i.closes_at FROM invitee i LEFT JOIN unit u ON u.id = i.unit_id
                WHERE i.round_id = :round AND i.invited ORDER BY i.ordinal, i.id
                """)
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> invited(row))
                .list();
    }

    private static NewRound.Invited invited(ResultSet row) throws SQLException {
        Timestamp closes = row.getTimestamp("closes_at");
        Instant own = closes == null ? null : closes.toInstant();
        UUID person = row.getObject("person_id", UUID.class);
        return person == null
                ? new NewRound.Invited.AUnit(row.getString("code"), own)
                : new NewRound.Invited.APerson(new PersonId(person), own);
    }

    /** No longer asks those who are not among these. */
    void askOnly(RoundId round, List<UnitId> units, List<PersonId> people) {
        String those = """
                (SELECT id FROM invitee WHERE round_id = :round AND invited
                 AND NOT coalesce(unit_id = ANY (:units::uuid[]), person_id = ANY (:people::uuid[])))""";
        SqlParameters parameters =
                SqlParameters.of("round", round).and("units", units).and("people", people);
        for (String table : OF_INVITEE) {
            jdbc.sql("DELETE FROM " + table + " WHERE invitee_id IN " + those)
                    .paramSource(parameters)
                    .update();
        }
        jdbc.sql("DELETE FROM invitee WHERE id IN " + those)
                .paramSource(parameters)
                .update();
    }

    /** Whether an answer was taken in, although the round has not opened: from a letter, or as a fact alone. */
    boolean hasAnswers(RoundId round) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM invitee i WHERE i.round_id = :round
                    AND (i.classified_at IS NOT NULL OR EXISTS (SELECT FROM reply rp WHERE rp.invitee_id = i.id)))
                """)
                .paramSource(SqlParameters.of("round", round))
                .query(Boolean.class)
                .single();
    }

    void delete(RoundId round) {
        SqlParameters parameters = SqlParameters.of("round", round);
        for (String table : OF_INVITEE) {
            jdbc.sql("DELETE FROM " + table + " WHERE invitee_id IN (SELECT id FROM invitee WHERE round_id = :round)")
                    .paramSource(parameters)
                    .update();
        }
        for (String table : OF_ROUND) {
            jdbc.sql("DELETE FROM " + table + " WHERE round_id = :round")
                    .paramSource(parameters)
                    .update();
        }
        jdbc.sql("DELETE FROM invitee WHERE round_id = :round")
                .paramSource(parameters)
                .update();
        jdbc.sql("DELETE FROM round WHERE id = :round").paramSource(parameters).update();
    }
}
