package vn.gopy.search.index;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.search.engine.IndexGroup;

/** One comparison of index and database, a page at a time, which notes what differs to be indexed anew. */
final class Comparison {

    private static final Logger log = LoggerFactory.getLogger(Comparison.class);

    private static final int MOST_NAMED = 5;

    private final Reconciler reconciler;
    private final IndexTurns turns;
    private final Set<IndexGroup> found = new HashSet<>();
    private Optional<IndexGroup> after = Optional.empty();

    Comparison(Reconciler reconciler, IndexTurns turns) {
        this.reconciler = reconciler;
        this.turns = turns;
    }

    /** @return whether there is more to do */
    boolean page() {
        Reconciler.Page page = reconciler.page(after);
        if (!page.differing().isEmpty()) {
            turns.note(); // a deadline may have passed since the last look
            Set<IndexGroup> differing = reconciler.differing(page.differing());
            reconciler.repair(differing);
            found.addAll(differing);
        }
        after = page.next();
        return after.isPresent();
    }

    /** How many groups differed. */
    int found() {
        if (!found.isEmpty()) {
            log.warn(
                    "Search index and database differed in {} places; they are indexed anew: {}",
                    found.size(),
                    found.stream().limit(MOST_NAMED).map(IndexGroup::key).toList());
        }
        return found.size();
    }
}
