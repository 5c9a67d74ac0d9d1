package vn.gopy.draft.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.shared.Refusal;

/** Places as they are read, with all that stands below them. */
public final class WholeWords {

    private WholeWords() {}

    /**
     * A line for each place in reading order: its label, heading and text.
     *
     * @param places of a version, in reading order
     * @throws Refusal PLACE_UNTIED for one that is not among them
     */
    public static String of(List<PlacedProvision> places, List<ProvisionId> wanted) {
        Map<ProvisionId, PlacedProvision> known = new HashMap<>();
        places.forEach(place -> known.put(place.id(), place));
        if (!known.keySet().containsAll(wanted)) {
            throw Refusal.unprocessable("PLACE_UNTIED");
        }
        Set<ProvisionId> shown = new HashSet<>(wanted);
        List<String> lines = new ArrayList<>();
        for (PlacedProvision place : places) { // what stands below a place comes behind it
            if (shown.contains(place.id()) || (place.parent() != null && shown.contains(place.parent()))) {
                shown.add(place.id());
                lines.add(line(place));
            }
        }
        return String.join("\n", lines);
    }

    private static String line(PlacedProvision place) {
        List<String> parts = new ArrayList<>();
        add(parts, label(place));
        add(parts, place.heading());
        add(parts, place.text());
        Objects.requireNonNullElse(place.rows(), List.<List<String>>of())
                .forEach(row -> parts.add("\n" + String.join(" | ", row)));
        return String.join(" ", parts);
    }

    /** "Điều 5." before its heading, "1." and "a)" before their words. */
    private static @Nullable String label(PlacedProvision place) {
        String label = place.label();
        boolean bare = place.kind() == PlaceKind.ARTICLE && label != null && !label.endsWith(".");
        return bare ? label + "." : label;
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null && !part.isEmpty()) {
            parts.add(part);
        }
    }
}
