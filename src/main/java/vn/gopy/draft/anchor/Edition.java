package vn.gopy.draft.anchor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.WholeWords;

/** The places of one version. */
final class Edition {

    private final VersionId version;
    private final List<PlacedProvision> places;
    private final Map<ProvisionId, PlacedProvision> byId = new HashMap<>();
    private final Map<LineageId, PlacedProvision> byLineage = new HashMap<>();
    private final PlaceWords words;

    Edition(VersionId version, List<PlacedProvision> places) {
        this.version = version;
        this.places = places;
        this.words = new PlaceWords(places);
        for (PlacedProvision place : places) {
            byId.put(place.id(), place);
            if (place.lineage() != null) {
                byLineage.put(place.lineage(), place);
            }
        }
    }

    VersionId version() {
        return version;
    }

    int size() {
        return places.size();
    }

    Optional<PlacedProvision> place(@Nullable ProvisionId id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    Optional<PlacedProvision> heir(PlacedProvision older) {
        return Optional.ofNullable(older.lineage()).map(byLineage::get);
    }

    /** What stands above a place: the next heading, above the highest of them its body as a whole. */
    Optional<PlacedProvision> above(PlacedProvision place) {
        if (place.parent() != null) {
            return place(place.parent());
        }
        return places.stream()
                .filter(other -> other.kind() == PlaceKind.WHOLE_BODY
                        && other.body().equals(place.body())
                        && !other.equals(place))
                .findFirst();
    }

    /** All that stands below a place, in reading order. */
    Stream<PlacedProvision> below(PlacedProvision place) {
        return places.stream().filter(other -> stands(other, place));
    }

    private boolean stands(PlacedProvision low, PlacedProvision high) {
        Optional<PlacedProvision> at = place(low.parent());
        while (at.isPresent() && !at.get().equals(high)) {
            at = place(at.get().parent());
        }
        return at.isPresent();
    }

    /** A place as it is read, with all that stands below it. */
    String whole(PlacedProvision place) {
        return WholeWords.of(places, List.of(place.id()));
    }

    /** "Khoản 2 Điều 7". */
    String name(PlacedProvision place) {
        return words.of(place);
    }
}
