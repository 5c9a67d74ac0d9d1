package vn.gopy.draft.inside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;

/**
 * Cuts a version into what can be found: one document for each article or, where a text has none, for each smallest heading
 * with what stands below it; and one for the whole, with its name and grounds.
 */
final class VersionTexts {

    /** Below these a text goes on in parts of its own. */
    private static final Set<PlaceKind> DIVIDING = Set.of(
            PlaceKind.PART,
            PlaceKind.CHAPTER,
            PlaceKind.SECTION,
            PlaceKind.SUBSECTION,
            PlaceKind.ARTICLE,
            PlaceKind.OUTLINE,
            PlaceKind.ANNEX);

    private final UUID version;
    private final Filing filing;
    private final Map<ProvisionId, List<PlacedProvision>> children = new HashMap<>();
    private final Map<String, String> names;
    private final List<FoundText> texts = new ArrayList<>();

    private VersionTexts(UUID version, Filing filing, List<PlacedProvision> places) {
        this.version = version;
        this.filing = filing;
        this.names = places.stream()
                .filter(place -> place.kind() == PlaceKind.TITLE)
                .collect(Collectors.toMap(PlacedProvision::body, PlacedProvision::text, (first, second) -> first));
        for (PlacedProvision place : places) {
            if (place.parent() != null) {
                children.computeIfAbsent(place.parent(), none -> new ArrayList<>())
                        .add(place);
            }
        }
    }

    /** @param ownNumber the document's printed number; null when blank */
    static List<FoundText> of(UUID version, Filing filing, List<PlacedProvision> places, @Nullable String ownNumber) {
        VersionTexts made = new VersionTexts(version, filing, places);
        made.addWhole(places, ownNumber);
        places.stream()
                .filter(place -> place.parent() == null && !place.kind().isOutsideTree())
                .forEach(made::walk);
        return made.texts;
    }

    private void addWhole(List<PlacedProvision> places, @Nullable String ownNumber) {
        String opening = places.stream()
                .filter(place -> place.kind() == PlaceKind.TITLE || place.kind() == PlaceKind.GROUND)
                .map(PlacedProvision::text)
                .collect(Collectors.joining("\n"));
        String printed = ownNumber == null ? "" : ownNumber;
        texts.add(text(
                version,
                filing.dossierTitle(),
                "",
                Stream.of(printed, opening).filter(part -> !part.isBlank()).collect(Collectors.joining("\n")),
                List.of()));
    }

    private void walk(PlacedProvision node) {
        List<PlacedProvision> below = children.getOrDefault(node.id(), List.of());
        boolean divided = below.stream().anyMatch(child -> DIVIDING.contains(child.kind()));
        Words words = new Words();
        words.add(node, true, divided);
        if (!divided || words.holdsMoreThanHeading()) {
            texts.add(text(node.id().value(), heading(node), context(node), words.text(), words.parts));
        }
        if (divided) {
            below.stream().filter(child -> DIVIDING.contains(child.kind())).forEach(this::walk);
        }
    }

    private String context(PlacedProvision node) {
        String name = names.getOrDefault(node.body(), "");
        return name.isBlank() || filing.dossierTitle().contains(name)
                ? filing.dossierTitle()
                : name + "\n" + filing.dossierTitle();
    }

    private FoundText text(UUID id, String title, String context, String text, List<FoundText.Part> parts) {
        return new FoundText(id, version, title, context, text, parts, "PUBLISHED", filing, null);
    }

    /** Điều 10. Tổ tư vấn. */
    private static String heading(PlacedProvision node) {
        String label = node.label() == null ? "" : node.label();
        String heading = node.heading() == null ? "" : node.heading();
        boolean closed = label.isEmpty() || ".):".indexOf(label.charAt(label.length() - 1)) >= 0;
        return (label + (closed || heading.isEmpty() ? " " : ". ") + heading).strip();
    }

    /** The words of a provision and all below it, line by line, with where each stands. */
    private final class Words {

        private final StringBuilder text = new StringBuilder();
        private final List<FoundText.Part> parts = new ArrayList<>();

        void add(PlacedProvision node, boolean top, boolean ownPartOnly) {
            int start = startLine();
            int slot = parts.size();
            parts.add(new FoundText.Part(node.path(), node.id().value(), start, start));
            text.append(top ? node.text() : line(node));
            addRows(node);
            for (PlacedProvision child : children.getOrDefault(node.id(), List.of())) {
                if (!ownPartOnly || !DIVIDING.contains(child.kind())) {
                    add(child, false, false);
                }
            }
            parts.set(slot, new FoundText.Part(node.path(), node.id().value(), start, text.length()));
        }

        private int startLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            return text.length();
        }

        private String line(PlacedProvision node) {
            return Stream.of(heading(node), node.text())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
        }

        private void addRows(PlacedProvision node) {
            if (node.rows() != null) {
                node.rows().forEach(row -> {
                    startLine();
                    text.append(String.join(" | ", row));
                });
            }
        }

        boolean holdsMoreThanHeading() {
            return !text.toString().isBlank();
        }

        String text() {
            return text.toString();
        }
    }
}
