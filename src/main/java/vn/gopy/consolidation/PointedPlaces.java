package vn.gopy.consolidation;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.gopy.draft.PlaceKeeper;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;

/** Keeps the places that points of a consolidation are about. */
@Component
class PointedPlaces implements PlaceKeeper {

    private final PointQuery points;

    PointedPlaces(PointQuery points) {
        this.points = points;
    }

    @Override
    public Set<ProvisionId> losing(List<PlacedProvision> gone, List<PlacedProvision> changed) {
        return Set.copyOf(
                points.placesAmong(gone.stream().map(PlacedProvision::id).toList()));
    }
}
