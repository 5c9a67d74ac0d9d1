package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineAnswer.Count;

/** How many documents have each value of each facet, over all segments. */
final class FacetCounts {

    private static final Comparator<Count> MOST_FREQUENT_FIRST =
            Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

    private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
    private final ValueNames names;

    FacetCounts(ValueNames names) {
        this.names = names;
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
    }

    /** See {@link EngineAnswer#facets}. */
    Map<Facet, List<Count>> byFacet() {
        Map<Facet, List<Count>> sorted = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> sorted.put(facet, sorted(values)));
        return sorted;
    }

    /** To put thousands of dossiers in order takes as long as to find them, and nobody reads so far. */
    private static List<Count> sorted(Map<String, Long> values) {
        PriorityQueue<Count> best = new PriorityQueue<>(MOST_FREQUENT_FIRST.reversed());
        List<Count> others = new ArrayList<>();
        values.forEach((value, count) -> {
            best.add(new Count(value, count));
            if (best.size() > EngineAnswer.VALUES_IN_ORDER) {
                others.add(best.remove());
            }
        });
        List<Count> sorted = new ArrayList<>(best);
        sorted.sort(MOST_FREQUENT_FIRST);
        sorted.addAll(others);
        return List.copyOf(sorted);
    }

    /** Adds the values that these documents of a segment have. */
    void add(Facet facet, LeafReaderContext leaf, FixedBitSet documents) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), IndexSchema.name(facet));
        int[] found = new int[(int) values.getValueCount()];
        if (found.length == 0) {
            return;
        }
        SortedDocValues single = DocValues.unwrapSingleton(values);
        if (single == null) {
            countAll(values, documents, found);
        } else {
            countOne(single, documents, found);
        }
        Map<String, Long> byValue = counts.getOrDefault(facet, Map.of());
        String[] words = names.of(facet, leaf.reader(), values);
        for (int ordinal = 0; ordinal < found.length; ordinal++) {
            if (found[ordinal] > 0) {
                byValue.merge(words[ordinal], (long) found[ordinal], Long::sum);
            }
        }
    }

    private static void countOne(SortedDocValues values, FixedBitSet documents, int[] found) throws IOException {
        BitSetIterator each = new BitSetIterator(documents, 0);
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            if (values.advanceExact(doc)) {
                found[values.ordValue()]++;
            }
        }
    }

    private static void countAll(SortedSetDocValues values, FixedBitSet documents, int[] found) throws IOException {
        BitSetIterator each = new BitSetIterator(documents, 0);
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    found[(int) values.nextOrd()]++;
                }
            }
        }
    }
}
