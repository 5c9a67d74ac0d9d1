package vn.gopy.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of making the index anew.
 *
 * @param at when it came to be so; null for NONE
 * @param reason why it failed, a code; empty otherwise
 */
public record IndexRebuild(State state, @Nullable Instant at, String reason) {

    /** Where none was asked for. */
    public static final IndexRebuild NONE = new IndexRebuild(State.NONE, null, "");

    /** How far it is. */
    public enum State {
        NONE,
        ASKED,
        RUNNING,
        DONE,
        FAILED
    }

    /** Whether another wish would change nothing. */
    public boolean isUnderWay() {
        return state == State.ASKED || state == State.RUNNING;
    }
}
