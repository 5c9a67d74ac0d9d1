package vn.gopy.consultation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.gopy.shared.Refusal;

/** How a deadline may move: for a reason, and only forward, past the running moment and within the years of this office. */
final class Deadlines {

    /** What lies beyond is a slip of the keys. */
    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private Deadlines() {}

    /** The deadline after the move, to the precision that is stored; else refuses. */
    static Instant moved(Instant before, Instant wanted, String reason, Instant now) {
        if (reason.isBlank()) {
            throw Refusal.unprocessable("REASON_MISSING");
        }
        requireReal(wanted);
        Instant after = wanted.truncatedTo(ChronoUnit.MICROS);
        if (!after.isAfter(before) || !after.isAfter(now)) {
            throw Refusal.unprocessable("DEADLINE_NOT_LATER");
        }
        return after;
    }

    /** Refuses a moment that no calendar on a desk shows. */
    static void requireReal(Instant deadline) {
        if (!deadline.isBefore(LATEST)) {
            throw Refusal.unprocessable("DEADLINE_TOO_FAR");
        }
    }
}
