package vn.gopy.search.engine;

import java.util.Optional;

/**
 * How the index is.
 *
 * @param generation the name of the one that answers
 * @param documents it holds
 * @param bytes on disk
 * @param mark of its last commit
 */
public record EngineHealth(Optional<String> generation, long documents, long bytes, Optional<IndexMark> mark) {}
