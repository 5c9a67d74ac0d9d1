package vn.gopy.draft.api;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.comparison.ComparedDrafts;
import vn.gopy.draft.comparison.ComparedDrafts.Page;
import vn.gopy.draft.comparison.ComparedDrafts.Paper;
import vn.gopy.draft.comparison.ComparedDrafts.Reasons;
import vn.gopy.shared.web.Downloads;

/** Two versions beside each other, as a page and as a paper. */
@RestController
class ComparisonController {

    private final Askers askers;
    private final ComparedDrafts compared;

    ComparisonController(Askers askers, ComparedDrafts compared) {
        this.askers = askers;
        this.compared = compared;
    }

    /** The comparison laid out as the page shows it, with the words of the page. */
    @GetMapping("/app-api/versions/{id}/comparison/page")
    Page page(@PathVariable UUID id, @RequestParam("with") UUID older, Locale locale) {
        return compared.page(askers.require(), new VersionId(id), new VersionId(older), locale);
    }

    /** What was said before of the places of the newer one. */
    @GetMapping({"/api/v1/versions/{id}/comparison/reasons", "/app-api/versions/{id}/comparison/reasons"})
    Reasons reasons(@PathVariable UUID id, @RequestParam("with") UUID older, Locale locale) {
        return compared.reasons(askers.require(), new VersionId(id), new VersionId(older), locale);
    }

    /** Bản so sánh, thuyết minh. */
    @GetMapping({"/api/v1/versions/{id}/comparison.docx", "/app-api/versions/{id}/comparison.docx"})
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @RequestParam("with") UUID older) {
        Paper paper = compared.paper(askers.require(), new VersionId(id), new VersionId(older));
        return Downloads.word(paper.fileName(), paper.bytes());
    }
}
