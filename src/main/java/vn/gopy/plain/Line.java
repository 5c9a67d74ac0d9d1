package vn.gopy.plain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;

/**
 * A place as a plain page prints it.
 *
 * @param anchor by which links name it
 * @param label what is printed before its words: "1.", "a)"; empty where the title of the page says it
 * @param text its paragraphs
 * @param rows of a table; empty for all else
 * @param depth how far it is indented, 0 for what stands at the edge
 */
record Line(
        String anchor,
        String label,
        String heading,
        List<String> text,
        List<List<String>> rows,
        int depth,
        boolean set) {

    private static final int DEEPEST = 4;

    /** The places of a page; the first one's name is the title already. */
    static List<Line> of(Part part) {
        boolean table = part.places().stream().anyMatch(place -> place.kind() == PlaceKind.TABLE);
        return part.places().stream()
                .filter(place -> place.kind() != PlaceKind.WHOLE_BODY)
                .filter(place -> !(table && place.kind() == PlaceKind.ANNEX_ROW))
                .map(place -> of(place, part.places().getFirst()))
                .toList();
    }

    private static Line of(PlacedProvision place, PlacedProvision first) {
        boolean titled = place.equals(first) && !place.kind().isOutsideTree();
        boolean row = place.kind() == PlaceKind.ANNEX_ROW;
        return new Line(
                Part.anchor(place),
                titled ? "" : Objects.requireNonNullElse(place.label(), ""),
                titled ? "" : Objects.requireNonNullElse(place.heading(), ""),
                row
                        ? List.of()
                        : place.text().lines().filter(line -> !line.isBlank()).toList(),
                row
                        ? List.of(Arrays.asList(place.text().split(" \\| ")))
                        : Objects.requireNonNullElse(place.rows(), List.of()),
                titled || place.kind().isOutsideTree() ? 0 : Math.min(DEEPEST, steps(place) - steps(first)),
                place.kind() == PlaceKind.TITLE || place.kind() == PlaceKind.SIGNATURE);
    }

    private static int steps(PlacedProvision place) {
        return (int) place.path().chars().filter(sign -> sign == '/').count();
    }
}
