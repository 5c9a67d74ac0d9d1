package vn.gopy.search;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.search.IndexOutboxRepository.Row;

/**
 * Brings the index up to what the database says, some rows of the outbox at a time: read the rows and the present state in
 * one snapshot, commit to the index, then forget exactly these rows. A crash between the last two steps only means that
 * the same state is indexed once more. Used by one thread.
 */
@Component
class Indexer {

    private static final Logger log = LoggerFactory.getLogger(Indexer.class);

    private static final int ROWS = 200;
    private static final int MOST_TRIES = 3;
    private static final int REBUILD_GROUPS = 100;

    private final SearchEngine engine;
    private final IndexOutboxRepository outbox;
    private final IndexSources sources;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;

    Indexer(
            SearchEngine engine,
            IndexOutboxRepository outbox,
            IndexSources sources,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.outbox = outbox;
        this.sources = sources;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** Rows, what they are about, and its state, all of one moment. */
    record Batch(List<Row> rows, Set<IndexGroup> groups, List<IndexDocument> documents) {

        List<Long> numbers() {
            return rows.stream().map(Row::n).toList();
        }

        Set<String> keys() {
            return groups.stream().map(IndexGroup::key).collect(Collectors.toSet());
        }
    }

    /**
     * Takes the next rows.
     *
     * @return whether there were any
     * @throws IndexBrokenException when the index has to be rebuilt
     */
    boolean step() {
        List<Row> rows = transaction.execute(status -> outbox.next(ROWS));
        if (rows.isEmpty()) {
            return false;
        }
        try {
            take(read(ROWS));
        } catch (IndexBrokenException broken) {
            throw broken;
        } catch (RuntimeException failed) {
            log.warn("Indexing {} changes together failed, trying one by one: {}", rows.size(), failed.toString());
            rows.forEach(this::takeAlone);
        }
        return true;
    }

    Batch read(int limit) {
        return snapshot.execute(status -> read(outbox.next(limit)));
    }

    private Batch read(List<Row> rows) {
        Set<IndexGroup> groups = sources.groups(rows);
        return new Batch(rows, groups, sources.documents(groups));
    }

    private void take(Batch batch) {
        IndexMark reached = write(batch);
        forget(batch, reached);
        engine.refresh();
    }

    /** Commits the batch to the index. */
    IndexMark write(Batch batch) {
        IndexMark reached = next();
        engine.write(active(), new IndexBatch(batch.keys(), batch.documents(), reached));
        return reached;
    }

    /** Says in the database that the index has the batch. */
    void forget(Batch batch, IndexMark reached) {
        transaction.executeWithoutResult(status -> {
            outbox.delete(batch.numbers());
            outbox.revive(batch.groups());
            outbox.arrived(batch.documents().stream().map(IndexDocument::id).toList());
            outbox.reached(reached);
        });
    }

    private void takeAlone(Row row) {
        try {
            take(snapshot.execute(status -> read(List.of(row))));
        } catch (IndexBrokenException broken) {
            throw broken;
        } catch (RuntimeException failed) {
            log.warn("{} {} could not be indexed: {}", row.entity(), row.id(), failed.toString());
            transaction.executeWithoutResult(status -> blame(row, failed));
        }
    }

    private void blame(Row row, RuntimeException failed) {
        if (row.tries() + 1 >= MOST_TRIES) {
            outbox.bury(row, failed.getClass().getSimpleName(), clock.instant());
        } else {
            outbox.failed(row.n());
        }
    }

    /** Whether the active generation is whole and stands where the database says, or one batch beyond it. */
    boolean inStep() {
        IndexMark database = databaseMark();
        return engine.intact()
                && engine.health()
                        .mark()
                        .filter(mark -> mark.epoch().equals(database.epoch()))
                        .filter(mark -> mark.n() == database.n() || mark.n() == database.n() + 1)
                        .isPresent();
    }

    /** Fills a new generation beside the active one from the whole database and puts it in its place. */
    void rebuild() {
        String fresh = engine.createGeneration();
        IndexMark mark = databaseMark();
        List<IndexGroup> all = snapshot.execute(status -> sources.everything());
        for (int from = 0; from < all.size() || from == 0; from += REBUILD_GROUPS) {
            List<IndexGroup> part = all.subList(from, Math.min(all.size(), from + REBUILD_GROUPS));
            List<IndexDocument> documents = snapshot.execute(status -> sources.documents(part));
            engine.write(fresh, new IndexBatch(Set.of(), documents, mark));
        }
        Set<String> before = engine.generations();
        engine.activate(fresh);
        before.stream().filter(old -> !old.equals(fresh)).forEach(engine::drop);
        log.info("The search index was rebuilt: {} documents", engine.health().documents());
    }

    private IndexMark next() {
        IndexMark database = databaseMark();
        return new IndexMark(database.epoch(), database.n() + 1);
    }

    private IndexMark databaseMark() {
        return transaction.execute(status -> {
            outbox.begin(UUID.randomUUID());
            return outbox.state().orElseThrow();
        });
    }

    private String active() {
        return engine.health()
                .generation()
                .orElseThrow(() -> new IndexBrokenException("There is no search index yet", null));
    }
}
