package vn.gopy.search.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.shared.LateWrites;
import vn.gopy.shared.SqlParameters;

/** The rows that say what changed, how far the index has come, and what could not be indexed. */
@Repository
public class IndexOutboxRepository {

    private final JdbcClient jdbc;
    private final LateWrites late;

    IndexOutboxRepository(JdbcClient jdbc, LateWrites late) {
        this.jdbc = jdbc;
        this.late = late;
    }

    /** One row: this thing changed; its present state is read later. */
    record Row(long n, IndexEntity entity, UUID id, int tries) {

        IndexGroup group() {
            return entity.group(id);
        }
    }

    /** Something that could not be indexed. */
    public record Dead(IndexEntity entity, UUID id, String error, Instant at) {}

    /** Notes that the group is to be read again. */
    public void add(IndexGroup changed) {
        late.add(
                "INSERT INTO index_outbox (entity, id) VALUES (:entity, :id)",
                SqlParameters.of("entity", changed.entity()).and("id", changed.id()));
    }

    /** The same of many with one statement. */
    void add(List<IndexGroup> changed) {
        jdbc.sql("INSERT INTO index_outbox (entity, id) SELECT * FROM unnest(:entities, :ids::uuid[])")
                .paramSource(SqlParameters.of(
                                "entities",
                                changed.stream().map(IndexGroup::entity).toList())
                        .and("ids", changed.stream().map(IndexGroup::id).toList()))
                .update();
    }

    List<Row> next(int limit) {
        return jdbc.sql("SELECT n, entity, id, tries FROM index_outbox ORDER BY bulk, n LIMIT :limit")
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    /**
     * Replaces some waiting dossiers by all that is in them, a row for each, so that it is indexed in batches like anything
     * else; what was noted by itself goes before it.
     */
    void unfold(Function<Collection<UUID>, List<IndexGroup>> contents) {
        List<Row> dossiers = jdbc.sql("""
                SELECT n, entity, id, tries FROM index_outbox WHERE entity = 'DOSSIER' ORDER BY n LIMIT 50
                """).query(Row.class).list();
        if (!dossiers.isEmpty()) {
            addBulk(contents.apply(dossiers.stream().map(Row::id).distinct().toList()));
            delete(dossiers.stream().map(Row::n).toList());
        }
    }

    private void addBulk(List<IndexGroup> changed) {
        jdbc.sql("""
                INSERT INTO index_outbox (entity, id, bulk)
                SELECT * FROM (SELECT split_part(key, ':', 1) AS entity, split_part(key, ':', 2)::uuid AS id, true
                               FROM unnest(:keys) AS key) fresh
                WHERE NOT EXISTS (SELECT FROM index_outbox o WHERE o.entity = fresh.entity AND o.id = fresh.id)
                """)
                .paramSource(SqlParameters.of(
                        "keys", changed.stream().map(IndexGroup::key).toList()))
                .update();
    }

    /** Those of the groups that wait to be indexed, by themselves or with their dossier. */
    Set<IndexGroup> waiting(Collection<IndexGroup> groups, Function<Collection<UUID>, List<IndexGroup>> contents) {
        Set<IndexGroup> waiting = new HashSet<>(jdbc.sql(
                        "SELECT DISTINCT entity, id FROM index_outbox WHERE entity || ':' || id = ANY (:keys)")
                .paramSource(SqlParameters.of(
                        "keys", groups.stream().map(IndexGroup::key).toList()))
                .query((row, n) -> IndexEntity.valueOf(row.getString("entity")).group(row.getObject("id", UUID.class)))
                .list());
        waiting.addAll(contents.apply(jdbc.sql("SELECT DISTINCT id FROM index_outbox WHERE entity = 'DOSSIER'")
                .query(UUID.class)
                .list()));
        waiting.retainAll(new HashSet<>(groups));
        return waiting;
    }

    /** How long the first has waited. */
    Duration longestWait() {
        return jdbc.sql("SELECT coalesce(extract(epoch FROM now() - min(at)), 0) FROM index_outbox")
                .query((row, n) -> Duration.ofMillis((long) (row.getDouble(1) * 1000)))
                .single();
    }

    /** Deletes exactly these rows: others with smaller numbers may have been committed meanwhile. */
    void delete(Collection<Long> rows) {
        jdbc.sql("DELETE FROM index_outbox WHERE n = ANY (:rows::bigint[])")
                .paramSource(SqlParameters.of("rows", rows))
                .update();
    }

    /** Notes that these hits can be found now, for those who want to be told. */
    void arrived(Collection<String> hits) {
        jdbc.sql("INSERT INTO index_arrival (hit_id) SELECT unnest(:hits)")
                .paramSource(SqlParameters.of("hits", hits))
                .update();
    }

    void failed(long row) {
        jdbc.sql("UPDATE index_outbox SET tries = tries + 1 WHERE n = :row")
                .param("row", row)
                .update();
    }

    /** Sets aside what cannot be indexed, until it changes or is indexed after all. */
    void bury(IndexGroup group, String error, Instant now) {
        jdbc.sql("""
                INSERT INTO index_dead (entity, id, error, at) VALUES (:entity, :id, :error, :now)
                ON CONFLICT (entity, id) DO UPDATE SET error = excluded.error, at = excluded.at
                """)
                .paramSource(SqlParameters.of("entity", group.entity())
                        .and("id", group.id())
                        .and("error", error)
                        .and("now", now))
                .update();
    }

    void revive(Collection<IndexGroup> indexed) {
        jdbc.sql("DELETE FROM index_dead WHERE entity || ':' || id = ANY (:keys)")
                .paramSource(SqlParameters.of(
                        "keys", indexed.stream().map(IndexGroup::key).toList()))
                .update();
    }

    long countDead() {
        return jdbc.sql("SELECT count(*) FROM index_dead").query(Long.class).single();
    }

    /** Those of the groups that are set aside. */
    Set<IndexGroup> dead(Collection<IndexGroup> groups) {
        return new HashSet<>(jdbc.sql("SELECT entity, id FROM index_dead WHERE entity || ':' || id = ANY (:keys)")
                .paramSource(SqlParameters.of(
                        "keys", groups.stream().map(IndexGroup::key).toList()))
                .query((row, n) -> IndexEntity.valueOf(row.getString("entity")).group(row.getObject("id", UUID.class)))
                .list());
    }

    /** How many changes wait. */
    public long waiting() {
        return jdbc.sql("SELECT count(*) FROM index_outbox").query(Long.class).single();
    }

    /** What is set aside, the oldest first, a thousand at most. */
    public List<Dead> dead() {
        return jdbc.sql("SELECT entity, id, error, at FROM index_dead ORDER BY at LIMIT 1000")
                .query((row, n) -> new Dead(
                        IndexEntity.valueOf(row.getString("entity")),
                        row.getObject("id", UUID.class),
                        row.getString("error"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** How far the index has come; empty before it was begun. */
    public Optional<IndexMark> state() {
        return jdbc.sql("SELECT epoch, n FROM index_state")
                .query((row, n) -> new IndexMark(row.getString("epoch"), row.getLong("n")))
                .optional();
    }

    void begin(UUID epoch) {
        jdbc.sql("INSERT INTO index_state (epoch, n) VALUES (:epoch, 0) ON CONFLICT DO NOTHING")
                .param("epoch", epoch)
                .update();
    }

    void reached(IndexMark mark) {
        jdbc.sql("UPDATE index_state SET n = :n WHERE epoch = :epoch::uuid")
                .paramSource(SqlParameters.of("n", mark.n()).and("epoch", mark.epoch()))
                .update();
    }
}
