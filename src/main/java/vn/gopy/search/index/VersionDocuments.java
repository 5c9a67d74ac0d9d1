package vn.gopy.search.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.search.HitType;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.PlaceRange;
import vn.gopy.search.index.SourceQuery.VersionSource;

/**
 * Cuts a version into what can be found: one document for each article or, where a text has none, for each smallest heading
 * with what stands below it; and one for the whole, with its name and grounds.
 */
final class VersionDocuments {

    /** Below these a text goes on in parts of its own. */
    private static final Set<PlaceKind> DIVIDING = Set.of(
            PlaceKind.PART,
            PlaceKind.CHAPTER,
            PlaceKind.SECTION,
            PlaceKind.SUBSECTION,
            PlaceKind.ARTICLE,
            PlaceKind.OUTLINE,
            PlaceKind.ANNEX);

    private final VersionSource version;
    private final Set<String> access;
    private final Map<ProvisionId, List<PlacedProvision>> children = new HashMap<>();
    private final Map<String, String> names;
    private final List<IndexDocument> documents = new ArrayList<>();

    private VersionDocuments(VersionSource version, List<PlacedProvision> places, Set<String> access) {
        this.version = version;
        this.access = access;
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

    /**
     * @param ownNumber the document's printed number; null when blank
     * @param access tokens of the dossier's readers
     */
    static List<IndexDocument> of(
            VersionSource version, List<PlacedProvision> places, @Nullable String ownNumber, Set<String> access) {
        VersionDocuments made = new VersionDocuments(version, places, access);
        made.addWhole(places, ownNumber);
        places.stream()
                .filter(place -> place.parent() == null && !place.kind().isOutsideTree())
                .forEach(made::walk);
        return made.documents;
    }

    private void addWhole(List<PlacedProvision> places, @Nullable String ownNumber) {
        String opening = places.stream()
                .filter(place -> place.kind() == PlaceKind.TITLE || place.kind() == PlaceKind.GROUND)
                .map(PlacedProvision::text)
                .collect(Collectors.joining("\n"));
        String printed = ownNumber == null ? "" : ownNumber;
        documents.add(document(
                HitType.DOCUMENT,
                version.id().toString(),
                version.dossierTitle(),
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
            documents.add(document(
                    HitType.PROVISION, node.id().toString(), heading(node), context(node), words.text(), words.places));
        }
        if (divided) {
            below.stream().filter(child -> DIVIDING.contains(child.kind())).forEach(this::walk);
        }
    }

    private String context(PlacedProvision node) {
        String name = names.getOrDefault(node.body(), "");
        return name.isBlank() || version.dossierTitle().contains(name)
                ? version.dossierTitle()
                : name + "\n" + version.dossierTitle();
    }

    private IndexDocument document(
            HitType type, String id, String title, String context, String text, List<PlaceRange> places) {
        return IndexDocuments.of(
                type,
                id,
                IndexEntity.VERSION.group(version.id()),
                new IndexDocuments.Words(title, context, text, places),
                new IndexDocuments.Filing(
                        version.dossierId(),
                        version.kind(),
                        version.drafter(),
                        "PUBLISHED",
                        version.latest(),
                        version.writtenAt()),
                access);
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
        private final List<PlaceRange> places = new ArrayList<>();

        void add(PlacedProvision node, boolean top, boolean ownPartOnly) {
            int start = startLine();
            int slot = places.size();
            places.add(new PlaceRange(node.path(), node.id().value().toString(), start, start));
            text.append(top ? node.text() : line(node));
            addRows(node);
            for (PlacedProvision child : children.getOrDefault(node.id(), List.of())) {
                if (!ownPartOnly || !DIVIDING.contains(child.kind())) {
                    add(child, false, false);
                }
            }
            places.set(slot, new PlaceRange(node.path(), node.id().value().toString(), start, text.length()));
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
