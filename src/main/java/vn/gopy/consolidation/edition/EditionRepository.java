package vn.gopy.consolidation.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.PersonId;
import vn.gopy.consolidation.edition.Edition.Changes;
import vn.gopy.consolidation.edition.Edition.Likeness;
import vn.gopy.consolidation.edition.Edition.SignedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

@Repository
class EditionRepository {

    private static final String EDITIONS = """
            SELECT e.id, e.version, e.round_id, e.version_id, e.ordinal, e.sha256, e.changes, e.state, e.number, e.dated,
                   e.signed_file, e.signed_name, e.likeness, e.made_at, trim(p.salutation || ' ' || p.name) AS made_by
            FROM edition e JOIN person p ON p.id = e.made_by
            """;

    private final JdbcClient jdbc;

    EditionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One transaction at a time freezes an edition of the round; taken before anything of the round is read. */
    void lock(RoundId round) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:round, 14))")
                .param("round", round.toString())
                .query()
                .singleRow();
    }

    void add(Edition edition, String content, PersonId by) {
        jdbc.sql("""
                INSERT INTO edition (id, round_id, version_id, ordinal, content, sha256, changes, made_by, made_at)
                VALUES (:id, :round, :draft, :ordinal, :content, :sha256, :changes, :by, :at)
                """)
                .paramSource(SqlParameters.of("id", edition.id())
                        .and("round", edition.round())
                        .and("draft", edition.draft())
                        .and("ordinal", edition.ordinal())
                        .and("content", content)
                        .and("sha256", edition.sha256())
                        .and("changes", JsonMapper.shared().writeValueAsString(edition.changes()))
                        .and("by", by)
                        .and("at", edition.madeAt()))
                .update();
    }

    /** False when it was changed since it was read. */
    boolean move(EditionId id, int version, EditionState state, String number, @Nullable LocalDate date) {
        return jdbc.sql("""
                UPDATE edition SET state = :state, number = :number, dated = :date, version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("state", state)
                                .and("number", number)
                                .and("date", date))
                        .update()
                == 1;
    }

    /** False when it was changed since it was read. */
    boolean sign(EditionId id, int version, SignedFile file) {
        return jdbc.sql("""
                UPDATE edition SET signed_file = :sha256, signed_name = :name, likeness = :likeness,
                                   version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("sha256", file.sha256())
                                .and("name", file.name())
                                .and(
                                        "likeness",
                                        file.likeness() == null
                                                ? null
                                                : JsonMapper.shared().writeValueAsString(file.likeness())))
                        .update()
                == 1;
    }

    /** The editions of a round, the latest first. */
    List<Edition> of(RoundId round) {
        return jdbc.sql(EDITIONS + "WHERE e.round_id = :round ORDER BY e.made_at DESC, e.id DESC")
                .paramSource(SqlParameters.of("round", round))
                .query((row, n) -> edition(row))
                .list();
    }

    Optional<Edition> byId(EditionId id) {
        return jdbc.sql(EDITIONS + "WHERE e.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> edition(row))
                .optional();
    }

    /** The latest about just this draft, or about all. */
    Optional<Edition> last(RoundId round, @Nullable VersionId draft) {
        return jdbc.sql(EDITIONS + """
                WHERE e.round_id = :round AND e.version_id IS NOT DISTINCT FROM :draft::uuid
                ORDER BY e.ordinal DESC LIMIT 1
                """)
                .paramSource(SqlParameters.of("round", round).and("draft", draft))
                .query((row, n) -> edition(row))
                .optional();
    }

    /** What was frozen. */
    String content(EditionId id) {
        return jdbc.sql("SELECT content FROM edition WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query(String.class)
                .single();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        UUID draft = row.getObject("version_id", UUID.class);
        String file = row.getString("signed_file");
        String likeness = row.getString("likeness");
        return new Edition(
                new EditionId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new RoundId(row.getObject("round_id", UUID.class)),
                draft == null ? null : new VersionId(draft),
                row.getInt("ordinal"),
                row.getString("sha256"),
                JsonMapper.shared().readValue(row.getString("changes"), Changes.class),
                EditionState.valueOf(row.getString("state")),
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                file == null
                        ? null
                        : new SignedFile(
                                row.getString("signed_name"),
                                file,
                                likeness == null ? null : JsonMapper.shared().readValue(likeness, Likeness.class)),
                row.getString("made_by"),
                at(row));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("made_at").toInstant();
    }
}
