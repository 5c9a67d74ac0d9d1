package vn.gopy.draft.anchor;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.gopy.draft.PlaceKeeper;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;

/** Keeps the places where people have put what was said of earlier versions. */
@Component
class AnchoredPlaces implements PlaceKeeper {

    private final HandRepository hands;

    AnchoredPlaces(HandRepository hands) {
        this.hands = hands;
    }

    @Override
    public Set<ProvisionId> losing(List<PlacedProvision> gone, List<PlacedProvision> changed) {
        return hands.among(gone.stream().map(PlacedProvision::id).toList());
    }
}
