package vn.gopy.document.extract.twice;

import java.util.BitSet;

/** All runs of {@value #LENGTH} letters of a text, each as often as it occurs. */
final class Grams {

    static final int LENGTH = 10;

    private static final long BASE = 1_000_003;
    private static final long POWER = power();
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** A table with open places: the hash of a run, never 0, and how often it occurs. */
    private final long[] runs;

    private final int[] counts;
    private final int shift;

    Grams(Letters letters) {
        int size = Math.max(16, letters.length() + letters.length() / 3);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
        shift = Long.SIZE - bits;
        runs = new long[1 << bits];
        counts = new int[1 << bits];
        each(letters, (at, run) -> {
            int place = place(run);
            runs[place] = run;
            counts[place]++;
        });
    }

    private static long power() {
        long power = 1;
        for (int i = 1; i < LENGTH; i++) {
            power *= BASE;
        }
        return power;
    }

    /** The letters of the other text that lie in a run which occurs here, each occurrence here serving once. */
    BitSet covers(Letters other) {
        var covered = new BitSet(other.length());
        int[] left = counts.clone();
        var end = new int[1];
        each(other, (at, run) -> {
            int place = place(run);
            if (left[place] > 0) {
                left[place]--;
                covered.set(Math.max(at, end[0]), at + LENGTH);
                end[0] = at + LENGTH;
            }
        });
        return covered;
    }

    /** Where the run stands, or the open place where it would. */
    private int place(long run) {
        int place = (int) ((run * SPREAD) >>> shift);
        while (runs[place] != run && runs[place] != 0) {
            place = (place + 1) & (runs.length - 1);
        }
        return place;
    }

    private interface Run {
        void at(int at, long hash);
    }

    private static void each(Letters letters, Run run) {
        long hash = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (i >= LENGTH) {
                hash -= letters.at(i - LENGTH) * POWER;
            }
            hash = hash * BASE + letters.at(i);
            if (i >= LENGTH - 1) {
                run.at(i - LENGTH + 1, hash == 0 ? 1 : hash);
            }
        }
    }
}
