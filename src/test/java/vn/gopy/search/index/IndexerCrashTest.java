package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.inside.FoundSource;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.index.IndexOutboxRepository.Row;

/**
 * Crashes at every point between reading the outbox and forgetting its rows lose nothing. The same check is shown to catch
 * the two tempting mistakes: forgetting before committing, and remembering a highest number instead of the rows.
 */
@IntegrationTest
class IndexerCrashTest {

    @Autowired
    SearchWorld world;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    IndexOutboxRepository outbox;

    @Autowired
    IndexSources sources;

    @Autowired
    List<FoundSource> found;

    @Autowired
    DraftsInside drafts;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private SearchEngine engine;
    private Indexer indexer;
    private Person owner;

    @BeforeEach
    void anIndexOfItsOwn() {
        keeper.stop();
        start();
        indexer.rebuild();
        drain();
        owner = world.person(Role.MEMBER);
    }

    @AfterEach
    void close() {
        engine.close();
        keeper.start();
    }

    private void start() {
        engine = EmbeddedIndex.open(folder, Duration.ofSeconds(5));
        indexer = new Indexer(engine, outbox, sources, clock, transactions);
    }

    /** What a kill leaves: files as committed, rows as committed, nothing else. */
    private void crashAndStart() {
        engine.close();
        start();
        if (!indexer.inStep()) {
            indexer.rebuild();
        }
        drain();
    }

    private void drain() {
        while (indexer.step()) {
            // until nothing waits
        }
    }

    private Set<IndexGroup> differences() {
        engine.refresh();
        return new Reconciler(engine, outbox, sources, transactions).differences();
    }

    private void change() {
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.EVERYONE, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung mới.");
    }

    @Test
    void aCrashBeforeTheIndexHasTheBatchLosesNothing() {
        change();
        indexer.read(200);
        crashAndStart();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aCrashBetweenIndexAndDatabaseLosesNothing() {
        change();
        indexer.write(indexer.read(200));
        assertThat(outbox.waiting()).isPositive();
        crashAndStart();
        assertThat(differences()).isEmpty();
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void aCrashAfterBothLosesNothing() {
        change();
        var batch = indexer.read(200);
        indexer.forget(batch, indexer.write(batch));
        crashAndStart();
        assertThat(differences()).isEmpty();
    }

    @Test
    void theCheckCatchesForgettingBeforeCommitting() {
        change();
        var batch = indexer.read(200);
        IndexMark next = new IndexMark(
                outbox.state().orElseThrow().epoch(),
                outbox.state().orElseThrow().n());
        indexer.forget(batch, next);
        crashAndStart();
        assertThat(differences()).isNotEmpty();
    }

    @Test
    void aChangeCommittedLateWithALowNumberIsNotPassedOver() throws InterruptedException {
        List<Row> seen = whileALowerNumberIsOpen();
        drain();
        assertThat(outbox.waiting()).isZero();
        assertThat(differences()).isEmpty();
        assertThat(seen).isNotEmpty();
    }

    @Test
    void theCheckCatchesRememberingTheHighestNumber() throws InterruptedException {
        List<Row> seen = whileALowerNumberIsOpen();
        long watermark = seen.stream().mapToLong(Row::n).max().orElseThrow();
        Set<Long> passedOver = new HashSet<>();
        outbox.next(1000).stream().map(Row::n).filter(n -> n <= watermark).forEach(passedOver::add);
        assertThat(passedOver).isNotEmpty();
        outbox.delete(passedOver);
        drain();
        assertThat(differences()).isNotEmpty();
    }

    /** One transaction takes a number and stays open while another takes the next, commits, and is indexed. */
    private List<Row> whileALowerNumberIsOpen() throws InterruptedException {
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch indexed = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> new TransactionTemplate(transactions).executeWithoutResult(open -> {
                    change();
                    outbox.waiting(); // what is asked finds the row, so that it has its number now
                    changed.countDown();
                    await(indexed);
                }));
        await(changed);
        outbox.add(IndexEntity.VERSION.group(UUID.randomUUID()));
        List<Row> seen = outbox.next(200);
        drain();
        indexed.countDown();
        slow.join(Duration.ofSeconds(20));
        return seen;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anIndexOfYesterdayIsRebuilt() throws IOException {
        engine.close();
        Path yesterday = folder.resolveSibling(folder.getFileName() + "-yesterday");
        copy(folder, yesterday);
        start();
        for (int i = 0; i < 3; i++) {
            change();
            drain();
        }
        engine.close();
        copy(yesterday, folder);
        start();
        assertThat(indexer.inStep()).isFalse();
        indexer.rebuild();
        assertThat(differences()).isEmpty();
    }

    @Test
    void anotherDatabaseMakesTheIndexWorthless() {
        jdbc.sql("UPDATE index_state SET epoch = :epoch")
                .param("epoch", UUID.randomUUID())
                .update();
        assertThat(indexer.inStep()).isFalse();
    }

    @Test
    void deletedFilesAreMadeAnew() throws IOException {
        change();
        drain();
        engine.close();
        delete(folder);
        start();
        assertThat(indexer.inStep()).isFalse();
        indexer.rebuild();
        assertThat(indexer.inStep()).isTrue();
        assertThat(differences()).isEmpty();
    }

    @Test
    void searchesAreAnsweredWhileTheIndexIsMadeAnew() {
        change();
        drain();
        long before = engine.health().documents();
        String old = engine.health().generation().orElseThrow();
        indexer.rebuild();
        assertThat(engine.health().documents()).isEqualTo(before);
        assertThat(engine.health().generation().orElseThrow()).isNotEqualTo(old);
        assertThat(engine.generations()).hasSize(1);
    }

    @Test
    void whatChangesWhileTheIndexIsMadeAnewIsFoundAtOnceAndStays() {
        changedBeforeTheLastPageOf(indexer);
        assertThat(indexer.inStep()).isTrue();
        assertThat(differences()).isEmpty();
    }

    @Test
    void theCheckCatchesWritingIntoTheOldIndexOnly() {
        changedBeforeTheLastPageOf(new Indexer(engine, outbox, sources, clock, transactions) {
            @Override
            List<String> targets() {
                return List.of(engine.health().generation().orElseThrow());
            }
        });
        assertThat(differences()).isNotEmpty();
    }

    private void changedBeforeTheLastPageOf(Indexer rebuilding) {
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.EVERYONE, Discussion.SEALED);
        VersionId version = world.draft(owner, dossier, "Nội dung.");
        drain();
        int pages = 1;
        for (rebuilding.beginRebuild(); rebuilding.rebuildPage(); pages++) {
            // only counts
        }
        rebuilding.beginRebuild();
        for (int page = 1; page < pages; page++) {
            rebuilding.rebuildPage();
        }
        jdbc.sql("UPDATE dossier SET title = 'Quy chế khác' WHERE id = :id")
                .param("id", dossier.id().value())
                .update();
        outbox.add(IndexEntity.DOSSIER.group(dossier.id().value()));
        assertThat(rebuilding.step()).isTrue();
        assertThat(engine.read(List.of("DOCUMENT:" + version)).getFirst().title())
                .isEqualTo("Quy chế khác");
        assertThat(rebuilding.rebuildPage()).isFalse();
    }

    @Test
    void aLargeDossierIsTakenInBatchesAndHoldsUpNobody() {
        List<IndexGroup> many = Stream.generate(() -> IndexEntity.THREAD.group(UUID.randomUUID()))
                .limit(1_000)
                .toList();
        Indexer large = new Indexer(
                engine,
                outbox,
                new IndexSources(found, drafts, clock) {
                    @Override
                    List<IndexGroup> groupsOf(Collection<UUID> dossiers) {
                        return many;
                    }
                },
                clock,
                transactions);
        outbox.add(IndexEntity.DOSSIER.group(UUID.randomUUID()));
        outbox.add(IndexEntity.DOSSIER.group(UUID.randomUUID()));
        assertThat(large.read(200).rows()).hasSize(200);
        assertThat(outbox.waiting()).isEqualTo(1_000);
        IndexGroup fresh = IndexEntity.THREAD.group(UUID.randomUUID());
        outbox.add(fresh);
        assertThat(large.read(200).rows().getFirst().group()).isEqualTo(fresh);
        int steps = 0;
        while (large.step()) {
            steps++;
        }
        assertThat(steps).isEqualTo(6);
    }

    @Test
    void aRightTakenAwayBehindTheOutboxIsFoundByTheComparison() {
        Person guest = world.person(Role.MEMBER);
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.INVITED, Discussion.SEALED, guest);
        world.draft(owner, dossier, "Nội dung.");
        drain();
        assertThat(differences()).isEmpty();
        jdbc.sql("DELETE FROM dossier_grant WHERE dossier_id = :id")
                .param("id", dossier.id().value())
                .update();
        Reconciler reconciler = new Reconciler(engine, outbox, sources, transactions);
        Set<IndexGroup> found = reconciler.differences();
        assertThat(found).hasSize(1);
        reconciler.repair(found);
        drain();
        assertThat(differences()).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        delete(to);
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Files.copy(entry, to.resolve(from.relativize(entry).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry :
                    entries.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
