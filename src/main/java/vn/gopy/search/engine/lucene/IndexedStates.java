package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.engine.IndexedState;

/** Tells what the index knows of the documents of some groups, and which groups there are. */
final class IndexedStates {

    private final DirectoryReader reader;

    IndexedStates(DirectoryReader reader) {
        this.reader = reader;
    }

    /** The next groups in order. */
    List<String> groups(String after, int limit) throws IOException {
        List<String> groups = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, IndexSchema.GROUP);
        if (terms == null) {
            return groups;
        }
        TermsEnum each = terms.iterator();
        TermsEnum.SeekStatus found = each.seekCeil(new BytesRef(after));
        BytesRef group = found == TermsEnum.SeekStatus.END ? null : each.term();
        while (group != null && groups.size() < limit) {
            String name = group.utf8ToString();
            if (!name.equals(after)) {
                groups.add(name);
            }
            group = each.next();
        }
        return groups;
    }

    List<IndexedState> of(Collection<String> groups) throws IOException {
        List<IndexedState> states = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            add(leaf, groups, states);
        }
        return states;
    }

    private static void add(LeafReaderContext leaf, Collection<String> wanted, List<IndexedState> states)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        for (String group : wanted) {
            PostingsEnum documents = leaf.reader().postings(new Term(IndexSchema.GROUP, group), PostingsEnum.NONE);
            if (documents != null) {
                add(leaf, live, group, documents, states);
            }
        }
    }

    /** Values are read forwards only, so each group begins them anew. */
    private static void add(
            LeafReaderContext leaf,
            @Nullable Bits live,
            String group,
            PostingsEnum documents,
            List<IndexedState> states)
            throws IOException {
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
        NumericDocValues versions = DocValues.getNumeric(leaf.reader(), IndexSchema.VERSION);
        SortedSetDocValues access = DocValues.getSortedSet(leaf.reader(), IndexSchema.ACCESS);
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if ((live == null || live.get(doc)) && ids.advanceExact(doc) && versions.advanceExact(doc)) {
                String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
                states.add(new IndexedState(id, group, versions.longValue(), tokens(access, doc)));
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
