package vn.gopy.command.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.lucene.IndexSchema;

/** What a search does that takes Lucene's usual defaults: the measure that ours is compared with, never used otherwise. */
public final class StandardBaseline implements AutoCloseable {

    private static final String TEXT = "text";

    private final Analyzer analyzer = new StandardAnalyzer();
    private final DirectoryReader reader;

    /** Indexes the documents into an empty folder. */
    public StandardBaseline(Path folder, List<IndexDocument> documents) {
        try {
            FSDirectory directory = FSDirectory.open(folder);
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (IndexDocument document : documents) {
                    writer.addDocument(plain(document));
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document plain(IndexDocument source) {
        Document target = new Document();
        target.add(new StoredField(IndexSchema.ID, source.id()));
        target.add(new TextField(TEXT, source.title() + "\n" + source.text(), Field.Store.NO));
        return target;
    }

    /** The ids of the best hits for a question, best first. */
    public List<String> search(String question, int size) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            List<String> ids = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(AnyWord.of(analyzer, TEXT, question), size).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get(IndexSchema.ID));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (reader) {
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
