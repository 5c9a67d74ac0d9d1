package vn.gopy.draft;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.CitationRepository.Known;
import vn.gopy.legaltext.citation.CitedDocument;
import vn.gopy.legaltext.citation.DocumentIdentity;

/**
 * Văn bản viện dẫn và được viện dẫn: what a text cites and what cites it, as far as the asker may read both. A document
 * that is hidden from the asker looks as if it were not in the library.
 */
@Service
public class Citations {

    private final CitationRepository citations;
    private final ProvisionRepository provisions;
    private final Drafts drafts;
    private final Clock clock;

    Citations(CitationRepository citations, ProvisionRepository provisions, Drafts drafts, Clock clock) {
        this.citations = citations;
        this.provisions = provisions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Words of a version that lead to another place.
     *
     * @param place where the words stand
     * @param heading whether in the heading of the place, else in its text
     * @param start offset in UTF-16 units
     * @param here the place of the same version; null when it is in another document
     * @param there the other document; null when it is in this version
     */
    public record Link(
            ProvisionId place,
            boolean heading,
            int start,
            int end,
            @Nullable ProvisionId here,
            @Nullable Target there) {}

    /**
     * A place of another document.
     *
     * @param place null for the document as a whole, also where the cited place is not in it
     * @param below the places of the place, in order
     */
    public record Target(LibraryDocument document, @Nullable PlacedProvision place, List<PlacedProvision> below) {}

    /**
     * A document that is cited.
     *
     * @param title as it is cited, most fully
     * @param places where it is cited, in reading order
     * @param document null when it is not in the library, or not for the asker
     */
    public record Cited(
            String title,
            CitedDocument cited,
            List<ProvisionId> places,
            @Nullable LibraryDocument document) {}

    /** @param places of that document where it cites, in reading order */
    public record Citing(LibraryDocument document, List<ProvisionId> places) {}

    /** @param cites in the order of their first mention */
    public record Graph(List<Cited> cites, List<Citing> citedBy) {}

    /** The citations in the text that lead to a place the asker may read, in reading order. */
    @Transactional(readOnly = true)
    public List<Link> links(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        List<StoredCitation> stored = citations.of(id);
        Library library = library(asker, version, stored);
        Map<StoredCitation, Target> targets = targets(stored, library);
        return stored.stream()
                .filter(one -> one.target() != null || targets.containsKey(one))
                .map(one ->
                        new Link(one.place(), one.heading(), one.start(), one.end(), one.target(), targets.get(one)))
                .toList();
    }

    /** What the version cites and what cites it. */
    @Transactional(readOnly = true)
    public Graph of(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        return new Graph(cites(asker, version), citedBy(asker, version));
    }

    private List<Cited> cites(Person asker, DraftVersion version) {
        List<StoredCitation> stored = citations.of(version.id());
        Library library = library(asker, version, stored);
        Map<String, List<StoredCitation>> byDocument = new LinkedHashMap<>();
        Set<String> own = Set.copyOf(library.ownKeys);
        stored.stream()
                .filter(one -> one.document() != null
                        && !own.contains(one.document().keys().getFirst()))
                .forEach(one -> byDocument
                        .computeIfAbsent(sameDocument(one.document()), key -> new ArrayList<>())
                        .add(one));
        return byDocument.values().stream()
                .map(mentions -> cited(mentions, library))
                .toList();
    }

    /** The year tells laws of one name apart; the same number is one document. */
    private static String sameDocument(CitedDocument document) {
        return document.keys().getFirst() + (document.number() == null ? "|" + document.year() : "");
    }

    private static Cited cited(List<StoredCitation> mentions, Library library) {
        CitedDocument fullest = mentions.stream()
                .map(one -> Objects.requireNonNull(one.document()))
                .reduce((one, other) -> other.title().length() > one.title().length() ? other : one)
                .orElseThrow();
        return new Cited(
                fullest.title(),
                fullest,
                mentions.stream().map(StoredCitation::place).distinct().toList(),
                library.find(fullest).map(Known::document).orElse(null));
    }

    private List<Citing> citedBy(Person asker, DraftVersion version) {
        DocumentIdentity own = citations.identity(version.id());
        Map<VersionId, LibraryDocument> documents = new LinkedHashMap<>();
        Map<VersionId, Set<ProvisionId>> places = new HashMap<>();
        for (CitationRepository.Citing citing : citations.citing(own.keys(), asker, clock.instant())) {
            LibraryDocument from = citing.from().document();
            boolean meant = own.agrees(Objects.requireNonNull(citing.citation().document()));
            if (meant && !citing.from().series().equals(version.seriesId())) {
                documents.putIfAbsent(from.version(), from);
                places.computeIfAbsent(from.version(), key -> new LinkedHashSet<>())
                        .add(citing.citation().place());
            }
        }
        return documents.values().stream()
                .map(document -> new Citing(document, List.copyOf(places.get(document.version()))))
                .toList();
    }

    // ---- the library as the asker sees it

    /** @param known documents that may be meant, of other series, the newest first */
    private record Library(List<Known> known, List<String> ownKeys) {

        Optional<Known> find(CitedDocument cited) {
            return cited.keys().stream()
                    .map(key -> meant(key, cited))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .filter(found -> !ambiguous(found, cited))
                    .map(List::getFirst);
        }

        private List<Known> meant(String key, CitedDocument cited) {
            return known.stream()
                    .filter(one -> one.identity().keys().contains(key)
                            && one.identity().agrees(cited))
                    .toList();
        }

        /** The numbers of administrative documents begin again every year: without a date it may be any of them. */
        private static boolean ambiguous(List<Known> found, CitedDocument cited) {
            return cited.number() != null
                    && cited.year() == null
                    && found.stream()
                                    .map(one -> one.identity().issuedOn())
                                    .distinct()
                                    .count()
                            > 1;
        }
    }

    private Library library(Person asker, DraftVersion version, List<StoredCitation> stored) {
        Set<String> keys = new LinkedHashSet<>();
        stored.stream()
                .filter(one -> one.document() != null)
                .forEach(one -> keys.addAll(one.document().keys()));
        List<Known> known = citations.known(keys, asker, clock.instant()).stream()
                .filter(one -> !one.series().equals(version.seriesId()))
                .toList();
        return new Library(known, citations.identity(version.id()).keys());
    }

    private Map<StoredCitation, Target> targets(List<StoredCitation> stored, Library library) {
        Map<StoredCitation, LibraryDocument> documents = new LinkedHashMap<>();
        stored.stream()
                .filter(one -> one.document() != null)
                .forEach(one -> library.find(one.document()).ifPresent(known -> documents.put(one, known.document())));
        Map<VersionId, List<PlacedProvision>> places = cited(documents);
        Map<StoredCitation, PlacedProvision> cited = new HashMap<>();
        documents.forEach((one, document) -> {
            PlacedProvision place = place(one, places.getOrDefault(document.version(), List.of()));
            if (place != null) {
                cited.put(one, place);
            }
        });
        Map<ProvisionId, List<PlacedProvision>> below = below(cited.values());
        Map<StoredCitation, Target> targets = new HashMap<>();
        documents.forEach((one, document) -> {
            PlacedProvision place = cited.get(one);
            targets.put(
                    one,
                    new Target(document, place, place == null ? List.of() : below.getOrDefault(place.id(), List.of())));
        });
        return targets;
    }

    private Map<ProvisionId, List<PlacedProvision>> below(Collection<PlacedProvision> places) {
        Set<ProvisionId> parents = places.stream().map(PlacedProvision::id).collect(Collectors.toSet());
        return provisions.below(parents).stream()
                .collect(Collectors.groupingBy(place -> Objects.requireNonNull(place.parent())));
    }

    private Map<VersionId, List<PlacedProvision>> cited(Map<StoredCitation, LibraryDocument> documents) {
        Map<VersionId, Set<String>> paths = new HashMap<>();
        documents.forEach((one, document) -> paths.computeIfAbsent(document.version(), key -> new HashSet<>())
                .addAll(withParents(one.path())));
        return provisions.at(paths).stream().collect(Collectors.groupingBy(PlacedProvision::versionId));
    }

    /** The cited place, or the nearest one above that is in the document. */
    private static @Nullable PlacedProvision place(StoredCitation citation, List<PlacedProvision> places) {
        CitedDocument document = Objects.requireNonNull(citation.document());
        Comparator<PlacedProvision> order = Comparator.comparingInt(PlacedProvision::position);
        // "Điều 3 Quy chế ban hành kèm theo Quyết định …": the attached text follows the one that issues it
        Comparator<PlacedProvision> wanted = document.attached() == null ? order : order.reversed();
        return withParents(citation.path()).stream()
                .map(path -> places.stream()
                        .filter(place -> place.path().equals(path))
                        .min(wanted)
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** dieu-8/khoan-1, then dieu-8. */
    private static List<String> withParents(String path) {
        var paths = new ArrayList<String>();
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            paths.add(at);
        }
        return paths;
    }
}
