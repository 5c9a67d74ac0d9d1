package vn.gopy.search.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;
import vn.gopy.search.question.TypedNumber;

/**
 * One thing that can be found.
 *
 * @param id unique in the index
 * @param group names what it was made from, such as a version; all documents of a group are replaced together
 * @param version differs whenever anything but {@code access} differs; compared by the reconciler
 * @param title its heading; empty when it has none
 * @param context the name of the document it belongs to; empty when it stands alone
 * @param text its words in NFC, without the heading
 * @param places the places inside {@code text}, outer before inner, its own first where it has one
 * @param numbers keys of document numbers, its own and cited ones, see {@link TypedNumber#keys()}
 * @param facets what it is counted under
 * @param access who may find it: a search finds it when it brings at least one of these tokens; never empty
 * @param writtenAt for ordering by time
 */
public record IndexDocument(
        String id,
        String group,
        long version,
        String title,
        String context,
        String text,
        List<PlaceRange> places,
        Set<String> numbers,
        Map<Facet, Set<String>> facets,
        Set<String> access,
        Instant writtenAt) {

    /** Refuses a document that nobody could ever find. */
    public IndexDocument {
        if (access.isEmpty()) {
            throw new IllegalArgumentException("A document without access tokens: " + id);
        }
    }
}
