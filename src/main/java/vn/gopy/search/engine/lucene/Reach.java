package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.lucene.ValueSets.ValueSet;

/** What a question may find at all, whatever its words: by the asker's tokens, the bounds, and the values chosen. */
final class Reach {

    private final boolean nothing;
    private final List<ValueSet> everywhere = new ArrayList<>();
    private final Map<Facet, ValueSet> selected = new EnumMap<>(Facet.class);

    Reach(EngineQuery query, ValueSets sets, int documents) {
        nothing = query.access().isEmpty(); // an asker without access tokens finds nothing
        everywhere.add(sets.of(IndexSchema.ACCESS, query.access(), documents));
        query.bounds().forEach((facet, values) -> everywhere.add(sets.of(IndexSchema.name(facet), values, documents)));
        query.selections()
                .forEach((facet, values) -> selected.put(facet, sets.of(IndexSchema.name(facet), values, documents)));
    }

    boolean selects(Facet facet) {
        return selected.containsKey(facet);
    }

    /** The documents of a segment within tokens and bounds, whatever is chosen. */
    FixedBitSet beforeSelections(LeafReader segment) throws IOException {
        if (nothing) {
            return new FixedBitSet(segment.maxDoc());
        }
        FixedBitSet within = everywhere.getFirst().in(segment).clone();
        for (ValueSet bound : everywhere.subList(1, everywhere.size())) {
            within.and(bound.in(segment));
        }
        Bits live = segment.getLiveDocs();
        if (live != null) {
            live.applyMask(within, 0);
        }
        return within;
    }

    /** Those of the documents that have a chosen value of every facet but the ignored one. */
    FixedBitSet selected(FixedBitSet documents, LeafReader segment, @Nullable Facet ignored) throws IOException {
        FixedBitSet narrowed = documents.clone();
        for (Map.Entry<Facet, ValueSet> one : selected.entrySet()) {
            if (one.getKey() != ignored) {
                narrowed.and(one.getValue().in(segment));
            }
        }
        return narrowed;
    }
}
