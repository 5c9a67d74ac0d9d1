package vn.gopy.search.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.Filing;
import vn.gopy.draft.inside.FoundKind;
import vn.gopy.draft.inside.FoundText;
import vn.gopy.search.Facet;
import vn.gopy.search.HitType;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.PlaceRange;
import vn.gopy.search.question.TypedNumber;
import vn.gopy.shared.Moments;

/** Makes documents of the index alike for everything that can be found. */
final class IndexDocuments {

    private IndexDocuments() {}

    /**
     * The document of a text; none when nobody may find it: a text without readers is no fault, it has only no place in the
     * index.
     */
    static Optional<IndexDocument> of(FoundKind kind, FoundText text, Set<String> dossierReaders) {
        Set<String> access =
                text.readers() == null ? dossierReaders : AccessTokens.both(dossierReaders, text.readers());
        return access.isEmpty() ? Optional.empty() : Optional.of(document(kind, text, access));
    }

    private static IndexDocument document(FoundKind kind, FoundText text, Set<String> access) {
        HitType type = HitType.of(kind, text.id().equals(text.thing()));
        Map<Facet, Set<String>> facets = facets(type, text.state(), text.filing());
        List<PlaceRange> places = text.parts().stream()
                .map(part -> new PlaceRange(part.path(), part.place().toString(), part.start(), part.end()))
                .toList();
        return new IndexDocument(
                type + ":" + text.id(),
                IndexEntity.of(kind).group(text.thing()).key(),
                fingerprint(text, places, facets),
                text.title(),
                text.context(),
                text.text(),
                places,
                numbers(text),
                facets,
                access,
                text.filing().writtenAt());
    }

    private static Map<Facet, Set<String>> facets(HitType type, String state, Filing filing) {
        Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.TYPE, Set.of(type.name()));
        facets.put(Facet.KIND, Set.of(filing.kind()));
        facets.put(Facet.STATE, Set.of(state));
        facets.put(Facet.DOSSIER, Set.of(filing.dossier().toString()));
        facets.put(Facet.DRAFT, Set.of(filing.latest() ? "LATEST" : "EARLIER"));
        facets.put(
                Facet.YEAR,
                Set.of(Integer.toString(filing.writtenAt().atZone(Moments.ZONE).getYear())));
        if (filing.unit() != null) {
            facets.put(Facet.UNIT, Set.of(filing.unit()));
        }
        return facets;
    }

    private static Set<String> numbers(FoundText words) {
        Set<String> numbers = new LinkedHashSet<>(TypedNumber.keysIn(words.title()));
        numbers.addAll(TypedNumber.keysIn(words.text()));
        return numbers;
    }

    /** Two documents with the same words and filing have the same number, others do not. */
    private static long fingerprint(FoundText words, List<PlaceRange> places, Map<Facet, Set<String>> facets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String all = String.join("\u0000", words.title(), words.context(), words.text(), places + "" + facets);
            return ByteBuffer.wrap(digest.digest(all.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
