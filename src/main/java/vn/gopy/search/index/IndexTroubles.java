package vn.gopy.search.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.gopy.search.IndexRebuild;
import vn.gopy.search.IndexRebuild.State;
import vn.gopy.search.engine.SearchEngine;

/** In what the index is not what the database is, as codes. */
@Component
public class IndexTroubles {

    /** Shorter waits are work, not trouble. */
    private static final Duration LONG_WAIT = Duration.ofMinutes(1);

    private final SearchEngine engine;
    private final IndexOutboxRepository outbox;
    private final IndexKeeper keeper;
    private final RebuildLog rebuilds;

    IndexTroubles(SearchEngine engine, IndexOutboxRepository outbox, IndexKeeper keeper, RebuildLog rebuilds) {
        this.engine = engine;
        this.outbox = outbox;
        this.keeper = keeper;
        this.rebuilds = rebuilds;
    }

    /** Empty while all is well. */
    public List<String> present() {
        List<String> troubles = new ArrayList<>();
        keeper.trouble().ifPresent(code -> troubles.add("STOPPED:" + code));
        if (engine.health().generation().isEmpty()) {
            troubles.add("NO_INDEX");
        }
        if (outbox.longestWait().compareTo(LONG_WAIT) > 0) {
            troubles.add("LAG");
        }
        if (outbox.countDead() > 0) {
            troubles.add("DEAD");
        }
        if (keeper.difference() > 0) {
            troubles.add("DIFFERENCE");
        }
        IndexRebuild rebuild = rebuilds.known();
        if (rebuild.state() == State.FAILED) {
            troubles.add("REBUILD_FAILED:" + rebuild.reason());
        }
        return troubles;
    }
}
