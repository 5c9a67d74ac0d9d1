package vn.gopy.legaltext.alignment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ties of two versions. Every place of either side is in exactly one of them.
 *
 * @param ties in the reading order of the new version, what was removed behind what stood before it
 */
public record Alignment(List<Tie> ties) {

    /** How many ties there are of each kind, a number for every kind. */
    public Map<Tie.Kind, Integer> counts() {
        Map<Tie.Kind, Integer> counts = new EnumMap<>(Tie.Kind.class);
        for (Tie.Kind kind : Tie.Kind.values()) {
            counts.put(kind, 0);
        }
        ties.forEach(tie -> counts.merge(tie.kind(), 1, Integer::sum));
        return counts;
    }
}
