package vn.gopy.document.extract.twice;

import java.util.Arrays;
import java.util.BitSet;

/** All runs of {@value #LENGTH} letters of a text, each as often as it occurs. */
final class Grams {

    static final int LENGTH = 10;

    private static final long BASE = 1_000_003;

    private final long[] sorted;

    Grams(Letters letters) {
        sorted = hashes(letters);
        Arrays.sort(sorted);
    }

    /** The letters of the other text that lie in a run which occurs here, each occurrence here serving once. */
    BitSet covers(Letters other) {
        var covered = new BitSet(other.length());
        var used = new int[sorted.length];
        long[] wanted = hashes(other);
        for (int i = 0; i < wanted.length; i++) {
            int first = first(wanted[i]);
            if (first >= 0 && first + used[first] < sorted.length && sorted[first + used[first]] == wanted[i]) {
                used[first]++;
                covered.set(i, i + LENGTH);
            }
        }
        return covered;
    }

    private int first(long hash) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < sorted.length && sorted[low] == hash ? low : -1;
    }

    private static long[] hashes(Letters letters) {
        int size = Math.max(0, letters.length() - LENGTH + 1);
        var hashes = new long[size];
        long power = 1;
        for (int i = 1; i < LENGTH; i++) {
            power *= BASE;
        }
        long hash = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (i >= LENGTH) {
                hash -= letters.at(i - LENGTH) * power;
            }
            hash = hash * BASE + letters.at(i);
            if (i >= LENGTH - 1) {
                hashes[i - LENGTH + 1] = hash;
            }
        }
        return hashes;
    }
}
