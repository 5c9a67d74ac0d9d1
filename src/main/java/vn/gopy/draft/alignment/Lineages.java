package vn.gopy.draft.alignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;

/**
 * The permanent identities of the places of a version, by what became of those of the version before: whatever goes on
 * keeps its own, of a place that was split the most alike heir, of places that were merged the most alike ancestor gives
 * it and the others have gone into it.
 *
 * @param given the lineage of every place of the new version
 * @param merged lineages that have gone into another one
 */
record Lineages(Map<ProvisionId, LineageId> given, Map<LineageId, LineageId> merged) {

    /** @param ties of both versions, those that hold */
    static Lineages of(List<PlacedProvision> before, List<PlacedProvision> now, Collection<StoredTie> ties) {
        Map<ProvisionId, LineageId> known = new HashMap<>();
        before.forEach(place -> known.put(place.id(), Objects.requireNonNull(place.lineage())));
        Lineages lineages = new Lineages(new HashMap<>(), new HashMap<>());
        ties.forEach(tie -> lineages.inherit(tie, known));
        lineages.inheritBeside(before, now);
        Set<LineageId> old = Set.copyOf(known.values());
        now.forEach(place -> lineages.given.computeIfAbsent(place.id(), id -> own(place, old)));
        return lineages;
    }

    private void inherit(StoredTie tie, Map<ProvisionId, LineageId> known) {
        StoredTie.Pair main = tie.main();
        if (main == null) {
            return;
        }
        LineageId lineage = Objects.requireNonNull(known.get(main.before()));
        given.put(main.after(), lineage);
        tie.before().stream()
                .filter(place -> !place.equals(main.before()))
                .forEach(place -> merged.put(Objects.requireNonNull(known.get(place)), lineage));
    }

    /** Nơi nhận, signature and the body as a whole are no rules and have no ties: the same words or place are the same. */
    private void inheritBeside(List<PlacedProvision> before, List<PlacedProvision> now) {
        Map<String, PlacedProvision> old = beside(before);
        beside(now).forEach((sign, place) -> {
            PlacedProvision same = old.get(sign);
            if (same != null) {
                given.put(place.id(), Objects.requireNonNull(same.lineage()));
            }
        });
    }

    private static Map<String, PlacedProvision> beside(List<PlacedProvision> places) {
        return places.stream()
                .filter(place -> isBeside(place.kind()))
                .collect(Collectors.groupingBy(Lineages::sign))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    private static String sign(PlacedProvision place) {
        String own = place.kind() == PlaceKind.RECIPIENT ? place.text() : place.path();
        return String.join(" ", place.body(), place.kind().name(), own);
    }

    private static boolean isBeside(PlaceKind kind) {
        return kind == PlaceKind.RECIPIENT || kind == PlaceKind.SIGNATURE || kind == PlaceKind.WHOLE_BODY;
    }

    /** What is new keeps the one it got when it came, unless that was lent by the version before. */
    private static LineageId own(PlacedProvision place, Set<LineageId> old) {
        @Nullable LineageId present = place.lineage();
        return present == null || old.contains(present) ? LineageId.next() : present;
    }
}
