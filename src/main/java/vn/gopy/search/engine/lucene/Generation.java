package vn.gopy.search.engine.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexMark;

/** One complete index: its files, its single writer, and what readers see of it. */
final class Generation implements Closeable {

    private static final String EPOCH = "epoch";
    private static final String N = "n";
    private static final String FINGERPRINT = "fingerprint";
    private static final double RAM_BUFFER_MB = Math.clamp(Runtime.getRuntime().maxMemory() >> 23, 32, 192);
    private static final int MANY_DOCUMENTS = 200;

    /** Few, since every question looks up its words in each segment. */
    private static final double SEGMENTS_PER_TIER = 4;

    private final String name;
    private final Directory directory;
    private final IndexWriter writer;
    private final ReaderManager readers;
    private final ThreadLocal<DocumentFields> fields = ThreadLocal.withInitial(DocumentFields::new);

    /** A batch takes away before it puts back: whoever looked in between would miss what only changes. */
    private final Lock whole = new ReentrantLock();

    private volatile @Nullable IndexMark mark;

    private Generation(String name, Directory directory, IndexWriter writer) throws IOException {
        this.name = name;
        this.directory = directory;
        this.writer = writer;
        this.readers = new ReaderManager(writer);
    }

    static Generation create(String name, Directory files) throws IOException {
        return open(name, files, IndexWriterConfig.OpenMode.CREATE);
    }

    /** Fails with an {@link IOException} when the files are damaged or were made by another analysis. */
    static Generation existing(String name, Directory files) throws IOException {
        Generation generation = open(name, files, IndexWriterConfig.OpenMode.APPEND);
        Map<String, String> data = commitData(generation.writer);
        if (!IndexSchema.FINGERPRINT.equals(data.get(FINGERPRINT))) {
            generation.close();
            throw new IOException("The index was made by another analysis: " + data.get(FINGERPRINT));
        }
        generation.mark = new IndexMark(data.getOrDefault(EPOCH, ""), Long.parseLong(data.getOrDefault(N, "0")));
        return generation;
    }

    private static Generation open(String name, Directory directory, IndexWriterConfig.OpenMode mode)
            throws IOException {
        try {
            IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
            config.setOpenMode(mode).setRAMBufferSizeMB(RAM_BUFFER_MB).setCommitOnClose(false);
            config.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
            return open(name, directory, new IndexWriter(directory, config));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Generation open(String name, Directory directory, IndexWriter writer) throws IOException {
        try {
            return new Generation(name, directory, writer);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static Map<String, String> commitData(IndexWriter writer) {
        Map<String, String> data = new java.util.HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    String name() {
        return name;
    }

    ReaderManager readers() {
        return readers;
    }

    Optional<IndexMark> mark() {
        return Optional.ofNullable(mark);
    }

    /** @param commit whether the batch is on disk afterwards; else it is with the next one that is, or {@link #commit} */
    void write(IndexBatch batch, boolean commit) throws IOException {
        whole.lock();
        try {
            for (String group : batch.replaced()) {
                writer.deleteDocuments(new Term(IndexSchema.GROUP, group));
            }
            writeAll(batch.documents());
        } finally {
            whole.unlock();
        }
        IndexMark reached = batch.mark();
        writer.setLiveCommitData(
                Map.of(EPOCH, reached.epoch(), N, Long.toString(reached.n()), FINGERPRINT, IndexSchema.FINGERPRINT)
                        .entrySet());
        mark = reached;
        if (commit) {
            writer.commit();
        }
    }

    /** Many documents are taken apart on all processors: that is most of the work of a rebuild. */
    private void writeAll(List<IndexDocument> documents) throws IOException {
        try {
            Stream<IndexDocument> each =
                    documents.size() < MANY_DOCUMENTS ? documents.stream() : documents.parallelStream();
            each.forEach(this::write);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(IndexDocument document) {
        try {
            writer.updateDocument(
                    new Term(IndexSchema.ID, document.id()), fields.get().of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings everything written on disk. */
    void commit() throws IOException {
        writer.commit();
    }

    /** Lets readers see what was written; waits for the end of a batch. */
    void refresh() throws IOException {
        whole.lock();
        try {
            readers.maybeRefreshBlocking();
        } finally {
            whole.unlock();
        }
    }

    /** Reads every file through its checksum. */
    void check() throws IOException {
        DirectoryReader reader = readers.acquire();
        try {
            List<LeafReaderContext> leaves = reader.leaves();
            for (LeafReaderContext leaf : leaves) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        } finally {
            readers.release(reader);
        }
    }

    /** Lets go of the files without writing another byte; who reads goes on reading. */
    void stopWriting() throws IOException {
        writer.rollback();
    }

    /** @throws IOException when something of it could not be closed; the rest is */
    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            readers.close();
        }
    }
}
