package vn.gopy.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.citation.DocumentIdentity;
import vn.gopy.legaltext.citation.Reference;
import vn.gopy.legaltext.citation.References;

/** Keeps what a version cites and by what it is known, whenever its places are written. */
@Component
class StoredCitations {

    private final CitationRepository citations;
    private final ProvisionRepository provisions;

    StoredCitations(CitationRepository citations, ProvisionRepository provisions) {
        this.citations = citations;
        this.provisions = provisions;
    }

    /** Writes anew what the outline cites; its places are stored already. */
    void write(VersionId version, Outline outline) {
        Map<String, ProvisionId> places = new HashMap<>();
        provisions.of(version).forEach(place -> places.put(place.body() + "/" + place.path(), place.id()));
        List<StoredCitation> found = References.of(outline).stream()
                .map(reference -> stored(reference, places))
                .filter(Objects::nonNull)
                .toList();
        citations.replace(version, found);
        citations.identify(version, outline, DocumentIdentity.of(outline));
    }

    /** Leaves nothing of what the version says or is called. */
    void erase(VersionId version) {
        citations.erase(version);
    }

    /** Null for what leads nowhere: to its own place, or to a text that is not identified. */
    private static @Nullable StoredCitation stored(Reference reference, Map<String, ProvisionId> places) {
        ProvisionId place = places.get(reference.body() + "/" + reference.place());
        ProvisionId target = reference.targets().isEmpty()
                        || reference.citation().isOnlyThis()
                ? null
                : places.get(reference.targetBody() + "/" + reference.targets().getFirst());
        boolean another =
                reference.document() != null && !reference.document().keys().isEmpty();
        if (place == null || target == null && !another) {
            return null;
        }
        return new StoredCitation(
                place,
                reference.heading(),
                reference.citation().start(),
                reference.citation().end(),
                target,
                another ? reference.document() : null,
                another ? reference.path() : "");
    }
}
