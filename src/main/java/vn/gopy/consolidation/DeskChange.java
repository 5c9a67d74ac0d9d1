package vn.gopy.consolidation;

import java.time.Instant;

/**
 * A change that its person can still undo.
 *
 * @param n later ones have greater numbers
 */
public record DeskChange(long n, Kind kind, Instant at) {

    /** What was done. */
    public enum Kind {
        ANSWER,
        GROUP,
        UNGROUP,
        ENTER,
        SPLIT,
        SIDES
    }
}
