package vn.gopy.search;

import java.util.List;
import java.util.Set;

/**
 * Changes that become visible together.
 *
 * @param documents written, each in place of an older one with the same id
 * @param removed ids that leave the index; unknown ones are no error
 * @param mark committed with them
 */
public record IndexBatch(List<IndexDocument> documents, Set<String> removed, IndexMark mark) {}
