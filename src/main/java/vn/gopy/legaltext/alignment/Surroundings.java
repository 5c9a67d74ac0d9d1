package vn.gopy.legaltext.alignment;

import java.util.Arrays;
import java.util.stream.IntStream;
import vn.gopy.legaltext.diff.Rising;

/** The ties that kept their order, asked from the places between them. */
final class Surroundings {

    private static final int FREE = -1;

    private final int[] to;
    private final int[] before;
    private final int[] after;
    private final int freshLength;

    Surroundings(int[] ties, int freshLength) {
        this.freshLength = freshLength;
        this.to = new int[ties.length];
        Arrays.fill(to, FREE);
        int[] tied =
                IntStream.range(0, ties.length).filter(i -> ties[i] != FREE).toArray();
        int[] targets = Arrays.stream(tied).map(i -> ties[i]).toArray();
        for (int kept : Rising.longest(targets)) {
            to[tied[kept]] = targets[kept];
        }
        this.before = new int[to.length];
        this.after = new int[to.length];
        for (int i = 0, last = -1; i < to.length; i++) {
            before[i] = last;
            last = to[i] != FREE ? i : last;
        }
        for (int i = to.length - 1, last = to.length; i >= 0; i--) {
            after[i] = last;
            last = to[i] != FREE ? i : last;
        }
    }

    private int lower(int i) {
        return before[i] < 0 ? -1 : to[before[i]];
    }

    private int upper(int i) {
        return after[i] == to.length ? freshLength : to[after[i]];
    }

    boolean isBetween(int i, int j) {
        return lower(i) < j && j < upper(i);
    }

    boolean follows(int i, int j) {
        return before[i] == i - 1 && lower(i) == j - 1;
    }

    boolean precedes(int i, int j) {
        return after[i] == i + 1 && upper(i) == j + 1;
    }
}
