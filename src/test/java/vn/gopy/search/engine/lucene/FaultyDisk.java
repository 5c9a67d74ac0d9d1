package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import vn.gopy.search.engine.SearchEngine;

/** A disk that is full whenever a test says so: nothing more can be written, everything can be read. */
public final class FaultyDisk {

    private volatile boolean full;

    public void fill() {
        full = true;
    }

    public void free() {
        full = false;
    }

    public SearchEngine open(Path folder) {
        return EmbeddedIndex.open(folder, Duration.ofSeconds(5), files -> new Filling(FSDirectory.open(files)));
    }

    private void write() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    private final class Filling extends FilterDirectory {

        Filling(Directory files) {
            super(files);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            write();
            return new Output(in.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            write();
            return new Output(in.createTempOutput(prefix, suffix, context));
        }
    }

    private final class Output extends FilterIndexOutput {

        Output(IndexOutput out) {
            super("filling", out.getName(), out);
        }

        @Override
        public void writeByte(byte one) throws IOException {
            write();
            super.writeByte(one);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            write();
            super.writeBytes(bytes, offset, length);
        }
    }
}
