package vn.gopy.consolidation;

import java.util.Collection;

/** What became of the points of a round. The sum always adds up. */
public record OpinionCounts(
        int opinions, int accepted, int partlyAccepted, int kept, int noted, int escalated, int pending) {

    public OpinionCounts {
        if (opinions != accepted + partlyAccepted + kept + noted + escalated + pending) {
            throw new IllegalArgumentException("the sums of the outcomes do not add up");
        }
    }

    /** Counts points by their outcome. */
    public static OpinionCounts of(Collection<Point> points) {
        int[] sums = new int[6];
        points.forEach(point -> sums[column(point)]++);
        return new OpinionCounts(points.size(), sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    private static int column(Point point) {
        return switch (point.outcome()) {
            case ACCEPT, ACCEPT_LATER -> 0;
            case ACCEPT_PART -> 1;
            case KEEP, ALREADY -> 2;
            case NOTED -> 3;
            case ESCALATE -> 4;
            case null -> 5;
        };
    }
}
