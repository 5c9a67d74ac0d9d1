package vn.gopy.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares ids, versions and access of index and database. What differs though nothing waits in the outbox is a fault: it
 * is counted and noted to be indexed anew.
 */
@Component
class Reconciler {

    private static final int GROUPS_AT_ONCE = 100;

    private final SearchEngine engine;
    private final IndexOutboxRepository outbox;
    private final IndexSources sources;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;

    Reconciler(
            SearchEngine engine,
            IndexOutboxRepository outbox,
            IndexSources sources,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.outbox = outbox;
        this.sources = sources;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** The groups of which the index holds something else than the database, without what still waits. */
    Set<IndexGroup> differences() {
        Map<String, IndexedState> indexed = new HashMap<>();
        engine.forEachState(state -> indexed.put(state.id(), state));
        return snapshot.execute(status -> differences(indexed));
    }

    private Set<IndexGroup> differences(Map<String, IndexedState> indexed) {
        Set<String> differing = new HashSet<>();
        List<IndexGroup> all = sources.everything();
        for (int from = 0; from < all.size(); from += GROUPS_AT_ONCE) {
            sources.documents(all.subList(from, Math.min(all.size(), from + GROUPS_AT_ONCE)))
                    .forEach(document -> compare(document, indexed.remove(document.id()), differing));
        }
        indexed.values().forEach(left -> differing.add(left.group()));
        Set<IndexGroup> waiting = sources.groups(outbox.next(Integer.MAX_VALUE));
        Set<IndexGroup> groups = new HashSet<>();
        differing.forEach(key -> groups.add(IndexGroup.ofKey(key)));
        groups.removeAll(waiting);
        return groups;
    }

    private static void compare(
            IndexDocument document, @org.jspecify.annotations.Nullable IndexedState state, Set<String> differing) {
        boolean same = state != null
                && state.group().equals(document.group())
                && state.version() == document.version()
                && state.access().equals(document.access());
        if (!same) {
            differing.add(document.group());
            if (state != null) {
                differing.add(state.group());
            }
        }
    }

    /** Notes what differs to be indexed anew; gives how much that was. */
    int repair() {
        Set<IndexGroup> differing = differences();
        transaction.executeWithoutResult(status -> differing.forEach(outbox::add));
        return differing.size();
    }
}
