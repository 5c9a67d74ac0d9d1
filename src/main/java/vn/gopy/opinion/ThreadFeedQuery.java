package vn.gopy.opinion;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.live.ManyReaders;

/** What changed in threads, and whom it concerns. */
@Repository
class ThreadFeedQuery {

    private final JdbcClient jdbc;
    private final ManyReaders readers;

    ThreadFeedQuery(JdbcClient jdbc, ManyReaders readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    /**
     * A moment of the database.
     *
     * @param transaction the oldest that is not finished
     * @param closed rounds of the dossier that have closed
     * @param vanished first opinions, gone since the transaction that was asked about, that the asker could see
     */
    record Point(String life, String transaction, List<String> closed, List<CommentId> vanished) {}

    /** @param since the transaction that what has vanished is wanted from; null for nothing of it */
    Point point(Beside read, @Nullable String since, Person asker, Instant now) {
        return jdbc.sql("""
                SELECT (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint AS life,
                       pg_snapshot_xmin(pg_current_snapshot())::text AS transaction,
                       ARRAY(SELECT DISTINCT r.id::text FROM round r JOIN round_draft rd ON rd.round_id = r.id
                                    JOIN draft_version v ON v.id = rd.version_id
                             WHERE v.dossier_id = :dossier AND %s ORDER BY 1) AS closed,
                       ARRAY(SELECT c.id::text FROM comment_gone c
                             WHERE c.changed >= :since::text::xid8 AND %s AND %s) AS vanished
                """.formatted(CommentAccess.CLOSED, Beside.THREADS, CommentAccess.VISIBLE))
                .paramSource(read.parameters(asker, now).and("since", since))
                .query((row, n) -> new Point(
                        Long.toString(row.getLong("life"), Character.MAX_RADIX),
                        row.getString("transaction"),
                        Arrays.asList((String[]) row.getArray("closed").getArray()),
                        Arrays.stream((String[]) row.getArray("vanished").getArray())
                                .map(id -> new CommentId(UUID.fromString(id)))
                                .toList()))
                .single();
    }

    /** A change of a thread as one of its readers is told. */
    record Told(CommentId root, int version) {}

    /** For each of the people, the latest of these threads that the person may see, or saw and that is gone. */
    Map<PersonId, Told> told(Collection<CommentId> roots, Collection<Person> people, Instant now) {
        Map<PersonId, Told> told = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (reader) reader, root, version FROM (
                    SELECT a.asker AS reader, c.id AS root, c.version, c.changed FROM comment c CROSS JOIN %1$s
                    WHERE c.id = ANY (:roots::uuid[]) AND %2$s
                    UNION ALL
                    SELECT a.asker, c.id, 0, c.changed FROM comment_gone c CROSS JOIN %1$s
                    WHERE c.id = ANY (:roots::uuid[]) AND %2$s) changes
                ORDER BY reader, changed DESC
                """.formatted(
                        ManyReaders.TABLE, ManyReaders.each(CommentAccess.VISIBLE + " AND " + CommentAccess.READABLE)))
                .paramSource(readers.parameters(people, now).and("roots", roots))
                .query(row -> {
                    told.put(
                            new PersonId(row.getObject("reader", UUID.class)),
                            new Told(new CommentId(row.getObject("root", UUID.class)), row.getInt("version")));
                });
        return told;
    }

    /** Which of the people may read such an opinion, whether it is kept already or would be. */
    Set<PersonId> readers(Heard heard, Collection<Person> people, Instant now) {
        return Set.copyOf(jdbc.sql("""
                SELECT a.asker FROM (
                    SELECT :id::uuid AS id, :author::uuid AS author_id, :unit::uuid AS unit_id, :state AS state,
                           :visibility AS visibility, :restricted AS restricted, :round::uuid AS round_id,
                           :dossier::uuid AS dossier_id, :version::uuid AS version_id) c CROSS JOIN %s
                WHERE %s
                """.formatted(
                        ManyReaders.TABLE, ManyReaders.each(CommentAccess.VISIBLE + " AND " + CommentAccess.READABLE)))
                .paramSource(heard.into(readers.parameters(people, now)))
                .query((row, n) -> new PersonId(row.getObject("asker", UUID.class)))
                .list());
    }
}
