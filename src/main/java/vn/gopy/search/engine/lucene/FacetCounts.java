package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineAnswer.Count;

/** How many documents have each value of each facet, over all segments. */
final class FacetCounts {

    private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);

    FacetCounts() {
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
    }

    /** Each facet's values, the most frequent first. */
    Map<Facet, List<Count>> byFacet() {
        Map<Facet, List<Count>> sorted = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> sorted.put(facet, sorted(values)));
        return sorted;
    }

    private static List<Count> sorted(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
                .toList();
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
        for (int ordinal = 0; ordinal < found.length; ordinal++) {
            if (found[ordinal] > 0) {
                byValue.merge(values.lookupOrd(ordinal).utf8ToString(), (long) found[ordinal], Long::sum);
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
