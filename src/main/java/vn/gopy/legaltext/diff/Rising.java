package vn.gopy.legaltext.diff;

import java.util.Arrays;

/** The longest rising run that can be picked from a sequence: what kept its order. */
public final class Rising {

    private Rising() {}

    /** The indexes of a longest strictly rising subsequence, rising themselves; always the same one. */
    public static int[] longest(int[] values) {
        int[] tails = new int[values.length];
        int[] before = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            int at = place(values, tails, length, values[i]);
            before[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            length = Math.max(length, at + 1);
        }
        int[] picked = new int[length];
        int at = length == 0 ? -1 : tails[length - 1];
        for (int k = length - 1; k >= 0; k--) {
            picked[k] = at;
            at = before[at];
        }
        return Arrays.copyOf(picked, length);
    }

    private static int place(int[] values, int[] tails, int length, int value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[tails[middle]] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
