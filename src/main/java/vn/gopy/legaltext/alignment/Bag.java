package vn.gopy.legaltext.alignment;

import java.util.Arrays;

/** Words and pairs of words as sorted numbers, each as often as it occurs. */
final class Bag {

    private Bag() {}

    /** Both together. */
    static int[] sum(int[] one, int[] other) {
        int[] sum = new int[one.length + other.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < sum.length; k++) {
            boolean first = j == other.length || (i < one.length && one[i] <= other[j]);
            sum[k] = first ? one[i++] : other[j++];
        }
        return sum;
    }

    /** What is in the first beyond what is in the second. */
    static int[] less(int[] one, int[] other) {
        int[] left = new int[one.length];
        int count = 0;
        int j = 0;
        for (int feature : one) {
            while (j < other.length && other[j] < feature) {
                j++;
            }
            if (j < other.length && other[j] == feature) {
                j++;
            } else {
                left[count++] = feature;
            }
        }
        return Arrays.copyOf(left, count);
    }

    /** How much of two bags is common, from 0 to 1, all words alike. */
    static double likeness(int[] one, int[] other) {
        int all = one.length + other.length;
        return all == 0 ? 1 : 2.0 * (one.length - less(one, other).length) / all;
    }
}
