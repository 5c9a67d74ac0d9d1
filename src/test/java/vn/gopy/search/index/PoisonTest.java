package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.inside.FoundSource;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;

/** One thing that cannot be indexed holds up nothing else. */
@IntegrationTest
class PoisonTest {

    @Autowired
    SearchWorld world;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    IndexOutboxRepository outbox;

    @Autowired
    List<FoundSource> found;

    @Autowired
    DraftsInside drafts;

    @Autowired
    Composing composing;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private @Nullable UUID poison = UUID.randomUUID();
    private boolean refused;
    private SearchEngine engine;
    private Indexer indexer;

    @BeforeEach
    void start() {
        keeper.stop();
        jdbc.sql("DELETE FROM index_dead").update();
        engine = EmbeddedIndex.open(folder, Duration.ofSeconds(5));
        indexer = new Indexer(engine, outbox, new Poisoned(), clock, transactions);
        indexer.rebuild();
    }

    @AfterEach
    void close() {
        engine.close();
        keeper.start();
    }

    private final class Poisoned extends IndexSources {

        Poisoned() {
            super(found, drafts, clock);
        }

        @Override
        List<IndexDocument> documents(Collection<IndexGroup> groups) {
            if (groups.stream().noneMatch(group -> group.id().equals(poison))) {
                return super.documents(groups);
            }
            if (!refused) {
                throw new IllegalStateException("poison");
            }
            return super.documents(groups).stream()
                    .map(document -> document.group().endsWith(poison + "") ? unwritable(document) : document)
                    .toList();
        }
    }

    /** The engine takes no key of more than 32,766 bytes. */
    private static IndexDocument unwritable(IndexDocument document) {
        return new IndexDocument(
                document.id(),
                document.group(),
                document.version(),
                document.title(),
                document.context(),
                document.text(),
                document.places(),
                document.numbers(),
                document.facets(),
                Set.of("x".repeat(40_000)),
                document.writtenAt());
    }

    @Test
    void afterThreeTriesItIsSetAsideAndTheRestIsIndexed() {
        drain();
        long before = engine.health().documents();
        outbox.add(IndexEntity.THREAD.group(Objects.requireNonNull(poison)));
        Person owner = world.person(Role.MEMBER);
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.EVERYONE, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung.");

        assertThat(drain()).isEqualTo(3);
        assertThat(outbox.dead()).extracting(IndexOutboxRepository.Dead::id).containsExactly(poison);
        assertThat(engine.health().documents()).isEqualTo(before + 3);
    }

    /** What stands in the database and cannot be made into documents. */
    private UUID poisonedThread() {
        Person owner = world.person(Role.MEMBER);
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.EVERYONE, Discussion.SEALED);
        VersionId version = world.draft(owner, dossier, "Nội dung.");
        poison = composing
                .create(owner, world.place(version, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Độc"))
                .id()
                .value();
        return poison;
    }

    @Test
    void aRebuildLeavesItOutAndSaysSo() {
        UUID thread = poisonedThread();
        indexer.rebuild();

        assertThat(engine.health().documents()).isGreaterThanOrEqualTo(3);
        assertThat(dead()).contains(thread);
        assertThat(indexer.inStep()).isTrue();
        assertThat(engine.generations()).hasSize(1);
    }

    @Test
    void aComparisonIsNotStoppedByItAndCountsNoDifference() {
        UUID thread = poisonedThread();
        drain();
        assertThat(dead()).contains(thread);

        assertThat(new Reconciler(engine, outbox, new Poisoned(), transactions).differences())
                .isEmpty();
    }

    @Test
    void itIsTriedAgainWhenItChangesAndLeavesTheListWhenItIsSound() {
        UUID thread = poisonedThread();
        drain();
        poison = null;
        outbox.add(IndexEntity.THREAD.group(thread));
        drain();

        assertThat(dead()).doesNotContain(thread);
        assertThat(engine.read(List.of("COMMENT:" + thread))).hasSize(1);
    }

    @Test
    void aDocumentThatTheEngineRefusesCostsOnlyItself() {
        refused = true;
        UUID thread = poisonedThread();
        drain();

        assertThat(dead()).contains(thread);
        assertThat(engine.read(List.of("COMMENT:" + thread))).isEmpty();
        indexer.rebuild();
        assertThat(dead()).contains(thread);
        assertThat(engine.health().documents()).isGreaterThanOrEqualTo(3);
    }

    private List<UUID> dead() {
        return outbox.dead().stream().map(IndexOutboxRepository.Dead::id).toList();
    }

    private int drain() {
        int steps = 0;
        while (indexer.step()) {
            steps++;
        }
        return steps;
    }
}
