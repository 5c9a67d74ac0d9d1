package vn.gopy.search.lucene;

import java.nio.file.Path;
import java.time.Duration;
import vn.gopy.search.SearchEngine;

/** Opens the search index that lives in a folder of this machine. */
public final class EmbeddedIndex {

    private EmbeddedIndex() {}

    /**
     * Takes the folder for this process alone. A generation that cannot be read, or was made by another analysis, is left
     * inactive, so that {@link SearchEngine#health()} shows none and the caller rebuilds.
     *
     * @param folder made when absent
     * @param timeLimit after which a search gives what it has
     * @throws vn.gopy.search.IndexInUseException when another process holds the folder
     * @throws java.io.UncheckedIOException when the folder cannot be read or written
     */
    public static SearchEngine open(Path folder, Duration timeLimit) {
        return new LuceneSearchEngine(IndexFolder.take(folder), timeLimit);
    }
}
