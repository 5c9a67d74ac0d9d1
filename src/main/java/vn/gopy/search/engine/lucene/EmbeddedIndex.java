package vn.gopy.search.engine.lucene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.store.FSDirectory;
import vn.gopy.search.engine.IndexInUseException;
import vn.gopy.search.engine.SearchEngine;

/** Opens the search index that lives in a folder of this machine. */
public final class EmbeddedIndex {

    private EmbeddedIndex() {}

    /** Whether another process holds the folder at this moment; a folder that is not there is held by nobody. */
    public static boolean inUse(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (IndexFolder taken = IndexFolder.take(folder)) {
            return false;
        } catch (IndexInUseException held) {
            return true;
        }
    }

    /**
     * Takes the folder for this process alone. A generation that cannot be read, or was made by another analysis, is left
     * inactive, so that {@link SearchEngine#health()} shows none and the caller rebuilds.
     *
     * @param folder made when absent
     * @param timeLimit after which a search gives what it has
     * @throws IndexInUseException when another process holds the folder
     * @throws java.io.UncheckedIOException when the folder cannot be read or written
     */
    public static SearchEngine open(Path folder, Duration timeLimit) {
        return open(folder, timeLimit, FSDirectory::open);
    }

    static SearchEngine open(Path folder, Duration timeLimit, Disk disk) {
        return new LuceneSearchEngine(IndexFolder.take(folder), disk, timeLimit);
    }
}
