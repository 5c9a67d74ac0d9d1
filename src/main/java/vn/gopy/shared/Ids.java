package vn.gopy.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the ids of everything that is stored: UUID version 7 (RFC 9562), so that newer rows sort after older ones. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** The latest time that was given away: milliseconds, and behind them a counter of 12 bits. */
    private static final AtomicLong LATEST = new AtomicLong();

    /** A new id; it sorts after all that this process has made before, so that what comes in one call keeps its order. */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long time = LATEST.updateAndGet(latest -> Math.max(now, latest + 1));
        long high = ((time >>> 12) << 16) | 0x7000L | (time & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
