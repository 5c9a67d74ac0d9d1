package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.FixedBitSet;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.Match;

/**
 * One question to one state of the index: first which documents are hits at all, as bits; from these the total and the
 * facets; then the best of them, skipping what cannot be among the best.
 */
final class IndexQuestion {

    private static final SortField BY_ID = new SortField(IndexSchema.ID, SortField.Type.STRING);
    private static final Sort BY_RELEVANCE = new Sort(SortField.FIELD_SCORE, BY_ID);
    private static final Sort BY_TIME =
            new Sort(new SortField(IndexSchema.WRITTEN_AT, SortField.Type.LONG, true), BY_ID);

    private final IndexSearcher searcher;
    private final QueryTimeout limit;
    private final ValueSets sets;
    private final FacetCounts facets;
    private final FixedBitSet[] hits;

    IndexQuestion(IndexSearcher searcher, QueryTimeout limit, ValueSets sets, ValueNames names) {
        this.searcher = searcher;
        this.limit = limit;
        this.sets = sets;
        this.facets = new FacetCounts(names);
        this.hits = new FixedBitSet[searcher.getLeafContexts().size()];
        searcher.setTimeout(limit);
    }

    EngineAnswer ask(EngineQuery query) throws IOException {
        Reach reach = reach(query);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            match(leaf, query, reach);
        }
        int total = Arrays.stream(hits).mapToInt(FixedBitSet::cardinality).sum();
        List<Found> best = total == 0 || query.size() == 0 ? List.of() : best(query, total);
        boolean complete = !searcher.timedOut() && !limit.shouldExit();
        return new EngineAnswer(total, best, query.withFacets() ? facets.byFacet() : Map.of(), complete);
    }

    private Reach reach(EngineQuery query) {
        return new Reach(query, sets, searcher.getIndexReader().maxDoc());
    }

    private void match(LeafReaderContext leaf, EngineQuery query, Reach reach) throws IOException {
        FixedBitSet before = new MatchingDocuments(searcher, leaf, limit).beforeSelections(query, reach);
        hits[leaf.ord] = reach.selected(before, leaf.reader(), null);
        if (query.withFacets()) {
            for (Facet facet : Facet.values()) {
                // its own selection is ignored in its counts, so that a second value can be added to it
                FixedBitSet counted =
                        reach.selects(facet) ? reach.selected(before, leaf.reader(), facet) : hits[leaf.ord];
                facets.add(facet, leaf, counted);
            }
        }
    }

    /** Those of the conditions that none of the query's hits meets. */
    Set<Match> unmet(EngineQuery query, Collection<Match> conditions) throws IOException {
        Reach reach = reach(query);
        Set<Match> unmet = new LinkedHashSet<>(conditions);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            match(leaf, query, reach);
            MatchingDocuments matching = new MatchingDocuments(searcher, leaf, limit);
            for (Match condition : List.copyOf(unmet)) {
                if (matching.any(condition, hits[leaf.ord])) {
                    unmet.remove(condition);
                }
            }
        }
        return unmet;
    }

    private List<Found> best(EngineQuery query, int total) throws IOException {
        int depth = Math.min(query.from() + query.size(), total);
        ScoreDoc[] top = top(query, depth);
        List<Found> found = new ArrayList<>();
        for (int i = query.from(); i < top.length; i++) {
            found.add(new Found(id(top[i]), score(top[i])));
        }
        return found;
    }

    /** Hits without any word that scores stand behind all others, and are looked for only when these are too few. */
    private ScoreDoc[] top(EngineQuery query, int depth) throws IOException {
        AmongQuery among = new AmongQuery(hits);
        if (query.order() == Order.NEWEST) {
            return top(among, BY_TIME, depth);
        }
        if (query.scoring().isEmpty()) {
            return top(LuceneQueries.unscored(among), BY_RELEVANCE, depth);
        }
        ScoreDoc[] scored = top(LuceneQueries.ranked(query.scoring(), 1, among), BY_RELEVANCE, depth);
        return scored.length >= depth || limit.shouldExit()
                ? scored
                : top(LuceneQueries.ranked(query.scoring(), 0, among), BY_RELEVANCE, depth);
    }

    private ScoreDoc[] top(Query query, Sort sort, int depth) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort, depth, 1)).scoreDocs;
    }

    private String id(ScoreDoc hit) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
        ids.advanceExact(hit.doc - leaf.docBase);
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    private static float score(ScoreDoc hit) {
        return ((FieldDoc) hit).fields[0] instanceof Float score ? score : 0f;
    }
}
