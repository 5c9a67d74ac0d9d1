package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/** Where the files of a generation are; tests put one here that is full or fails. */
interface Disk {

    Directory open(Path files) throws IOException;
}
