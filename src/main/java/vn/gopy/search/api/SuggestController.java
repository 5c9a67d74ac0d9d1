package vn.gopy.search.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionName;
import vn.gopy.search.HitType;
import vn.gopy.search.Jumps;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.RelatedClauses;
import vn.gopy.search.SearchHit;
import vn.gopy.shared.Page;
import vn.gopy.shared.Texts;

/** What is offered while somebody types, and what is like a clause. */
@RestController
class SuggestController {

    private final Askers askers;
    private final Jumps jumps;
    private final RelatedClauses related;
    private final Texts texts;

    SuggestController(Askers askers, Jumps jumps, RelatedClauses related, Texts texts) {
        this.askers = askers;
        this.jumps = jumps;
        this.related = related;
        this.texts = texts;
    }

    /** @param version what its version is called; {@code ordinal} within its series, 0 without one */
    record SuggestedHit(
            HitType type,
            String dossierId,
            String dossierTitle,
            @Nullable String versionId,
            @Nullable String provisionId,
            int ordinal,
            boolean main,
            @Nullable String version,
            @Nullable String label,
            List<String> steps,
            List<Fragment> title,
            List<Fragment> snippet,
            String href) {

        static SuggestedHit of(SearchHit hit, Texts texts, Locale locale) {
            VersionName version = hit.version();
            return new SuggestedHit(
                    hit.type(),
                    hit.dossierId().toString(),
                    hit.dossierTitle(),
                    hit.versionId() == null ? null : hit.versionId().toString(),
                    hit.provisionId() == null ? null : hit.provisionId().toString(),
                    version == null ? 0 : version.ordinal(),
                    hit.main(),
                    version == null ? null : version.in(texts, locale),
                    hit.label(),
                    hit.steps(),
                    hit.title(),
                    hit.snippet(),
                    hit.address());
        }
    }

    private Page<SuggestedHit> page(List<SearchHit> hits, Locale locale) {
        return Page.whole(
                hits.stream().map(hit -> SuggestedHit.of(hit, texts, locale)).toList());
    }

    @GetMapping("/app-api/search/suggest")
    Page<SuggestedHit> suggest(@RequestParam(defaultValue = "") String q, Locale locale) {
        return page(jumps.of(askers.require(), q), locale);
    }

    /** Clauses of the latest drafts that speak of the same things, the most alike first. */
    @GetMapping({"/api/v1/provisions/{id}/related", "/app-api/provisions/{id}/related"})
    Page<SuggestedHit> related(@PathVariable UUID id, Locale locale) {
        return page(related.of(askers.require(), new ProvisionId(id)), locale);
    }
}
