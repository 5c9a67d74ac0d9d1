package vn.gopy.search.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexBrokenException;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;

/** Puts the documents of groups into a generation; a group that the engine refuses costs only itself. */
final class GroupWriter {

    private final SearchEngine engine;

    GroupWriter(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Replaces all documents of the groups; those without documents lose what they had.
     *
     * @return the groups that the engine refused, with the reason; they have no document afterwards
     * @throws IndexBrokenException when the generation cannot be written
     */
    Map<IndexGroup, Throwable> write(
            String generation, Collection<IndexGroup> groups, List<IndexDocument> documents, IndexMark mark) {
        Set<String> keys = groups.stream().map(IndexGroup::key).collect(Collectors.toSet());
        try {
            engine.write(generation, new IndexBatch(keys, documents, mark));
            return Map.of();
        } catch (RuntimeException failed) {
            if (!Poison.isCauseOf(failed)) {
                throw failed;
            }
            return oneByOne(generation, groups, documents, mark);
        }
    }

    private Map<IndexGroup, Throwable> oneByOne(
            String generation, Collection<IndexGroup> groups, List<IndexDocument> documents, IndexMark mark) {
        Map<IndexGroup, Throwable> failures = new LinkedHashMap<>();
        Map<String, List<IndexDocument>> byGroup =
                documents.stream().collect(Collectors.groupingBy(IndexDocument::group));
        for (IndexGroup group : groups) {
            Set<String> key = Set.of(group.key());
            try {
                engine.write(generation, new IndexBatch(key, byGroup.getOrDefault(group.key(), List.of()), mark));
            } catch (RuntimeException failed) {
                if (!Poison.isCauseOf(failed)) {
                    throw failed;
                }
                engine.write(generation, new IndexBatch(key, List.of(), mark)); // half a group is none
                failures.put(group, failed);
            }
        }
        return failures;
    }
}
