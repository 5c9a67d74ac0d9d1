package vn.gopy.search;

import java.util.Map;
import java.util.Set;
import vn.gopy.search.question.Asking;

/**
 * What a person asks the search.
 *
 * @param text as typed; blank finds everything within the selections
 * @param selections chosen values for each facet; values of one facet are alternatives
 * @param newestFirst instead of best first
 * @param page from 0
 * @param size hits of a page, at most {@link Asking#MAX_SIZE}
 */
public record SearchRequest(String text, Map<Facet, Set<String>> selections, boolean newestFirst, int page, int size) {

    /** The first page of what fits the words best. */
    public static SearchRequest of(String text) {
        return new SearchRequest(text, Map.of(), false, 0, 20);
    }
}
