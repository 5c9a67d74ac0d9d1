package vn.gopy.legaltext.alignment;

import java.util.Arrays;
import java.util.Collection;

/** Words and pairs of words as sorted numbers, each as often as it occurs. */
final class Bag {

    private Bag() {}

    /** All together. */
    static int[] sum(Collection<int[]> bags) {
        int[] sum = bags.stream().flatMapToInt(Arrays::stream).toArray();
        Arrays.sort(sum);
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
