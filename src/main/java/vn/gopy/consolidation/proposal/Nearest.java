package vn.gopy.consolidation.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which of many opinions come nearest to one: the same measure by which groups are proposed. */
public final class Nearest {

    private static final double NEAR = 0.25;

    private Nearest() {}

    /** One of the others, by its position in the list that was given; of those that wish something contrary there are none. */
    public record Near(int position, double likeness) {}

    /** At most so many, the nearest first; the earlier in the list first where two are equally near. */
    public static List<Near> of(String said, List<String> others, int most) {
        List<String> all = new ArrayList<>(others);
        all.add(said);
        List<Features> features = Features.of(all);
        Features own = features.getLast();
        List<Near> near = new ArrayList<>();
        for (int n = 0; n < others.size(); n++) {
            double likeness = own.likeness(features.get(n));
            if (likeness >= NEAR && !own.opposes(features.get(n))) {
                near.add(new Near(n, likeness));
            }
        }
        near.sort(Comparator.comparingDouble(Near::likeness).reversed());
        return List.copyOf(near.subList(0, Math.min(most, near.size())));
    }
}
