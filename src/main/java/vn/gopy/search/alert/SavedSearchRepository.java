package vn.gopy.search.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.PersonId;
import vn.gopy.notice.NoticeId;
import vn.gopy.search.Facet;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SavedSearchId;
import vn.gopy.shared.SqlParameters;

/** Saved searches, what their people know already, and what has newly become searchable. */
@Repository
public class SavedSearchRepository {

    /** Keeping a search and looking which there are must not overlap: a hit could fall between the two looks at the index. */
    private static final long LOCK = 0x60b9_5a7e_d5ea_2c41L;

    private static final TypeReference<Map<String, List<String>>> SELECTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SavedSearchRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Something that became searchable. */
    record Arrival(long n, String hitId) {}

    /** Until the end of the transaction nobody keeps a search: waits for those who are about to. */
    void lookAlone() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    /** Until the end of the transaction nobody looks which searches there are; others may keep theirs at the same time. */
    public void keepOthersFromLooking() {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query(row -> {});
    }

    /** Whether the search is still there and wants to be told; it stays so until the end of the transaction. */
    boolean lockWithAlert(SavedSearchId id) {
        return jdbc.sql("SELECT alert FROM saved_search WHERE id = :id FOR UPDATE")
                .paramSource(SqlParameters.of("id", id))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether the search is there; nobody else changes it or tells of it until the end of the transaction. */
    public void lock(SavedSearchId id) {
        jdbc.sql("SELECT id FROM saved_search WHERE id = :id FOR UPDATE")
                .paramSource(SqlParameters.of("id", id))
                .query(row -> {});
    }

    /** Those of the person, the latest first. */
    public List<SavedSearch> of(PersonId person) {
        return jdbc.sql("SELECT * FROM saved_search WHERE person_id = :person ORDER BY created_at DESC, id DESC")
                .paramSource(SqlParameters.of("person", person))
                .query((row, n) -> saved(row))
                .list();
    }

    /** One of the person. */
    public Optional<SavedSearch> byId(SavedSearchId id, PersonId person) {
        return jdbc.sql("SELECT * FROM saved_search WHERE id = :id AND person_id = :person")
                .paramSource(SqlParameters.of("id", id).and("person", person))
                .query((row, n) -> saved(row))
                .optional();
    }

    /** Those with an alert, each person's together. */
    List<SavedSearch> withAlert() {
        return jdbc.sql("SELECT * FROM saved_search WHERE alert ORDER BY person_id, id")
                .query((row, n) -> saved(row))
                .list();
    }

    /** Keeps a new one. */
    public void add(SavedSearch search) {
        Map<String, List<String>> selections = new java.util.TreeMap<>();
        search.selections().forEach((facet, values) -> selections.put(facet.name(), new ArrayList<>(values)));
        jdbc.sql("""
                INSERT INTO saved_search (id, person_id, name, words, selections, newest_first, alert, created_at)
                VALUES (:id, :person, :name, :words, :selections::jsonb, :newest, :alert, :now)
                """)
                .paramSource(SqlParameters.of("id", search.id())
                        .and("person", search.person())
                        .and("name", search.name())
                        .and("words", search.words())
                        .and("selections", json.writeValueAsString(selections))
                        .and("newest", search.newestFirst())
                        .and("alert", search.alert())
                        .and("now", search.createdAt()))
                .update();
    }

    /** Changes name and alert; false when somebody changed it meanwhile. */
    public boolean change(SavedSearchId id, int version, String name, boolean alert) {
        return jdbc.sql("""
                UPDATE saved_search SET name = :name, alert = :alert, version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("name", name)
                                .and("alert", alert))
                        .update()
                > 0;
    }

    /** Removes one; false when somebody changed it meanwhile. */
    public boolean delete(SavedSearchId id, int version) {
        return jdbc.sql("DELETE FROM saved_search WHERE id = :id AND version = :version")
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                > 0;
    }

    /** Notes that the person knows these hits; those known already stay as they are. */
    public void know(SavedSearchId search, Collection<String> hits, @Nullable NoticeId notice) {
        jdbc.sql("""
                INSERT INTO saved_search_known (search_id, hit_id, notice_id)
                SELECT :search, hit, :notice::uuid FROM unnest(:hits) AS hit ON CONFLICT DO NOTHING
                """)
                .paramSource(
                        SqlParameters.of("search", search).and("hits", hits).and("notice", notice))
                .update();
    }

    Set<String> known(SavedSearchId search, Collection<String> hits) {
        return new HashSet<>(
                jdbc.sql("SELECT hit_id FROM saved_search_known WHERE search_id = :search AND hit_id = ANY (:hits)")
                        .paramSource(SqlParameters.of("search", search).and("hits", hits))
                        .query(String.class)
                        .list());
    }

    List<String> told(NoticeId notice) {
        return jdbc.sql("SELECT hit_id FROM saved_search_known WHERE notice_id = :notice ORDER BY hit_id")
                .paramSource(SqlParameters.of("notice", notice))
                .query(String.class)
                .list();
    }

    List<Arrival> arrivals(int limit) {
        return jdbc.sql("SELECT n, hit_id FROM index_arrival ORDER BY n LIMIT :limit")
                .param("limit", limit)
                .query(Arrival.class)
                .list();
    }

    void forget(Collection<Arrival> arrivals) {
        jdbc.sql("DELETE FROM index_arrival WHERE n = ANY (:rows::bigint[])")
                .paramSource(SqlParameters.of(
                        "rows", arrivals.stream().map(Arrival::n).toList()))
                .update();
    }

    private SavedSearch saved(ResultSet row) throws SQLException {
        Map<Facet, Set<String>> selections = new EnumMap<>(Facet.class);
        json.readValue(row.getString("selections"), SELECTIONS)
                .forEach((facet, values) -> selections.put(Facet.valueOf(facet), new LinkedHashSet<>(values)));
        return new SavedSearch(
                new SavedSearchId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("words"),
                selections,
                row.getBoolean("newest_first"),
                row.getBoolean("alert"),
                row.getTimestamp("created_at").toInstant());
    }
}
