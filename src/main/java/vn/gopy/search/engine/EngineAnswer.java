package vn.gopy.search.engine;

import java.util.List;
import java.util.Map;
import vn.gopy.search.Facet;

/**
 * What an engine found.
 *
 * @param total of all hits, not only those given
 * @param hits in order
 * @param facets for each facet its values, most frequent first; a facet's own selection is ignored in its counts
 * @param complete false when the time limit cut the search short; the figures are then lower bounds
 */
public record EngineAnswer(long total, List<Found> hits, Map<Facet, List<Count>> facets, boolean complete) {

    /** A hit: nothing but its id, so that rights can be checked again before anything of it is read. */
    public record Found(String id, float score) {}

    /** How many hits have a value. */
    public record Count(String value, long count) {}
}
