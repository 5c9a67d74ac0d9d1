package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.Drafts;
import vn.gopy.search.lucene.EmbeddedIndex;

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
    SourceQuery query;

    @Autowired
    Drafts drafts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private final UUID poison = UUID.randomUUID();
    private SearchEngine engine;
    private Indexer indexer;

    @BeforeEach
    void start() {
        keeper.stop();
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
            super(query, drafts, dossiers, clock);
        }

        @Override
        List<IndexDocument> documents(Collection<IndexGroup> groups) {
            if (groups.stream().anyMatch(group -> group.id().equals(poison))) {
                throw new IllegalStateException("poison");
            }
            return super.documents(groups);
        }
    }

    @Test
    void afterThreeTriesItIsSetAsideAndTheRestIsIndexed() {
        drain();
        long before = engine.health().documents();
        outbox.add(IndexEntity.THREAD.group(poison));
        Person owner = world.person(Role.MEMBER);
        Dossier dossier = world.dossier(owner, "Quy chế", Audience.EVERYONE, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung.");

        assertThat(drain()).isEqualTo(3);
        assertThat(outbox.dead()).extracting(IndexOutboxRepository.Dead::id).containsExactly(poison);
        assertThat(engine.health().documents()).isEqualTo(before + 3);
    }

    private int drain() {
        int steps = 0;
        while (indexer.step()) {
            steps++;
        }
        return steps;
    }
}
