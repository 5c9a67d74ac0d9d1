package vn.gopy.search.engine;

import java.util.List;
import java.util.Set;

/**
 * Changes that become visible together.
 *
 * @param replaced groups of which all documents leave the index first; unknown ones are no error
 * @param documents written then, each in place of an older one with the same id
 * @param mark committed with them
 */
public record IndexBatch(Set<String> replaced, List<IndexDocument> documents, IndexMark mark) {}
