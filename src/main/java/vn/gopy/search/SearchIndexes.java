package vn.gopy.search;

import java.nio.file.Path;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.search.engine.EngineHealth;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.index.IndexKeeper;
import vn.gopy.search.index.IndexOutboxRepository;
import vn.gopy.search.index.IndexTroubles;
import vn.gopy.search.index.RebuildLog;
import vn.gopy.search.ranking.LearnedLook;
import vn.gopy.shared.Refusal;

/** The index as administrators look after it. */
@Service
public class SearchIndexes {

    /** Of fewer documents no better order can be learned than from the 42,558 articles behind what is shipped. */
    private static final int ENOUGH_TO_LEARN = 5_000;

    private final SearchEngine engine;
    private final IndexOutboxRepository outbox;
    private final IndexKeeper keeper;
    private final RebuildLog rebuilds;
    private final IndexTroubles troubles;
    private final LearnedLook learned;

    SearchIndexes(
            SearchEngine engine,
            IndexOutboxRepository outbox,
            IndexKeeper keeper,
            RebuildLog rebuilds,
            IndexTroubles troubles,
            LearnedLook learned) {
        this.engine = engine;
        this.outbox = outbox;
        this.keeper = keeper;
        this.rebuilds = rebuilds;
        this.troubles = troubles;
        this.learned = learned;
    }

    /** Whether another process holds the index in this folder at this moment; asked before anything is started. */
    public static boolean inUse(Path folder) {
        return EmbeddedIndex.inUse(folder);
    }

    /** How it stands; for administrators. */
    @Transactional(readOnly = true)
    public IndexStatus status(Person asker) {
        requireAdministrator(asker);
        EngineHealth health = engine.health();
        return new IndexStatus(
                outbox.state().map(IndexMark::epoch).orElse(""),
                health.documents(),
                health.bytes(),
                outbox.waiting(),
                outbox.dead().stream()
                        .map(dead -> new IndexStatus.Dead(dead.entity().name(), dead.id(), dead.error(), dead.at()))
                        .toList(),
                keeper.difference(),
                rebuilds.known(),
                new IndexStatus.Ranking(learned.state().name(), health.documents() >= ENOUGH_TO_LEARN),
                troubles.present());
    }

    /**
     * Asks for the index to be made anew beside the present one, which answers meanwhile; for administrators. What became
     * of it, {@link #status} tells; one that is under way is not begun twice.
     */
    public IndexRebuild rebuild(Person asker) {
        requireAdministrator(asker);
        return keeper.askForRebuild();
    }

    private static void requireAdministrator(Person asker) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
    }
}
