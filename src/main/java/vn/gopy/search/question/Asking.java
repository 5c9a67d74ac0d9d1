package vn.gopy.search.question;

import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineQuery;

/**
 * A question with everything that bounds its answer.
 *
 * @param text as typed
 * @param selections facet values chosen beside the words
 * @param bounds facet values that limit everything found and counted
 * @param access the asker's tokens
 * @param order how hits are sorted
 * @param from hits to skip, at most {@link #MAX_DEPTH}
 * @param size hits to give, 0 to {@link #MAX_SIZE}
 * @param withFacets whether values are counted
 */
public record Asking(
        String text,
        Map<Facet, Set<String>> selections,
        Map<Facet, Set<String>> bounds,
        Set<String> access,
        EngineQuery.Order order,
        int from,
        int size,
        boolean withFacets) {

    /** The deepest hit that can be asked for; nobody reads further, and it costs memory. */
    public static final int MAX_DEPTH = 10_000;

    /** The most hits of one answer. */
    public static final int MAX_SIZE = 200;

    /** Whether it is asked from the beginning. */
    public boolean isFirstPage() {
        return from == 0 && size > 0;
    }

    /** The same without a hit or a facet, for its total. */
    Asking counting() {
        return first(text, 0);
    }

    /** Other words within the same bounds, of which the first hits are wanted, without facets. */
    public Asking first(String words, int hits) {
        return new Asking(words, selections, bounds, access, order, 0, hits, false);
    }

    /** Brings depth and size into their bounds, and keeps what bounds the answer from being changed. */
    public Asking {
        bounds = EngineQuery.unchangeable(bounds);
        access = Set.copyOf(access);
        from = Math.clamp(from, 0, MAX_DEPTH);
        size = Math.clamp(size, 0, MAX_SIZE);
    }
}
