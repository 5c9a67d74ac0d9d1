package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.Match;

/**
 * Which documents of a segment meet conditions, as one bit each: whole words of bits are joined at once, so that a total is
 * exact without walking from hit to hit. The best hits are then looked for among the bits that are set.
 */
final class MatchingDocuments {

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

    /** All that the query asks for but for the selected facet values. */
    FixedBitSet beforeSelections(EngineQuery query) throws IOException {
        FixedBitSet matching = bits(access(query.access()));
        for (Map.Entry<Facet, Set<String>> bound : query.bounds().entrySet()) {
            matching.and(selected(bound.getKey(), bound.getValue()));
        }
        for (Match condition : query.required()) {
            matching.and(bits(condition));
        }
        if (query.required().isEmpty() && !query.scoring().isEmpty()) {
            matching.and(atLeast(1, query.scoring()));
        }
        for (Match condition : query.excluded()) {
            matching.andNot(bits(condition));
        }
        Bits live = leaf.reader().getLiveDocs();
        if (live != null) {
            live.applyMask(matching, 0);
        }
        return matching;
    }

    private static Query access(Set<String> tokens) {
        return tokens.isEmpty()
                ? new MatchNoDocsQuery("An asker without access tokens finds nothing")
                : KeywordField.newSetQuery(IndexSchema.ACCESS, bytes(tokens));
    }

    /** Those with at least one of the values. */
    FixedBitSet selected(Facet facet, Set<String> values) throws IOException {
        return bits(KeywordField.newSetQuery(IndexSchema.name(facet), bytes(values)));
    }

    private static List<BytesRef> bytes(Collection<String> values) {
        return values.stream().map(BytesRef::new).toList();
    }

    private FixedBitSet bits(Match match) throws IOException {
        return switch (match) {
            case Match.AnyOf any -> atLeast(any.minimum(), any.of());
            case Match.AllOf all -> all(all.of());
            case Match.Word word -> atLeast(1, LuceneQueries.places(word));
            default -> bits(LuceneQueries.leaf(match));
        };
    }

    private FixedBitSet all(List<Match> conditions) throws IOException {
        FixedBitSet all = everything();
        for (Match condition : conditions) {
            all.and(bits(condition));
        }
        return all;
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
        if (limit.shouldExit()) {
            return bits;
        }
        Query rewritten = searcher.rewrite(query);
        Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
            DocIdSetIterator documents = scorer.iterator();
            documents.nextDoc();
            documents.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, bits, 0);
        }
        return bits;
    }
}
