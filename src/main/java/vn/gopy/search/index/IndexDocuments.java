package vn.gopy.search.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.Facet;
import vn.gopy.search.HitType;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.engine.PlaceRange;
import vn.gopy.search.question.TypedNumber;
import vn.gopy.shared.Moments;

/** Makes documents of the index alike for everything that can be found. */
final class IndexDocuments {

    private IndexDocuments() {}

    /** The words of a document. */
    record Words(String title, String context, String text, List<PlaceRange> places) {}

    /** Under what a document is counted. */
    record Filing(UUID dossier, String kind, @Nullable String unit, String state, boolean latest, Instant writtenAt) {}

    /** None when nobody may find it: a document without readers is no fault, it has only no place in the index. */
    static Optional<IndexDocument> ofFound(
            HitType type, String id, IndexGroup group, Words words, Filing filing, Set<String> access) {
        return access.isEmpty() ? Optional.empty() : Optional.of(of(type, id, group, words, filing, access));
    }

    static IndexDocument of(HitType type, String id, IndexGroup group, Words words, Filing filing, Set<String> access) {
        Map<Facet, Set<String>> facets = facets(type, filing);
        return new IndexDocument(
                type + ":" + id,
                group.key(),
                fingerprint(words, facets),
                words.title(),
                words.context(),
                words.text(),
                words.places(),
                numbers(words),
                facets,
                access,
                filing.writtenAt());
    }

    private static Map<Facet, Set<String>> facets(HitType type, Filing filing) {
        Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.TYPE, Set.of(type.name()));
        facets.put(Facet.KIND, Set.of(filing.kind()));
        facets.put(Facet.STATE, Set.of(filing.state()));
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

    private static Set<String> numbers(Words words) {
        Set<String> numbers = new LinkedHashSet<>(TypedNumber.keysIn(words.title()));
        numbers.addAll(TypedNumber.keysIn(words.text()));
        return numbers;
    }

    /** Two documents with the same words and filing have the same number, others do not. */
    private static long fingerprint(Words words, Map<Facet, Set<String>> facets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String all =
                    String.join("\u0000", words.title(), words.context(), words.text(), words.places() + "" + facets);
            return ByteBuffer.wrap(digest.digest(all.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The stored words are in NFC, so that offsets of search and screen agree. */
    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
