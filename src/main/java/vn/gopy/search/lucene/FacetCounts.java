package vn.gopy.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongBitSet;
import vn.gopy.search.EngineAnswer.Count;
import vn.gopy.search.Facet;

/**
 * Counts all hits and, for each facet, how many have each value. A facet's own selection is ignored in its counts, so that
 * a second value can be added to it: a hit that fails exactly one facet's selection counts for that facet only.
 */
final class FacetCounts implements CollectorManager<Collector, FacetCounts> {

    private final Map<Facet, Set<String>> selections;
    private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
    private long total;

    FacetCounts(Map<Facet, Set<String>> selections) {
        this.selections = selections;
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
    }

    long total() {
        return total;
    }

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

    @Override
    public Collector newCollector() {
        return new Collector() {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
                return new Segment(context);
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        };
    }

    @Override
    public FacetCounts reduce(Collection<Collector> collectors) {
        return this;
    }

    private final class Segment implements LeafCollector {

        private final Column[] columns;
        private long hits;

        Segment(LeafReaderContext context) throws IOException {
            columns = new Column[Facet.values().length];
            for (Facet facet : Facet.values()) {
                columns[facet.ordinal()] = new Column(facet, context, selections.get(facet));
            }
        }

        @Override
        public void setScorer(Scorable scorer) {
            // The order of hits is another search's work.
        }

        @Override
        public void collect(int doc) throws IOException {
            Column failed = null;
            int failures = 0;
            for (Column column : columns) {
                if (!column.load(doc)) {
                    failed = column;
                    failures++;
                }
            }
            if (failures == 0) {
                hits++;
                for (Column column : columns) {
                    column.count();
                }
            } else if (failures == 1 && failed != null) {
                failed.count();
            }
        }

        @Override
        public void finish() throws IOException {
            total += hits;
            for (Column column : columns) {
                column.addTo(counts);
            }
        }
    }

    /** One facet's values within one segment. */
    private static final class Column {

        private final Facet facet;
        private final SortedSetDocValues values;
        private final LongBitSet wanted;
        private final boolean selective;
        private final long[] found;
        private long[] current = new long[4];
        private int currentSize;

        Column(Facet facet, LeafReaderContext context, @org.jspecify.annotations.Nullable Set<String> selection)
                throws IOException {
            this.facet = facet;
            this.values = DocValues.getSortedSet(context.reader(), IndexSchema.name(facet));
            this.found = new long[(int) values.getValueCount()];
            this.wanted = new LongBitSet(Math.max(1, values.getValueCount()));
            this.selective = selection != null;
            for (String value : selection == null ? Set.<String>of() : selection) {
                long ordinal = values.lookupTerm(new BytesRef(value));
                if (ordinal >= 0) {
                    wanted.set(ordinal);
                }
            }
        }

        /** Reads the document's values; false when none of them is selected. */
        boolean load(int doc) throws IOException {
            currentSize = 0;
            boolean selected = !selective;
            if (found.length > 0 && values.advanceExact(doc)) {
                int size = values.docValueCount();
                current = org.apache.lucene.util.ArrayUtil.grow(current, size);
                for (int i = 0; i < size; i++) {
                    current[i] = values.nextOrd();
                    selected |= wanted.get(current[i]);
                }
                currentSize = size;
            }
            return selected;
        }

        void count() {
            for (int i = 0; i < currentSize; i++) {
                found[(int) current[i]]++;
            }
        }

        void addTo(Map<Facet, Map<String, Long>> counts) throws IOException {
            for (int ordinal = 0; ordinal < found.length; ordinal++) {
                if (found[ordinal] > 0) {
                    String value = values.lookupOrd(ordinal).utf8ToString();
                    counts.getOrDefault(facet, Map.of()).merge(value, found[ordinal], Long::sum);
                }
            }
        }
    }
}
