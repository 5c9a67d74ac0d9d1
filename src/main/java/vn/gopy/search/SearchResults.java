package vn.gopy.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a {@link SearchRequest}: only what the asker may see is in hits, total, counts and suggestion.
 *
 * @param total of up to six free words the hits that hold all of them; of more, the hits that hold enough of them
 * @param whole how many hits hold every free word: the total for up to six of them
 * @param unknown free words that nothing within reach holds, as typed; only said where nothing holds all words
 * @param near what lacks some words, the likest first; only where few hits hold all of up to six words
 * @param tookMs from the question to this answer
 * @param dossiers how many dossiers hold the hits
 * @param facets values with counts, most frequent first; names in place of ids where a value is an id; of a facet with more
 *     than a hundred the most frequent, those chosen and those of the hits shown
 * @param suggestion other words that find something, when these find little
 * @param leftOut how many words were too many
 * @param folded whether words without marks count as well
 * @param complete false when the time limit cut the search short
 */
public record SearchResults(
        long total,
        long whole,
        List<String> unknown,
        List<NearHits> near,
        long tookMs,
        List<SearchHit> hits,
        int dossiers,
        Map<Facet, List<FacetValue>> facets,
        Optional<String> suggestion,
        int leftOut,
        boolean folded,
        boolean complete) {

    /** What is answered while there is no index. */
    static SearchResults none() {
        return new SearchResults(
                0, 0, List.of(), List.of(), 0, List.of(), 0, Map.of(), Optional.empty(), 0, false, false);
    }

    /**
     * What lacks some words of the question.
     *
     * @param missing these words, as typed
     * @param instead the question that finds all of them
     * @param hits the best of them
     */
    public record NearHits(List<String> missing, String instead, long total, List<SearchHit> hits) {}

    /**
     * A value of a facet.
     *
     * @param name how people call it, where the value is an id
     */
    public record FacetValue(String value, String name, long count) {}
}
