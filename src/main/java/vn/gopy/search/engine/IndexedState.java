package vn.gopy.search.engine;

import java.util.Set;

/** What the index holds of one document, for comparison with the database. */
public record IndexedState(String id, String group, long version, Set<String> access) {}
