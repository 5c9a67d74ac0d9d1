package vn.gopy.reader.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.Citations;
import vn.gopy.draft.LibraryDocument;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.legaltext.citation.CitedUnit;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Excerpt;

/**
 * The citations of a text as the reader links them, and what it previews of other documents.
 *
 * @param links in reading order
 * @param library the places of other documents that links lead to, each once
 */
record ReaderLinks(List<Link> links, List<Elsewhere> library) {

    private static final int PREVIEW = 420;

    /**
     * @param place id of the place where the words stand
     * @param from offset in UTF-16 units
     * @param here id of the place in this version; null when it is elsewhere
     * @param there index into {@link ReaderLinks#library}; null when it is here
     */
    record Link(
            ProvisionId place,
            boolean heading,
            int from,
            int to,
            @Nullable ProvisionId here,
            @Nullable Integer there) {}

    /**
     * @param document number and title
     * @param name of the place, such as {@code khoản 2 Điều 5}; null for the whole document
     * @param text the first lines
     */
    record Elsewhere(
            String document,
            @Nullable String name,
            @Nullable String heading,
            String text,
            String url) {}

    static ReaderLinks of(List<Citations.Link> citations) {
        Map<String, Integer> known = new LinkedHashMap<>();
        var library = new ArrayList<Elsewhere>();
        var links = new ArrayList<Link>(citations.size());
        for (Citations.Link one : citations) {
            Integer there = null;
            if (one.there() != null) {
                Elsewhere elsewhere = elsewhere(one.there());
                there = known.computeIfAbsent(elsewhere.url(), url -> {
                    library.add(elsewhere);
                    return library.size() - 1;
                });
            }
            links.add(new Link(one.place(), one.heading(), one.start(), one.end(), one.here(), there));
        }
        return new ReaderLinks(links, library);
    }

    private static Elsewhere elsewhere(Citations.Target target) {
        PlacedProvision place = target.place();
        String name = place == null ? null : CitedUnit.wordsOf(place.path());
        return new Elsewhere(
                target.document().name(),
                name,
                place == null ? null : place.heading(),
                place == null ? "" : words(place, target.below()),
                url(target.document(), place));
    }

    private static String words(PlacedProvision place, List<PlacedProvision> below) {
        String words = Stream.concat(Stream.of(place.text()), below.stream().map(ReaderLinks::line))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        return words.length() <= PREVIEW ? words : Excerpt.head(words, PREVIEW).strip() + " …";
    }

    private static String line(PlacedProvision place) {
        return Stream.of(place.label(), place.heading(), place.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .strip();
    }

    static String url(LibraryDocument document, @Nullable PlacedProvision place) {
        return place == null
                ? document.address()
                : Addresses.place(
                        document.dossier(),
                        document.inDossier().number(),
                        Addresses.anchor(place.body(), place.path()));
    }
}
