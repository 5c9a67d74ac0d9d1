package vn.gopy.command.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/** Times taken again and again. */
final class Laps {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        nanos.add(System.nanoTime() - start);
    }

    /** A time that somebody else took. */
    void add(Duration lap) {
        nanos.add(lap.toNanos());
    }

    /** Forgets all of them. */
    void clear() {
        nanos.clear();
    }

    /** With the time that the work waits for a thread. */
    void timeOn(Executor threads, Runnable work, Runnable afterwards) {
        long start = System.nanoTime();
        threads.execute(() -> {
            try {
                work.run();
                nanos.add(System.nanoTime() - start);
            } finally {
                afterwards.run();
            }
        });
    }

    int count() {
        return nanos.size();
    }

    /** The time in milliseconds that this share of all laps did not exceed; 0 when there are none. */
    double percentile(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %9.2f ms   p95 %9.2f ms   p99 %9.2f ms   (%d)",
                percentile(0.5),
                percentile(0.95),
                percentile(0.99),
                count());
    }
}
