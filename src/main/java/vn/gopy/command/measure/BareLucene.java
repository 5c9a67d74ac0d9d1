package vn.gopy.command.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.IndexDocument;

/**
 * Lucene as its manual begins: StandardAnalyzer, one field with all words, any of them. It stores the same words and facet
 * values, but knows no rights, so that it has less to do than the product. A page alone is its ten best with the total only
 * counted as far as Lucene does by default; with facets the total is exact.
 */
final class BareLucene implements Contender {

    private static final String TEXT = "text";
    private static final String ID = "id";
    private static final int FIRST_PAGE = 10;
    private static final double RAM_BUFFER_MB = 64;

    private final Analyzer analyzer = new StandardAnalyzer();
    private final Path folder;
    private final FSDirectory directory;
    private DirectoryReader reader;

    BareLucene(Path folder) throws IOException {
        this.folder = folder;
        this.directory = FSDirectory.open(folder);
        try (IndexWriter writer = new IndexWriter(directory, config())) {
            this.reader = DirectoryReader.open(writer);
        }
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig(analyzer).setRAMBufferSizeMB(RAM_BUFFER_MB);
    }

    @Override
    public String name() {
        return "Lucene";
    }

    @Override
    public void index(MeasuredArticles articles) {
        try {
            reader.close();
            try (IndexWriter writer = new IndexWriter(directory, config())) {
                writer.deleteAll();
                for (int number = 0; number < articles.size(); number++) {
                    writer.addDocument(plain(articles.get(number)));
                }
                writer.commit();
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document plain(IndexDocument source) {
        Document target = new Document();
        target.add(new StringField(ID, source.id(), Field.Store.YES));
        target.add(new TextField(TEXT, source.title(), Field.Store.YES));
        target.add(new TextField(TEXT, source.context(), Field.Store.YES));
        target.add(new TextField(TEXT, source.text(), Field.Store.YES));
        source.facets()
                .forEach((facet, values) -> values.forEach(
                        value -> target.add(new SortedSetDocValuesField(facet.name(), new BytesRef(value)))));
        return target;
    }

    @Override
    public long search(String question, Wish wish) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            Query query = AnyWord.of(analyzer, TEXT, question);
            if (wish == Wish.PAGE) {
                return searcher.search(query, FIRST_PAGE).totalHits.value();
            }
            var best = new TopScoreDocCollectorManager(FIRST_PAGE, null, Integer.MAX_VALUE);
            Object[] results = searcher.search(query, new MultiCollectorManager(best, new Counting()));
            return ((TopDocs) results[0]).totalHits.value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long bytes() {
        return Folders.bytes(folder);
    }

    @Override
    public void close() {
        try (directory;
                DirectoryReader last = reader) {
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts every facet's values over all hits. */
    private static final class Counting implements CollectorManager<Collector, Long> {

        @Override
        public Collector newCollector() {
            return new Counter();
        }

        @Override
        public Long reduce(Collection<Collector> counters) {
            return counters.stream()
                    .map(Counter.class::cast)
                    .mapToLong(counter -> counter.counted)
                    .sum();
        }
    }

    private static final class Counter extends SimpleCollector {

        private final SortedSetDocValues[] values = new SortedSetDocValues[Facet.values().length];
        private final long[][] counts = new long[values.length][];
        private long counted;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            for (Facet facet : Facet.values()) {
                values[facet.ordinal()] = DocValues.getSortedSet(leaf.reader(), facet.name());
                counts[facet.ordinal()] = new long[(int) values[facet.ordinal()].getValueCount()];
            }
        }

        @Override
        public void collect(int document) throws IOException {
            for (int facet = 0; facet < values.length; facet++) {
                if (values[facet].advanceExact(document)) {
                    for (int i = 0; i < values[facet].docValueCount(); i++) {
                        counts[facet][(int) values[facet].nextOrd()]++;
                    }
                }
            }
        }

        @Override
        public void finish() throws IOException {
            counted += Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
