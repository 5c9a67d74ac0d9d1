package vn.gopy.search;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import vn.gopy.account.PersonId;

/**
 * A search that its person keeps; nobody else sees it.
 *
 * @param words as typed; may be blank where selections say enough
 * @param selections chosen values for each facet
 * @param alert whether its person is told when something new matches
 */
public record SavedSearch(
        SavedSearchId id,
        int version,
        PersonId person,
        String name,
        String words,
        Map<Facet, Set<String>> selections,
        boolean newestFirst,
        boolean alert,
        Instant createdAt) {

    /** The search itself, a page of it. */
    public SearchRequest page(int page, int size) {
        return new SearchRequest(words, selections, newestFirst, page, size);
    }
}
