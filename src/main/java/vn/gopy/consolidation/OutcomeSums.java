package vn.gopy.consolidation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import vn.gopy.round.figures.OutcomeCounts;

/** Adds up what became of points. */
public final class OutcomeSums {

    private OutcomeSums() {}

    /** Counts points by their outcome. */
    public static OutcomeCounts of(Collection<Point> points) {
        Map<Outcome, Integer> decided = new EnumMap<>(Outcome.class);
        int pending = 0;
        for (Point point : points) {
            if (point.outcome() == null) {
                pending++;
            } else {
                decided.merge(point.outcome(), 1, Integer::sum);
            }
        }
        return of(decided, pending);
    }

    /** The sums of points that are counted by outcome already. */
    static OutcomeCounts of(Map<Outcome, Integer> decided, int pending) {
        int[] sums = new int[5];
        decided.forEach((outcome, points) -> sums[column(outcome)] += points);
        int all =
                pending + decided.values().stream().mapToInt(Integer::intValue).sum();
        return new OutcomeCounts(all, sums[0], sums[1], sums[2], sums[3], sums[4], pending);
    }

    private static int column(Outcome outcome) {
        return switch (outcome) {
            case ACCEPT, ACCEPT_LATER -> 0;
            case ACCEPT_PART -> 1;
            case KEEP, ALREADY -> 2;
            case NOTED -> 3;
            case ESCALATE -> 4;
        };
    }
}
