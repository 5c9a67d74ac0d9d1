package vn.gopy.search.index;

import java.time.Duration;

/** Waits longer after each failure in a row: what fails all the time must not fill the disk, the log or the processor. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return now;
    }

    void reset() {
        next = FIRST;
    }
}
