package vn.gopy.search.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import vn.gopy.search.IndexedState;

/** Walks over all documents and tells what the index knows of each. */
final class IndexedStates {

    private final DirectoryReader reader;

    IndexedStates(DirectoryReader reader) {
        this.reader = reader;
    }

    void forEach(Consumer<IndexedState> each) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            walk(leaf, each);
        }
    }

    private static void walk(LeafReaderContext leaf, Consumer<IndexedState> each) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
        NumericDocValues versions = DocValues.getNumeric(leaf.reader(), IndexSchema.VERSION);
        SortedSetDocValues groups = DocValues.getSortedSet(leaf.reader(), IndexSchema.GROUP);
        SortedSetDocValues access = DocValues.getSortedSet(leaf.reader(), IndexSchema.ACCESS);
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            if ((live == null || live.get(doc)) && ids.advanceExact(doc) && versions.advanceExact(doc)) {
                String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
                String group = tokens(groups, doc).iterator().next();
                each.accept(new IndexedState(id, group, versions.longValue(), tokens(access, doc)));
            }
        }
    }

    private static Set<String> tokens(SortedSetDocValues access, int doc) throws IOException {
        Set<String> tokens = new HashSet<>();
        if (access.advanceExact(doc)) {
            for (int i = 0; i < access.docValueCount(); i++) {
                tokens.add(access.lookupOrd(access.nextOrd()).utf8ToString());
            }
        }
        return tokens;
    }
}
