package vn.gopy.legaltext.diff;

import java.util.Arrays;

/** Myers' shortest edit of two stretches, given up when it takes more than a few hundred words to insert and delete. */
final class ShortestEdit {

    /** Bounds time and memory of one attempt by its square. */
    private static final int MOST_EDITS = 600;

    private ShortestEdit() {}

    /** Pairs the common words of a shortest edit; false, with nothing paired, when there is none within the budget. */
    static boolean within(int[] a, int fromA, int toA, int[] b, int fromB, int toB, int[] partner) {
        int lengthA = toA - fromA;
        int lengthB = toB - fromB;
        int most = Math.min(MOST_EDITS, lengthA + lengthB);
        if (Math.abs(lengthA - lengthB) > most) {
            return false;
        }
        int[] reach = new int[2 * most + 3];
        int[][] history = new int[most + 1][];
        for (int edits = 0; edits <= most; edits++) {
            history[edits] = Arrays.copyOfRange(reach, most + 1 - edits - 1, most + 1 + edits + 2);
            for (int k = -edits; k <= edits; k += 2) {
                int x = begin(reach, most + 1, k, edits);
                while (x < lengthA && x - k < lengthB && a[fromA + x] == b[fromB + x - k]) {
                    x++;
                }
                reach[most + 1 + k] = x;
                if (x >= lengthA && x - k >= lengthB) {
                    pair(history, edits, lengthA, lengthB, fromA, fromB, partner);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether diagonal k is reached by inserting a word, not by deleting one. */
    private static boolean inserts(int[] reach, int middle, int k, int edits) {
        return k == -edits || (k != edits && reach[middle + k - 1] < reach[middle + k + 1]);
    }

    /** Where diagonal k begins with this many edits. */
    private static int begin(int[] reach, int middle, int k, int edits) {
        if (edits == 0) {
            return 0;
        }
        return inserts(reach, middle, k, edits) ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
    }

    private static void pair(int[][] history, int edits, int x, int y, int fromA, int fromB, int[] partner) {
        int atX = x;
        int atY = y;
        for (int d = edits; d >= 0; d--) {
            int k = atX - atY;
            int begin = begin(history[d], d + 1, k, d);
            while (atX > begin) {
                partner[fromA + --atX] = fromB + --atY;
            }
            if (d > 0 && inserts(history[d], d + 1, k, d)) {
                atY--;
            } else {
                atX--;
            }
        }
    }
}
