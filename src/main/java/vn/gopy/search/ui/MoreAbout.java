package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import java.util.Objects;
import java.util.Optional;
import vn.gopy.account.Askers;
import vn.gopy.draft.Citations;
import vn.gopy.search.HitType;
import vn.gopy.search.RelatedClauses;
import vn.gopy.search.SearchHit;

/** What else there is about a result: what is like a clause, what a document cites and what cites it. */
record MoreAbout(Askers askers, RelatedClauses related, Citations citations) {

    Optional<Component> of(SearchHit hit) {
        if (hit.type() == HitType.PROVISION && hit.provisionId() != null) {
            return Optional.of(new Disclosure(
                    "layers",
                    "search.related",
                    () -> new RelatedList(related.of(askers.require(), Objects.requireNonNull(hit.provisionId())))));
        }
        if (hit.type() == HitType.DOCUMENT && hit.versionId() != null) {
            return Optional.of(new Disclosure(
                    "link",
                    "search.citations",
                    () -> new CitationList(citations.of(askers.require(), Objects.requireNonNull(hit.versionId())))));
        }
        return Optional.empty();
    }
}
