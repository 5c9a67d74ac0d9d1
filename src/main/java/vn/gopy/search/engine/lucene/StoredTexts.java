package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import vn.gopy.search.engine.StoredText;

/** Reads what the index keeps to show of a document. */
final class StoredTexts {

    private final DirectoryReader reader;
    private final StoredFields fields;

    StoredTexts(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.fields = reader.storedFields();
    }

    List<StoredText> of(Collection<String> ids) throws IOException {
        List<StoredText> texts = new ArrayList<>(ids.size());
        for (String id : ids) {
            int document = find(id);
            if (document >= 0) {
                texts.add(text(id, fields.document(document)));
            }
        }
        return texts;
    }

    private int find(String id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(new Term(IndexSchema.ID, id), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(postings.docID())) {
                    return leaf.docBase + postings.docID();
                }
            }
        }
        return -1;
    }

    private static StoredText text(String id, Document document) {
        return new StoredText(
                id,
                document.get(IndexSchema.STORED_TITLE),
                document.get(IndexSchema.STORED_CONTEXT),
                document.get(IndexSchema.STORED_TEXT),
                PlaceCodec.decode(document.get(IndexSchema.STORED_PLACES)));
    }
}
