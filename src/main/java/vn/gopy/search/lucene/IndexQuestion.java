package vn.gopy.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import vn.gopy.search.EngineAnswer;
import vn.gopy.search.EngineAnswer.Found;
import vn.gopy.search.EngineQuery;
import vn.gopy.search.EngineQuery.Order;

/** One question to one state of the index: the best hits by skipping what cannot be among them, the total by counting. */
final class IndexQuestion {

    private static final SortField BY_ID = new SortField(IndexSchema.ID, SortField.Type.STRING);
    private static final Sort BY_RELEVANCE = new Sort(SortField.FIELD_SCORE, BY_ID);
    private static final Sort BY_TIME =
            new Sort(new SortField(IndexSchema.WRITTEN_AT, SortField.Type.LONG, true), BY_ID);

    private final IndexSearcher searcher;

    IndexQuestion(DirectoryReader reader, Duration timeLimit) {
        searcher = new IndexSearcher(reader);
        searcher.setTimeout(new QueryTimeoutImpl(timeLimit.toMillis()));
    }

    EngineAnswer ask(EngineQuery query) throws IOException {
        List<Found> hits = query.size() == 0 ? List.of() : hits(query);
        if (!query.withFacets()) {
            long total = searcher.count(LuceneQueries.counted(query));
            return new EngineAnswer(total, hits, Map.of(), !searcher.timedOut());
        }
        FacetCounts counts =
                searcher.search(LuceneQueries.beforeSelections(query), new FacetCounts(query.selections()));
        return new EngineAnswer(counts.total(), hits, counts.byFacet(), !searcher.timedOut());
    }

    private List<Found> hits(EngineQuery query) throws IOException {
        Query ranked = LuceneQueries.ranked(query);
        int depth = Math.min(
                query.from() + query.size(),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        Sort sort = query.order() == Order.NEWEST ? BY_TIME : BY_RELEVANCE;
        TopFieldDocs top = searcher.search(ranked, new TopFieldCollectorManager(sort, depth, 1));
        List<Found> hits = new ArrayList<>();
        for (int i = query.from(); i < top.scoreDocs.length; i++) {
            hits.add(new Found(id(top.scoreDocs[i]), score(top.scoreDocs[i])));
        }
        return hits;
    }

    private String id(ScoreDoc hit) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
        ids.advanceExact(hit.doc - leaf.docBase);
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    private static float score(ScoreDoc hit) {
        return ((FieldDoc) hit).fields[0] instanceof Float score ? score : 0f;
    }
}
