package vn.gopy.legaltext.alignment;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one place.
 *
 * @param before the old places: several when they were merged, none when the place is new
 * @param after the new places: several when the old one was split, none when it was removed
 * @param main the old place that goes on, and the one that it is now: of several the most alike; null with one side only
 * @param similarity of all words with those below: 1 when they are the same, 0 when there is only one side
 * @param editorialOnly whether the words differ only in tone placement, i and y, letter case, abbreviations or white space
 */
public record Tie(
        Kind kind,
        List<TiedPlace> before,
        List<TiedPlace> after,
        @Nullable Pair main,
        double similarity,
        boolean editorialOnly,
        Set<Evidence> evidence) {

    /** An old place and the new one that it is. */
    public record Pair(TiedPlace before, TiedPlace after) {}

    /** What happened. Where words changed too it is EDITED, whatever the place; what was split or merged is that first. */
    public enum Kind {
        /** The same words at the same place. */
        SAME,
        /** The same words under another number of the same unit. */
        RENUMBERED,
        /** The same words in another unit, or out of the order they had. */
        MOVED,
        /** Other words, its own or below it; it may have moved or another number too. */
        EDITED,
        SPLIT,
        MERGED,
        REMOVED,
        NEW
    }
}
