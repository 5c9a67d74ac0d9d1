package vn.gopy.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written so that the places of a version become others.
 *
 * @param gone places that are no more
 * @param changed places with another path, other words or another parent
 * @param moved places that only stand at another position
 */
record Replacing(
        List<PlacedProvision> gone,
        List<PlacedProvision> added,
        List<PlacedProvision> changed,
        List<PlacedProvision> moved) {

    /** @param same for the ids of places after, the place before that is the same: it keeps its id and its lineage */
    static Replacing of(
            List<PlacedProvision> before, List<PlacedProvision> after, Map<ProvisionId, PlacedProvision> same) {
        var result = new Replacing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<ProvisionId> kept = new HashSet<>();
        for (PlacedProvision place : after) {
            PlacedProvision known = same.get(place.id());
            result.sort(with(place, same), known);
            if (known != null) {
                kept.add(known.id());
            }
        }
        before.stream().filter(place -> !kept.contains(place.id())).forEach(result.gone::add);
        return result;
    }

    List<ProvisionId> goneIds() {
        return gone.stream().map(PlacedProvision::id).toList();
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

    private static PlacedProvision with(PlacedProvision place, Map<ProvisionId, PlacedProvision> same) {
        PlacedProvision known = same.get(place.id());
        PlacedProvision above = place.parent() == null ? null : same.get(place.parent());
        return copy(
                place,
                known == null ? place.id() : known.id(),
                known == null ? place.lineage() : known.lineage(),
                above == null ? place.parent() : above.id(),
                place.position());
    }

    private static PlacedProvision at(PlacedProvision place, int position) {
        return copy(place, place.id(), place.lineage(), place.parent(), position);
    }

    private static PlacedProvision copy(
            PlacedProvision place,
            ProvisionId id,
            @Nullable LineageId lineage,
            @Nullable ProvisionId parent,
            int position) {
        return new PlacedProvision(
                id,
                lineage,
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
