package vn.gopy.search.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.draft.ProvisionId;
import vn.gopy.search.HitType;
import vn.gopy.search.Jumps;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.RelatedClauses;
import vn.gopy.search.SearchHit;
import vn.gopy.shared.Page;

/** What is offered while somebody types, and what is like a clause. */
@RestController
class SuggestController {

    private final Askers askers;
    private final Jumps jumps;
    private final RelatedClauses related;

    SuggestController(Askers askers, Jumps jumps, RelatedClauses related) {
        this.askers = askers;
        this.jumps = jumps;
        this.related = related;
    }

    record SuggestedHit(
            HitType type,
            String dossierId,
            String dossierTitle,
            @Nullable String versionId,
            @Nullable String provisionId,
            int ordinal,
            boolean main,
            @Nullable String label,
            List<String> steps,
            List<Fragment> title,
            List<Fragment> snippet,
            String href) {

        static SuggestedHit of(SearchHit hit) {
            return new SuggestedHit(
                    hit.type(),
                    hit.dossierId().toString(),
                    hit.dossierTitle(),
                    hit.versionId() == null ? null : hit.versionId().toString(),
                    hit.provisionId() == null ? null : hit.provisionId().toString(),
                    hit.ordinal(),
                    hit.main(),
                    hit.label(),
                    hit.steps(),
                    hit.title(),
                    hit.snippet(),
                    hit.address());
        }
    }

    private static Page<SuggestedHit> page(List<SearchHit> hits) {
        return Page.whole(hits.stream().map(SuggestedHit::of).toList());
    }

    @GetMapping("/app-api/search/suggest")
    Page<SuggestedHit> suggest(@RequestParam(defaultValue = "") String q) {
        return page(jumps.of(askers.require(), q));
    }

    /** Clauses of the latest drafts that speak of the same things, the most alike first. */
    @GetMapping({"/api/v1/provisions/{id}/related", "/app-api/provisions/{id}/related"})
    Page<SuggestedHit> related(@PathVariable UUID id) {
        return page(related.of(askers.require(), new ProvisionId(id)));
    }
}
