package vn.gopy.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.shared.Addresses;

/** How the places of drafts are called beside what was said about them, and where they are read: asks for no right. */
@NamedInterface("inside")
@Component
public class PlaceNames {

    private final DraftsInside drafts;

    PlaceNames(DraftsInside drafts) {
        this.drafts = drafts;
    }

    /**
     * A place.
     *
     * @param name "Khoản 2 Điều 7 Quy chế"; the body is named where the draft has several, and a paper by its role
     * @param path its address in the reader
     * @param position in the order of the text
     */
    public record Place(String name, String path, int position) {}

    /** For one answer: each draft is loaded once. */
    public final class Reading {

        private final Map<VersionId, Text> texts = new HashMap<>();

        private Reading() {}

        /** The place of a draft; without one it is the draft as a whole. */
        public Place of(VersionId version, @Nullable ProvisionId place) {
            return texts.computeIfAbsent(version, PlaceNames.this::text).place(place);
        }

        /** What is said about a whole dossier, beside that one of the drafts which is its own. */
        public Place whole(DossierId dossier, List<VersionId> versions) {
            return versions.stream()
                    .map(version -> texts.computeIfAbsent(version, PlaceNames.this::text)
                            .version())
                    .filter(version -> version.dossierId().equals(dossier))
                    .findFirst()
                    .map(version -> new Place(
                            PlaceWords.GENERAL,
                            Addresses.place(dossier, version.number(), Addresses.WHOLE_DOSSIER),
                            -1))
                    .orElse(new Place(PlaceWords.GENERAL, Addresses.dossier(dossier), -1));
        }
    }

    /** Begins to name places. */
    public Reading reading() {
        return new Reading();
    }

    private Text text(VersionId id) {
        List<PlacedProvision> places = drafts.provisions(id);
        return new Text(drafts.version(id).orElseThrow(), drafts.outline(id).orElseThrow(), new PlaceWords(places));
    }

    private record Text(DraftVersion version, Outline outline, PlaceWords words) {

        private Place place(@Nullable ProvisionId id) {
            Optional<PlacedProvision> found = Optional.ofNullable(id).flatMap(words::place);
            return new Place(
                    found.map(place -> words.of(place) + body(place.body())).orElse(PlaceWords.GENERAL),
                    Addresses.place(
                            version.dossierId(),
                            version.number(),
                            found.map(place -> Addresses.anchor(place.body(), place.path()))
                                    .orElse(Addresses.WHOLE_DOSSIER)),
                    found.map(PlacedProvision::position).orElse(-1));
        }

        private String body(String code) {
            if (!version.name().isMain()) {
                return " " + version.role().official();
            }
            return outline.bodies().size() < 2
                    ? ""
                    : outline.bodies().stream()
                            .filter(body -> body.code().equals(code))
                            .findFirst()
                            .map(Body::type)
                            .map(type -> " " + type)
                            .orElse("");
        }
    }
}
