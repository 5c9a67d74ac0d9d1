package vn.gopy.search.index;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.search.engine.IndexBrokenException;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.index.IndexOutboxRepository.Row;

/**
 * Brings the index up to what the database says, some rows of the outbox at a time: read the rows and the present state,
 * commit to the index, then forget exactly these rows. A crash between the last two steps only means that the same state
 * is indexed once more. While a new generation is filled beside the active one, every step goes into both. Used by one
 * thread.
 */
@Component
class Indexer {

    private static final Logger log = LoggerFactory.getLogger(Indexer.class);

    private static final int ROWS = 200;
    private static final int MOST_TRIES = 3;

    private final SearchEngine engine;
    private final IndexOutboxRepository outbox;
    private final IndexSources sources;
    private final Clock clock;
    private final GroupReader reader;
    private final GroupWriter writer;
    private final TransactionTemplate transaction;
    private @Nullable Filling filling;

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
        this.reader = new GroupReader(sources, transactions);
        this.writer = new GroupWriter(engine);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A generation being filled, and the group up to which it is. */
    private record Filling(String generation, Optional<IndexGroup> until) {}

    /** Rows, what they are about, and its state; what could not be indexed is added to the failures. */
    record Batch(
            List<Row> rows,
            Set<IndexGroup> groups,
            List<IndexDocument> documents,
            Map<IndexGroup, Throwable> failures) {

        List<Row> sound() {
            return rows.stream()
                    .filter(row -> !failures.containsKey(row.group()))
                    .toList();
        }

        Set<IndexGroup> soundGroups() {
            Set<IndexGroup> sound = new HashSet<>(groups);
            sound.removeAll(failures.keySet());
            return sound;
        }
    }

    /**
     * Takes the next rows.
     *
     * @return whether there were any
     * @throws IndexBrokenException when the index cannot be written
     */
    boolean step() {
        Batch batch = read(ROWS);
        if (batch.rows().isEmpty()) {
            return false;
        }
        forget(batch, write(batch));
        engine.refresh();
        return true;
    }

    Batch read(int limit) {
        transaction.executeWithoutResult(status -> outbox.unfold(sources::groupsOf));
        List<Row> rows = bounded(outbox.next(limit));
        Set<IndexGroup> groups = new LinkedHashSet<>();
        rows.forEach(row -> groups.add(row.group()));
        GroupReader.Read read = reader.read(groups);
        return new Batch(rows, groups, read.documents(), new LinkedHashMap<>(read.failed()));
    }

    /** As many of the first rows as may be held in memory together. */
    private static List<Row> bounded(List<Row> rows) {
        List<Row> taken = new ArrayList<>();
        int weight = 0;
        for (Row row : rows) {
            weight += row.entity().weight();
            if (weight > ROWS && !taken.isEmpty()) {
                break;
            }
            taken.add(row);
        }
        return taken;
    }

    /** Commits the batch to the index. */
    IndexMark write(Batch batch) {
        IndexMark database = databaseMark();
        IndexMark reached = new IndexMark(database.epoch(), database.n() + 1);
        for (String generation : targets()) {
            batch.failures().putAll(writer.write(generation, batch.groups(), batch.documents(), reached));
        }
        return reached;
    }

    /** The generations that a batch goes into: the one that answers, and the one that is being filled. */
    List<String> targets() {
        List<String> targets = new ArrayList<>();
        engine.health().generation().ifPresent(targets::add);
        if (filling != null) {
            targets.add(filling.generation());
        }
        if (targets.isEmpty()) {
            throw new IndexBrokenException("There is no search index yet", null);
        }
        return targets;
    }

    /** Says in the database that the index has the batch; what could not be indexed is tried again, or set aside. */
    void forget(Batch batch, IndexMark reached) {
        Set<IndexGroup> sound = batch.soundGroups();
        transaction.executeWithoutResult(status -> {
            outbox.delete(batch.sound().stream().map(Row::n).toList());
            outbox.revive(sound);
            outbox.arrived(batch.documents().stream()
                    .filter(document -> sound.contains(IndexGroup.ofKey(document.group())))
                    .map(IndexDocument::id)
                    .toList());
            batch.rows().stream()
                    .filter(row -> batch.failures().containsKey(row.group()))
                    .forEach(row ->
                            blame(row, Objects.requireNonNull(batch.failures().get(row.group()))));
            outbox.reached(reached);
        });
    }

    private void blame(Row row, Throwable failed) {
        log.warn("{} {} could not be indexed: {}", row.entity(), row.id(), failed.toString());
        if (row.tries() + 1 >= MOST_TRIES) {
            outbox.delete(List.of(row.n()));
            outbox.bury(row.group(), failed.getClass().getSimpleName(), clock.instant());
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
        beginRebuild();
        while (rebuildPage()) {
            // until all of the database is in it
        }
    }

    /** Begins a new generation; an unfinished one is dropped. */
    void beginRebuild() {
        abandonRebuild();
        filling = new Filling(engine.createGeneration(), Optional.empty());
    }

    boolean rebuilds() {
        return filling != null;
    }

    /**
     * Takes the next page of the database into the new generation and, after the last, lets it answer.
     *
     * @return whether there is more to do; a failure drops the generation
     */
    boolean rebuildPage() {
        Filling present = Objects.requireNonNull(filling);
        try {
            List<IndexGroup> page = sources.page(present.until());
            take(present.generation(), page);
            if (!page.isEmpty()) {
                filling = new Filling(present.generation(), Optional.of(page.getLast()));
                return true;
            }
            activate(present.generation());
            return false;
        } catch (RuntimeException | Error failed) {
            abandonRebuild();
            throw failed;
        }
    }

    private void take(String generation, List<IndexGroup> page) {
        GroupReader.Read read = reader.read(page);
        Map<IndexGroup, Throwable> failures = new LinkedHashMap<>(read.failed());
        failures.putAll(writer.write(generation, page, read.documents(), databaseMark()));
        Set<IndexGroup> sound = new HashSet<>(page);
        sound.removeAll(failures.keySet());
        transaction.executeWithoutResult(status -> {
            outbox.revive(sound);
            failures.forEach((group, failed) -> {
                log.warn("{} {} could not be indexed: {}", group.entity(), group.id(), failed.toString());
                outbox.bury(group, failed.getClass().getSimpleName(), clock.instant());
            });
        });
    }

    private void activate(String generation) {
        Set<String> before = engine.generations();
        engine.activate(generation);
        filling = null;
        before.stream().filter(old -> !old.equals(generation)).forEach(engine::drop);
        log.info("The search index was rebuilt: {} documents", engine.health().documents());
    }

    /** Drops the generation that is being filled, if there is one. */
    void abandonRebuild() {
        Filling present = filling;
        filling = null;
        if (present != null) {
            engine.drop(present.generation());
        }
    }

    private IndexMark databaseMark() {
        return transaction.execute(status -> {
            outbox.begin(UUID.randomUUID());
            return outbox.state().orElseThrow();
        });
    }
}
