package vn.gopy.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a hit.
 *
 * @param path the smallest place that holds the best of it; null when the document has no places
 * @param ref the id belonging to that place; null when it has none
 * @param title the heading with the words found in it
 * @param snippet the best part of the text, whole sentences where they fit; an ellipsis stands where it was cut
 */
public record Passage(
        String id, @Nullable String path, @Nullable String ref, List<Fragment> title, List<Fragment> snippet) {

    /** A run of characters, found or not. */
    public record Fragment(String text, boolean hit) {}
}
