package vn.gopy.draft.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Place;
import vn.gopy.legaltext.Provision;

/** Turns an outline into the rows that opinions can hang on: every provision, annex and other addressable place. */
public final class Placing {

    private final VersionId version;
    private final List<PlacedProvision> placed = new ArrayList<>();

    private Placing(VersionId version) {
        this.version = version;
    }

    /** All places of the outline in reading order, with new ids. */
    public static List<PlacedProvision> of(VersionId version, Outline outline) {
        Placing placing = new Placing(version);
        outline.bodies().forEach(placing::body);
        outline.annexes().forEach(placing::annex);
        return placing.placed;
    }

    private void body(Body body) {
        body.places().stream().filter(place -> before(place.kind())).forEach(place -> place(body.code(), place));
        body.provisions().forEach(provision -> provision(body.code(), null, provision));
        body.places().stream().filter(place -> !before(place.kind())).forEach(place -> place(body.code(), place));
    }

    private static boolean before(Place.Kind kind) {
        return switch (kind) {
            case WHOLE_BODY, TITLE, GROUND, ENACTING -> true;
            case RECIPIENT, SIGNATURE, ANNEX_ROW -> false;
        };
    }

    private void annex(Annex annex) {
        String body = Objects.requireNonNullElse(annex.body(), "");
        ProvisionId id = ProvisionId.next();
        add(
                id,
                PlaceKind.ANNEX,
                body,
                annex.path(),
                null,
                null,
                annex.label(),
                annex.heading(),
                annex.text(),
                null,
                null);
        annex.provisions().forEach(provision -> provision(body, id, provision));
        annex.places().forEach(place -> place(body, place));
    }

    private void place(String body, Place place) {
        add(
                ProvisionId.next(),
                PlaceKind.of(place.kind()),
                body,
                place.path(),
                null,
                null,
                null,
                null,
                place.text(),
                null,
                null);
    }

    private void provision(String body, @Nullable ProvisionId parent, Provision provision) {
        ProvisionId id = ProvisionId.next();
        add(
                id,
                PlaceKind.of(provision.level()),
                body,
                provision.path(),
                parent,
                provision.number(),
                provision.label(),
                provision.heading(),
                provision.text(),
                provision.depth(),
                provision.rows());
        provision.children().forEach(child -> provision(body, id, child));
    }

    private void add(
            ProvisionId id,
            PlaceKind kind,
            String body,
            String path,
            @Nullable ProvisionId parent,
            @Nullable String number,
            @Nullable String label,
            @Nullable String heading,
            String text,
            @Nullable Integer depth,
            @Nullable List<List<String>> rows) {
        placed.add(new PlacedProvision(
                id, null, version, placed.size(), kind, body, path, parent, number, label, heading, text, depth, rows));
    }
}
