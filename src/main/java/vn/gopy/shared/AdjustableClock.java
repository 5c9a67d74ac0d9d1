package vn.gopy.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The product's clock: the time of the machine, unless the running thread has been set to another moment. Filling an
 * example with a past, and tests of deadlines, need that; nothing else sets it.
 */
public final class AdjustableClock extends Clock {

    private final ThreadLocal<@Nullable Instant> moment = new ThreadLocal<>();
    private final Clock machine = Clock.systemUTC();

    /** Does something as if it were done at that moment. */
    public <T> T at(Instant then, Supplier<T> work) {
        Instant before = moment.get();
        moment.set(then);
        try {
            return work.get();
        } finally {
            moment.set(before);
        }
    }

    @Override
    public Instant instant() {
        Instant then = moment.get();
        return then == null ? machine.instant() : then;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
