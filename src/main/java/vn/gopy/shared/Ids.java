package vn.gopy.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes the ids of everything that is stored: UUID version 7 (RFC 9562), so that newer rows sort after older ones. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id; ids made in a later millisecond sort later. */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long random = RANDOM.nextLong();
        long high = (millis << 16) | 0x7000L | (random & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
