package vn.gopy.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a {@link SearchRequest}: only what the asker may see is in hits, total, counts and suggestion.
 *
 * @param tookMs from the question to this answer
 * @param facets values with counts, most frequent first; names in place of ids where a value is an id
 * @param suggestion other words that find something, when these find little
 * @param leftOut how many words were too many
 * @param folded whether words without marks count as well
 * @param complete false when the time limit cut the search short
 */
public record SearchResults(
        long total,
        long tookMs,
        List<SearchHit> hits,
        Map<Facet, List<FacetValue>> facets,
        Optional<String> suggestion,
        int leftOut,
        boolean folded,
        boolean complete) {

    /**
     * A value of a facet.
     *
     * @param name how people call it, where the value is an id
     */
    public record FacetValue(String value, String name, long count) {}
}
