package vn.gopy.legaltext.alignment;

import java.util.Arrays;

/** Numbers for pairs of words, given in the order in which the pairs are met: a map without a single object. */
final class PairNumbers {

    private static final long EMPTY = -1;

    private long[] pairs = new long[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int size;

    PairNumbers() {
        Arrays.fill(pairs, EMPTY);
    }

    /** The number of the pair; the one given where it is met for the first time. */
    int of(int first, int second, int next) {
        if (size * 2 > pairs.length) {
            grow();
        }
        long pair = ((long) first << 32) | second;
        int at = slot(pair);
        if (pairs[at] == EMPTY) {
            pairs[at] = pair;
            numbers[at] = next;
            size++;
        }
        return numbers[at];
    }

    private int slot(long pair) {
        long mixed = pair * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed ^ (mixed >>> 32)) & (pairs.length - 1);
        while (pairs[at] != EMPTY && pairs[at] != pair) {
            at = (at + 1) & (pairs.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldPairs = pairs;
        int[] oldNumbers = numbers;
        pairs = new long[oldPairs.length * 2];
        numbers = new int[pairs.length];
        Arrays.fill(pairs, EMPTY);
        for (int i = 0; i < oldPairs.length; i++) {
            if (oldPairs[i] != EMPTY) {
                int at = slot(oldPairs[i]);
                pairs[at] = oldPairs[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }
}
