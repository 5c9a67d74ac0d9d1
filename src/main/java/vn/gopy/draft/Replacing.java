package vn.gopy.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written so that the places of a version become others: a place with the same path stays the same place
 * and keeps its id.
 *
 * @param gone ids of places that are no more
 * @param changed places with other words or another parent
 * @param moved places that only stand at another position
 */
record Replacing(
        List<ProvisionId> gone,
        List<PlacedProvision> added,
        List<PlacedProvision> changed,
        List<PlacedProvision> moved) {

    static Replacing of(List<PlacedProvision> before, List<PlacedProvision> after) {
        Map<String, PlacedProvision> known = new HashMap<>();
        before.forEach(place -> known.put(key(place), place));
        Map<ProvisionId, ProvisionId> kept = new HashMap<>();
        after.forEach(place -> {
            PlacedProvision same = known.get(key(place));
            kept.put(place.id(), same == null ? place.id() : same.id());
        });
        var result = new Replacing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (PlacedProvision place : after) {
            PlacedProvision wanted = with(place, kept);
            result.sort(wanted, known.remove(key(place)));
        }
        known.values().forEach(place -> result.gone.add(place.id()));
        return result;
    }

    private void sort(PlacedProvision wanted, @Nullable PlacedProvision before) {
        if (before == null) {
            added.add(wanted);
        } else if (!at(before, wanted.position()).equals(wanted)) {
            changed.add(wanted);
        } else if (before.position() != wanted.position()) {
            moved.add(wanted);
        }
    }

    private static String key(PlacedProvision place) {
        return place.body() + "/" + place.path();
    }

    private static PlacedProvision with(PlacedProvision place, Map<ProvisionId, ProvisionId> kept) {
        ProvisionId parent = place.parent() == null ? null : kept.get(place.parent());
        return copy(place, Objects.requireNonNull(kept.get(place.id())), parent, place.position());
    }

    private static PlacedProvision at(PlacedProvision place, int position) {
        return copy(place, place.id(), place.parent(), position);
    }

    private static PlacedProvision copy(
            PlacedProvision place, ProvisionId id, @Nullable ProvisionId parent, int position) {
        return new PlacedProvision(
                id,
                place.lineage(),
                place.versionId(),
                position,
                place.kind(),
                place.body(),
                place.path(),
                parent,
                place.number(),
                place.label(),
                place.heading(),
                place.text(),
                place.depth(),
                place.rows());
    }
}
