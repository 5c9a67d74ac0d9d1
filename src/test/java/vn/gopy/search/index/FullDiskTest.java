package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.search.IndexRebuild.State;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.engine.IndexBrokenException;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.engine.lucene.FaultyDisk;

/** A disk that is full for a while stops the index, not the product, and afterwards the index goes on by itself. */
@IntegrationTest
class FullDiskTest {

    @Autowired
    SearchWorld world;

    @Autowired
    IndexKeeper product;

    @Autowired
    IndexOutboxRepository outbox;

    @Autowired
    IndexSources sources;

    @Autowired
    IndexTurns turns;

    @Autowired
    RebuildLog rebuilds;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private @Nullable SearchEngine engine;
    private @Nullable IndexKeeper keeper;
    private Person owner;

    @BeforeEach
    void noOtherWriter() {
        product.stop();
        jdbc.sql("DELETE FROM index_dead").update();
        owner = world.person(Role.MEMBER);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(keeper).stop();
        Objects.requireNonNull(engine).close();
        product.start();
    }

    private void start(SearchEngine opened, Indexer indexer) {
        engine = opened;
        keeper = new IndexKeeper(indexer, engine, reconciler(), turns, rebuilds, clock);
        keeper.start();
        settle();
    }

    private Reconciler reconciler() {
        return new Reconciler(Objects.requireNonNull(engine), outbox, sources, transactions);
    }

    private void settle() {
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> outbox.waiting() == 0
                        && Objects.requireNonNull(engine).health().generation().isPresent()
                        && Objects.requireNonNull(keeper).trouble().isEmpty()
                        && !rebuilds.known().isUnderWay());
    }

    private void change() {
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.EVERYONE, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung mới.");
    }

    private List<String> folders() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What is wrong while the disk is full, and after. */
    private List<String> complaintsOver(int failures) {
        List<String> complaints = new ArrayList<>();
        IndexKeeper own = Objects.requireNonNull(keeper);
        long before = Objects.requireNonNull(engine).health().documents();
        disk.fill();
        for (int i = 0; i < failures; i++) {
            change();
            own.askForRebuild();
            await().atMost(60, TimeUnit.SECONDS).until(() -> own.trouble().isPresent());
            await().atMost(60, TimeUnit.SECONDS).until(() -> rebuilds.known().state() == State.FAILED);
        }
        if (!own.trouble().equals(Optional.of("NO_SPACE"))) {
            complaints.add("reason " + own.trouble());
        }
        if (engine.health().documents() != before) {
            complaints.add("searches are not answered meanwhile");
        }
        if (folders().size() > 1) {
            complaints.add("leftovers " + folders());
        }
        disk.free();
        own.askForRebuild();
        settle();
        engine.refresh();
        if (!reconciler().differences().isEmpty()) {
            complaints.add("differs");
        }
        if (folders().size() > 1) {
            complaints.add("leftovers after " + folders());
        }
        return complaints;
    }

    @Test
    void theIndexGoesOnByItselfWhenThereIsRoomAgain() {
        SearchEngine opened = disk.open(folder);
        start(opened, new Indexer(opened, outbox, sources, clock, transactions));
        String generation = opened.health().generation().orElseThrow();
        disk.fill();
        change();
        await().atMost(60, TimeUnit.SECONDS).until(() -> keeper.trouble().isPresent());
        disk.free();
        settle();

        assertThat(opened.health().generation()).contains(generation); // opened anew, not made anew
        assertThat(reconciler().differences()).isEmpty();
        assertThat(folders()).containsExactly(generation);
    }

    @Test
    void failedRebuildsLeaveNothingBehindAndSaySo() {
        SearchEngine opened = disk.open(folder);
        start(opened, new Indexer(opened, outbox, sources, clock, transactions));
        assertThat(complaintsOver(2)).isEmpty();
        assertThat(rebuilds.known().state()).isEqualTo(State.DONE);
    }

    /** The check can fail: this one keeps what it could not finish. */
    @Test
    void theCheckCatchesAGenerationThatIsLeftBehind() {
        SearchEngine opened = disk.open(folder);
        AtomicBoolean hoards = new AtomicBoolean();
        start(opened, new Indexer(opened, outbox, sources, clock, transactions) {
            @Override
            void beginRebuild() {
                if (hoards.getAndSet(false)) {
                    assertThat(folder.resolve("g-unfinished").toFile().mkdir()).isTrue();
                    throw new IndexBrokenException("left", new IOException("No space left on device"));
                }
                super.beginRebuild();
            }
        });
        hoards.set(true);
        assertThat(complaintsOver(1)).anyMatch(one -> one.startsWith("leftovers "));
    }

    @Test
    void aSmallDiskThatFillsUpIsSurvived() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small.toString());
        SearchEngine opened =
                EmbeddedIndex.open(mounted ? small.resolve("index") : folder.resolve("other"), Duration.ofSeconds(5));
        try {
            start(opened, new Indexer(opened, outbox, sources, clock, transactions));
            assumeThat(mounted).as("a file system can be mounted here").isTrue();
            Path ballast = small.resolve("ballast");
            fill(ballast);
            change();
            await().atMost(60, TimeUnit.SECONDS).until(() -> keeper.trouble().isPresent());
            Files.delete(ballast);
            settle();
            assertThat(reconciler().differences()).isEmpty();
        } finally {
            keeper.stop();
            opened.close();
            run("umount", small.toString());
        }
    }

    private static void fill(Path ballast) {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(ballast).exists();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
