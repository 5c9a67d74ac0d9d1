package vn.gopy.draft.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** Two versions beside each other, as a page and as a paper. */
@RestController
class ComparisonController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

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

    /** Bản so sánh, thuyết minh. */
    @GetMapping({"/api/v1/versions/{id}/comparison.docx", "/app-api/versions/{id}/comparison.docx"})
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @RequestParam("with") UUID older) {
        Paper paper = compared.paper(askers.require(), new VersionId(id), new VersionId(older));
        return ResponseEntity.ok()
                .contentType(WORD)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper.bytes());
    }
}
