package vn.gopy.shell.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many calls each of many askers has left: so many a second, and after a pause ten times as many at once. Whoever has
 * not been seen for a while is forgotten, and of those that remain there is a bounded number.
 */
public final class Allowances {

    private static final int MOST_ASKERS = 20_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double most;
    private final LongSupplier nanoTime;
    private final Cache<String, Left> askers;

    /**
     * @param perSecond how many calls each has in a second
     * @param burst for how many seconds without a call they add up
     */
    public Allowances(double perSecond, double burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.most = Math.max(1, perSecond * burst);
        this.nanoTime = nanoTime;
        this.askers = Caffeine.newBuilder()
                .maximumSize(MOST_ASKERS)
                .expireAfterAccess(Duration.ofSeconds((long) Math.ceil(burst) + 60))
                .build();
    }

    /** Takes one call from what the asker has left; else the whole seconds to wait, 0 when nothing is to wait for. */
    public long take(String asker) {
        return askers.get(asker, fresh -> new Left(most, nanoTime.getAsLong())).take(this);
    }

    /** How many askers are remembered. */
    long remembered() {
        askers.cleanUp();
        return askers.estimatedSize();
    }

    private static final class Left {

        private double calls;
        private long at;

        Left(double calls, long at) {
            this.calls = calls;
            this.at = at;
        }

        synchronized long take(Allowances of) {
            long now = of.nanoTime.getAsLong();
            calls = Math.min(of.most, calls + (now - at) / NANOS * of.perSecond);
            at = now;
            if (calls >= 1) {
                calls--;
                return 0;
            }
            return Math.max(1, (long) Math.ceil((1 - calls) / of.perSecond));
        }
    }
}
