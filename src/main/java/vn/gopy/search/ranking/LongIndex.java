package vn.gopy.search.ranking;

import java.util.Arrays;

/** Finds the place of a key in a list of different keys. */
public final class LongIndex {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private final int[] slots;
    private final int shift;

    /** @param keys all different */
    public LongIndex(long[] keys) {
        this.keys = keys;
        int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(keys.length * 2L));
        this.slots = new int[1 << bits];
        this.shift = 64 - bits;
        Arrays.fill(slots, -1);
        for (int place = 0; place < keys.length; place++) {
            slots[slot(keys[place])] = place;
        }
    }

    /** The place of the key, or -1. */
    public int of(long key) {
        return slots[slot(key)];
    }

    /** The slot that holds the key, or the empty one where it would stand. */
    private int slot(long key) {
        int slot = (int) ((key * GOLDEN) >>> shift);
        while (slots[slot] >= 0 && keys[slots[slot]] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
