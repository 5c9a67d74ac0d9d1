package vn.gopy.draft.alignment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.SeriesId;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.alignment.Evidence;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.shared.SqlParameters;

@Repository
class AlignmentRepository {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    AlignmentRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Nobody else writes ties or lineages of the series until the transaction ends; after the version is locked. */
    void lock(SeriesId series) {
        jdbc.sql("SELECT FROM series WHERE id = :id FOR NO KEY UPDATE")
                .paramSource(SqlParameters.of("id", series))
                .query()
                .singleRow();
    }

    /** Raises the number of the version, unless it is no longer the one that was seen. */
    boolean changed(VersionId version, int seen) {
        return jdbc.sql("UPDATE draft_version SET version = version + 1 WHERE id = :id AND version = :seen")
                        .paramSource(SqlParameters.of("id", version).and("seen", seen))
                        .update()
                == 1;
    }

    /** The latest published version of the series before that one. */
    Optional<VersionId> publishedBefore(SeriesId series, int ordinal) {
        return jdbc.sql("""
                SELECT id FROM draft_version
                WHERE series_id = :series AND ordinal < :ordinal AND state = 'PUBLISHED'
                ORDER BY ordinal DESC LIMIT 1
                """)
                .paramSource(SqlParameters.of("series", series).and("ordinal", ordinal))
                .query((row, n) -> new VersionId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The version that this one was aligned with when it was published. */
    Optional<VersionId> olderOf(VersionId newer) {
        return jdbc.sql("SELECT older_id FROM alignment_tie WHERE newer_id = :newer LIMIT 1")
                .paramSource(SqlParameters.of("newer", newer))
                .query((row, n) -> new VersionId(row.getObject("older_id", UUID.class)))
                .optional();
    }

    /** The versions that were aligned with this one. */
    List<VersionId> newerOf(VersionId older) {
        return jdbc.sql("""
                SELECT v.id FROM draft_version v
                WHERE v.id IN (SELECT t.newer_id FROM alignment_tie t WHERE t.older_id = :older) ORDER BY v.ordinal
                """)
                .paramSource(SqlParameters.of("older", older))
                .query((row, n) -> new VersionId(row.getObject("id", UUID.class)))
                .list();
    }

    /** All ties that were made of both, the rejected ones too, in the reading order of the newer one. */
    List<StoredTie> of(VersionId older, VersionId newer) {
        return jdbc.sql("""
                SELECT t.*, ends.* FROM alignment_tie t CROSS JOIN LATERAL (
                    SELECT array_agg(e.provision_id ORDER BY p.position) FILTER (WHERE NOT e.newer) AS before,
                           array_agg(e.provision_id ORDER BY p.position) FILTER (WHERE e.newer) AS after,
                           (array_agg(e.provision_id) FILTER (WHERE NOT e.newer AND e.main))[1] AS goes_on,
                           (array_agg(e.provision_id) FILTER (WHERE e.newer AND e.main))[1] AS heir
                    FROM alignment_end e JOIN provision p ON p.id = e.provision_id WHERE e.tie_id = t.id) ends
                WHERE t.older_id = :older AND t.newer_id = :newer ORDER BY t.position, t.id
                """)
                .paramSource(SqlParameters.of("older", older).and("newer", newer))
                .query((row, n) -> tie(row))
                .list();
    }

    private static StoredTie tie(ResultSet row) throws SQLException {
        UUID goesOn = row.getObject("goes_on", UUID.class);
        UUID heir = row.getObject("heir", UUID.class);
        UUID by = row.getObject("decided_by", UUID.class);
        return new StoredTie(
                new TieId(row.getObject("id", UUID.class)),
                Tie.Kind.valueOf(row.getString("kind")),
                places(row.getArray("before")),
                places(row.getArray("after")),
                goesOn == null || heir == null
                        ? null
                        : new StoredTie.Pair(new ProvisionId(goesOn), new ProvisionId(heir)),
                row.getDouble("similarity"),
                row.getBoolean("editorial_only"),
                Arrays.stream((String[]) row.getArray("evidence").getArray())
                        .map(Evidence::valueOf)
                        .collect(Collectors.toSet()),
                StoredTie.State.valueOf(row.getString("state")),
                by == null ? null : new StoredTie.Decision(new PersonId(by), decidedAt(row)));
    }

    private static Instant decidedAt(ResultSet row) throws SQLException {
        return row.getObject("decided_at", OffsetDateTime.class).toInstant();
    }

    private static List<ProvisionId> places(@Nullable Array ids) throws SQLException {
        return ids == null
                ? List.of()
                : Arrays.stream((UUID[]) ids.getArray()).map(ProvisionId::new).toList();
    }

    /** These are the ties of both versions now; what was rejected before stays on record. */
    void write(VersionId older, VersionId newer, List<StoredTie> ties) {
        jdbc.sql("DELETE FROM alignment_tie WHERE older_id = :older AND newer_id = :newer AND state <> 'REJECTED'")
                .paramSource(SqlParameters.of("older", older).and("newer", newer))
                .update();
        List<SqlParameterSource> rows = new ArrayList<>();
        List<SqlParameterSource> ends = new ArrayList<>();
        for (StoredTie tie : ties) {
            StoredTie.Decision decision = tie.decision();
            rows.add(SqlParameters.of("id", tie.id())
                    .and("older", older)
                    .and("newer", newer)
                    .and("position", rows.size())
                    .and("kind", tie.kind())
                    .and("similarity", tie.similarity())
                    .and("editorial", tie.editorialOnly())
                    .and("evidence", tie.evidence().stream().sorted().toList())
                    .and("state", tie.state())
                    .and("by", decision == null ? null : decision.by())
                    .and("at", decision == null ? null : decision.at()));
            StoredTie.Pair main = tie.main();
            tie.before().forEach(it -> ends.add(end(tie, it, false, main != null && it.equals(main.before()))));
            tie.after().forEach(it -> ends.add(end(tie, it, true, main != null && it.equals(main.after()))));
        }
        batches.batchUpdate("""
                INSERT INTO alignment_tie (id, older_id, newer_id, position, kind, similarity, editorial_only, evidence,
                                           state, decided_by, decided_at)
                VALUES (:id, :older, :newer, :position, :kind, :similarity, :editorial, :evidence, :state, :by, :at)
                """, rows.toArray(SqlParameterSource[]::new));
        batches.batchUpdate(
                "INSERT INTO alignment_end (tie_id, provision_id, newer, main) VALUES (:tie, :provision, :newer, :main)",
                ends.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource end(StoredTie tie, ProvisionId place, boolean newer, boolean main) {
        return SqlParameters.of("tie", tie.id())
                .and("provision", place)
                .and("newer", newer)
                .and("main", main);
    }

    /** Keeps these on record as rejected; nothing holds by them any more. */
    void reject(Collection<TieId> ties, StoredTie.Decision decision) {
        jdbc.sql("""
                UPDATE alignment_tie SET state = 'REJECTED', decided_by = :by, decided_at = :at
                WHERE id = ANY (:ties::uuid[])
                """)
                .paramSource(
                        SqlParameters.of("ties", ties).and("by", decision.by()).and("at", decision.at()))
                .update();
    }

    /** Forgets the ties of places that are about to be no more. */
    void forget(Collection<ProvisionId> places) {
        jdbc.sql("""
                DELETE FROM alignment_tie t USING alignment_end e
                WHERE e.tie_id = t.id AND e.provision_id = ANY (:places::uuid[])
                """).paramSource(SqlParameters.of("places", places)).update();
    }

    /** @param before places of the older version, of which some have gone into others now, or no longer */
    void write(SeriesId series, List<PlacedProvision> before, Lineages lineages) {
        SqlParameterSource[] given = lineages.given().entrySet().stream()
                .map(entry -> SqlParameters.of("lineage", entry.getValue())
                        .and("provision", entry.getKey())
                        .and("series", series))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(
                "INSERT INTO lineage (id, series_id) VALUES (:lineage, :series) ON CONFLICT (id) DO NOTHING", given);
        batches.batchUpdate(
                "UPDATE provision SET lineage_id = :lineage WHERE id = :provision AND lineage_id IS DISTINCT FROM :lineage",
                given);
        Set<LineageId> old = before.stream().map(PlacedProvision::lineage).collect(Collectors.toSet());
        jdbc.sql("UPDATE lineage SET merged_into = NULL WHERE id = ANY (:old::uuid[]) AND merged_into IS NOT NULL")
                .paramSource(SqlParameters.of("old", old))
                .update();
        batches.batchUpdate(
                "UPDATE lineage SET merged_into = :into WHERE id = :gone",
                lineages.merged().entrySet().stream()
                        .map((Map.Entry<LineageId, LineageId> entry) ->
                                SqlParameters.of("gone", entry.getKey()).and("into", entry.getValue()))
                        .toArray(SqlParameterSource[]::new));
    }
}
