package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.Match;

/**
 * Which documents of a segment meet conditions, as one bit each: whole words of bits are joined at once, so that a total is
 * exact without walking from hit to hit. The best hits are then looked for among the bits that are set.
 */
final class MatchingDocuments {

    /** So many conditions are joined faster as bits. */
    private static final int FEW = 6;

    private final IndexSearcher searcher;
    private final LeafReaderContext leaf;
    private final QueryTimeout limit;
    private final int size;

    /** @param limit when it is over, conditions not yet looked at count as not met */
    MatchingDocuments(IndexSearcher searcher, LeafReaderContext leaf, QueryTimeout limit) {
        this.searcher = searcher;
        this.leaf = leaf;
        this.limit = limit;
        this.size = leaf.reader().maxDoc();
    }

    /** Those within reach that meet all that the query asks for but for the selected facet values. */
    FixedBitSet beforeSelections(EngineQuery query, Reach reach) throws IOException {
        FixedBitSet matching = limit.shouldExit() ? new FixedBitSet(size) : reach.beforeSelections(leaf.reader());
        for (Match condition : query.required()) {
            matching.and(bits(condition));
        }
        if (query.required().isEmpty() && !query.scoring().isEmpty()) {
            matching.and(atLeast(1, query.scoring()));
        }
        for (Match condition : query.excluded()) {
            matching.andNot(bits(condition));
        }
        return matching;
    }

    /** Whether one of the documents meets the condition: the first that does is enough. */
    boolean any(Match condition, FixedBitSet documents) throws IOException {
        DocIdSetIterator meeting = each(LuceneQueries.leaf(condition));
        int doc = meeting == null ? DocIdSetIterator.NO_MORE_DOCS : meeting.nextDoc();
        while (meeting != null && doc != DocIdSetIterator.NO_MORE_DOCS) {
            int next = documents.nextSetBit(doc);
            if (next == doc) {
                return true;
            }
            doc = next == DocIdSetIterator.NO_MORE_DOCS ? next : meeting.advance(next);
        }
        return false;
    }

    private FixedBitSet bits(Match match) throws IOException {
        return switch (match) {
            case Match.AnyOf any -> atLeast(any.minimum(), any.of());
            case Match.AllOf all -> all(all);
            case Match.Word word -> atLeast(1, LuceneQueries.places(word));
            default -> bits(LuceneQueries.leaf(match));
        };
    }

    /** Of many conditions the rarest leads: most of what the others meet is never looked at. */
    private FixedBitSet all(Match.AllOf all) throws IOException {
        if (all.of().size() > FEW) {
            return bits(LuceneQueries.leaf(all));
        }
        FixedBitSet meeting = everything();
        for (Match condition : all.of()) {
            meeting.and(bits(condition));
        }
        return meeting;
    }

    private FixedBitSet everything() {
        FixedBitSet all = new FixedBitSet(size);
        all.set(0, size);
        return all;
    }

    /** Adds up how many conditions each document meets. */
    private FixedBitSet atLeast(int minimum, List<Match> conditions) throws IOException {
        if (minimum <= 0) {
            return everything();
        }
        Tally tally = new Tally(size, minimum);
        for (Match condition : conditions) {
            tally.add(bits(condition));
        }
        return tally.reached();
    }

    private FixedBitSet bits(Query query) throws IOException {
        FixedBitSet bits = new FixedBitSet(size);
        DocIdSetIterator documents = each(query);
        if (documents != null) {
            documents.nextDoc();
            documents.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, bits, 0);
        }
        return bits;
    }

    private @Nullable DocIdSetIterator each(Query query) throws IOException {
        if (limit.shouldExit()) {
            return null;
        }
        Query rewritten = searcher.rewrite(query);
        Scorer scorer = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        return scorer == null ? null : scorer.iterator();
    }
}
