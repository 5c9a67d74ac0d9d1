package vn.gopy.search.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.engine.IndexedState;
import vn.gopy.search.engine.SearchEngine;

/**
 * Compares ids, versions and access of index and database, page by page, so that neither many of them nor a long snapshot
 * is ever held. What differs though nothing waits in the outbox is a fault: it is counted and noted to be indexed anew.
 * What is set aside as impossible to index is a fault of its own and no difference.
 */
@Component
class Reconciler {

    private static final int GROUPS_AT_ONCE = 200;

    private final SearchEngine engine;
    private final IndexOutboxRepository outbox;
    private final IndexSources sources;
    private final GroupReader reader;
    private final TransactionTemplate transaction;

    Reconciler(
            SearchEngine engine,
            IndexOutboxRepository outbox,
            IndexSources sources,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.outbox = outbox;
        this.sources = sources;
        this.reader = new GroupReader(sources, transactions);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * One page.
     *
     * @param differing groups of which the index holds something else than the database, without what still waits
     * @param next where the next page begins; empty after the last
     */
    record Page(Set<IndexGroup> differing, Optional<IndexGroup> next) {}

    /** Compares the next groups, of database and index alike. */
    Page page(Optional<IndexGroup> after) {
        List<IndexGroup> stored = sources.page(after);
        List<IndexGroup> indexed = engine.groups(after.map(IndexGroup::key).orElse(""), GROUPS_AT_ONCE).stream()
                .map(IndexGroup::ofKey)
                .toList();
        Map<String, IndexGroup> both = new TreeMap<>();
        stored.forEach(group -> both.put(group.key(), group));
        indexed.forEach(group -> both.put(group.key(), group));
        Optional<String> until = firstEnd(stored, indexed);
        both.keySet()
                .removeIf(key -> until.filter(end -> key.compareTo(end) > 0).isPresent());
        return new Page(differing(both.values()), until.map(IndexGroup::ofKey));
    }

    /** Beyond the end of the shorter list the other one says nothing; a page of the database is full unless it is empty. */
    private static Optional<String> firstEnd(List<IndexGroup> stored, List<IndexGroup> indexed) {
        Optional<String> end = stored.isEmpty()
                ? Optional.empty()
                : Optional.of(stored.getLast().key());
        if (indexed.size() < GROUPS_AT_ONCE) {
            return end;
        }
        String last = indexed.getLast().key();
        return Optional.of(end.filter(one -> one.compareTo(last) < 0).orElse(last));
    }

    /** Those of the groups of which the index holds something else than the database, without what still waits. */
    Set<IndexGroup> differing(Collection<IndexGroup> groups) {
        if (groups.isEmpty()) {
            return Set.of();
        }
        Map<String, IndexedState> indexed = new HashMap<>();
        engine.states(groups.stream().map(IndexGroup::key).toList()).forEach(state -> indexed.put(state.id(), state));
        GroupReader.Read read = reader.read(groups);
        Set<IndexGroup> differing = new HashSet<>(read.failed().keySet());
        differing.removeAll(outbox.dead(read.failed().keySet()));
        for (IndexDocument document : read.documents()) {
            if (!same(document, indexed.remove(document.id()))) {
                differing.add(IndexGroup.ofKey(document.group()));
            }
        }
        indexed.values().forEach(left -> differing.add(IndexGroup.ofKey(left.group())));
        differing.removeAll(outbox.waiting(groups, sources::groupsOf));
        return differing;
    }

    private static boolean same(IndexDocument document, @Nullable IndexedState state) {
        return state != null
                && state.group().equals(document.group())
                && state.version() == document.version()
                && state.access().equals(document.access());
    }

    /** All pages at once. */
    Set<IndexGroup> differences() {
        Set<IndexGroup> differing = new HashSet<>();
        Optional<IndexGroup> after = Optional.empty();
        do {
            Page page = page(after);
            differing.addAll(page.differing());
            after = page.next();
        } while (after.isPresent());
        return differing;
    }

    /** Notes groups to be indexed anew. */
    void repair(Set<IndexGroup> differing) {
        transaction.executeWithoutResult(status -> differing.forEach(outbox::add));
    }
}
