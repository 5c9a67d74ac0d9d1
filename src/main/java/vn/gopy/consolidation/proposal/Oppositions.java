package vn.gopy.consolidation.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Proposes where opinions on one place contradict each other: they speak of the same and cannot both be followed. Each is compared
 * with each, so that it is meant for what is said of one place.
 */
public final class Oppositions {

    /** So alike two must be to speak of the same. */
    private static final double OF_ONE_MATTER = 0.22;

    /** So alike one must be to the first of its side. */
    private static final double OF_ONE_SIDE = 0.3;

    private Oppositions() {}

    /**
     * A proposed matter with two sides.
     *
     * @param one positions in the list that was given, ascending, likewise {@code other}
     * @param likeness of the two that contradict each other most plainly
     */
    public record Opposition(List<Integer> one, List<Integer> other, double likeness) {}

    private record Pair(int one, int other, double likeness) {}

    /** The proposals, the plainest first; no opinion is in two of them. */
    public static List<Opposition> of(List<String> said) {
        List<Features> features = Features.of(said);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            for (int k = i + 1; k < said.size(); k++) {
                double likeness = features.get(i).likeness(features.get(k));
                if (likeness >= OF_ONE_MATTER && features.get(i).opposes(features.get(k))) {
                    pairs.add(new Pair(i, k, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        boolean[] taken = new boolean[said.size()];
        List<Opposition> found = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!taken[pair.one()] && !taken[pair.other()]) {
                found.add(new Opposition(
                        side(pair.one(), pair.other(), features, taken),
                        side(pair.other(), pair.one(), features, taken),
                        pair.likeness()));
            }
        }
        return List.copyOf(found);
    }

    /** Who says the same as the first and contradicts the other; they are taken from then on. */
    private static List<Integer> side(int first, int other, List<Features> features, boolean[] taken) {
        List<Integer> side = new ArrayList<>();
        for (int n = 0; n < taken.length; n++) {
            boolean same = n == first
                    || (n != other
                            && !taken[n]
                            && features.get(n).mayAgree(features.get(first))
                            && features.get(n).opposes(features.get(other))
                            && features.get(n).likeness(features.get(first)) >= OF_ONE_SIDE);
            if (same) {
                taken[n] = true;
                side.add(n);
            }
        }
        return List.copyOf(side);
    }
}
