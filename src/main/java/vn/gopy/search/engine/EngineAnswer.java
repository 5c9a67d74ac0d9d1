package vn.gopy.search.engine;

import java.util.List;
import java.util.Map;
import vn.gopy.search.Facet;

/**
 * What an engine found.
 *
 * @param total of all hits, not only those given
 * @param hits in order
 * @param facets for each facet all its values, the {@value #VALUES_IN_ORDER} most frequent first and in order, the others in
 *     none; a facet's own selection is ignored in its counts
 * @param complete false when the time limit cut the search short; the figures are then lower bounds
 */
public record EngineAnswer(long total, List<Found> hits, Map<Facet, List<Count>> facets, boolean complete) {

    /** Of one facet: there may be as many dossiers as there are years of work, and nobody chooses among thousands. */
    public static final int VALUES_IN_ORDER = 100;

    /** A hit: nothing but its id, so that rights can be checked again before anything of it is read. */
    public record Found(String id, float score) {}

    /** How many hits have a value. */
    public record Count(String value, long count) {}
}
