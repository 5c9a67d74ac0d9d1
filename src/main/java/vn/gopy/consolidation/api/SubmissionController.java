package vn.gopy.consolidation.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.NextDrafts.NextDraft;
import vn.gopy.consolidation.SubmissionChecks;
import vn.gopy.consolidation.review.Finding;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Downloads;

/** Soát trước khi trình: the findings on a version, and its Word file with repairs. */
@RestController
@RequestMapping({"/api/v1/versions", "/app-api/versions"})
class SubmissionController {

    private static final int MOST_KEYS = 1_000;

    private final Askers askers;
    private final SubmissionChecks checks;

    SubmissionController(Askers askers, SubmissionChecks checks) {
        this.askers = askers;
        this.checks = checks;
    }

    /**
     * A finding.
     *
     * @param key by which a repair asks for it
     * @param repairable whether the Word file can be repaired by itself
     */
    record Item(
            String key, Finding.Rule rule, String body, String path, String words, String instead, boolean repairable) {

        static Item of(Finding one) {
            return new Item(
                    one.key(), one.rule(), one.body(), one.path(), one.words(), one.instead(), one.repair() != null);
        }
    }

    @GetMapping("/{id}/submission")
    List<Item> findings(@PathVariable UUID id) {
        return checks.of(askers.require(), new VersionId(id)).stream()
                .map(Item::of)
                .toList();
    }

    /** With the repairs of the named findings, or of all that have one. */
    @GetMapping("/{id}/repaired.docx")
    ResponseEntity<byte[]> repaired(
            @PathVariable UUID id, @RequestParam(name = "finding", required = false) @Nullable List<String> keys) {
        if (keys != null && keys.size() > MOST_KEYS) {
            throw new Refusal(Refusal.Kind.MALFORMED, "HTTP_400");
        }
        NextDraft made =
                checks.repaired(askers.require(), new VersionId(id), keys == null ? Set.of() : Set.copyOf(keys));
        return Downloads.word(made.fileName(), made.bytes());
    }
}
