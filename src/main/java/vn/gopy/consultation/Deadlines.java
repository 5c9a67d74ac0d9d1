package vn.gopy.consultation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** How a deadline may move: for a reason, and only forward, past the running moment. */
final class Deadlines {

    private Deadlines() {}

    /** The deadline after the move, to the precision that is stored; else refuses. */
    static Instant moved(Instant before, Instant wanted, String reason, Instant now) {
        if (reason.isBlank()) {
            throw Refusal.unprocessable("REASON_MISSING");
        }
        Instant after = Limits.moment(wanted).truncatedTo(ChronoUnit.MICROS);
        if (!after.isAfter(before) || !after.isAfter(now)) {
            throw Refusal.unprocessable("DEADLINE_NOT_LATER");
        }
        return after;
    }
}
