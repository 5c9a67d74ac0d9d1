package vn.gopy.round;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** How a deadline may move: only forward, and past the running moment. */
public final class Deadlines {

    /** The deadline of an invitee {@code i} in a round {@code r}: {@link Round#deadlineOf} in SQL. */
    public static final String OF_INVITEE = "greatest(i.closes_at, coalesce(r.closed_at, r.closes_at))";

    private Deadlines() {}

    /** The deadline after the move, to the precision that is stored; else refuses. */
    public static Instant moved(Instant before, Instant wanted, Instant now) {
        Instant after = Limits.moment(wanted).truncatedTo(ChronoUnit.MICROS);
        if (!after.isAfter(before) || !after.isAfter(now)) {
            throw Refusal.unprocessable("DEADLINE_NOT_LATER");
        }
        return after;
    }
}
