package vn.gopy.round;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** How a deadline may move: only forward, and past the running moment. */
final class Deadlines {

    private Deadlines() {}

    /** The deadline after the move, to the precision that is stored; else refuses. */
    static Instant moved(Instant before, Instant wanted, Instant now) {
        Instant after = Limits.moment(wanted).truncatedTo(ChronoUnit.MICROS);
        if (!after.isAfter(before) || !after.isAfter(now)) {
            throw Refusal.unprocessable("DEADLINE_NOT_LATER");
        }
        return after;
    }
}
