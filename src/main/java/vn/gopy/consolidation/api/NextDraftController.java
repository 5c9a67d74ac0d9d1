package vn.gopy.consolidation.api;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.NextDrafts;
import vn.gopy.consolidation.UptakeFigures;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.web.Downloads;

/** The next draft: the file with accepted wording, and whether the wording stands in the draft that came after. */
@RestController
@RequestMapping({"/api/v1", "/app-api"})
class NextDraftController {

    private final Askers askers;
    private final NextDrafts next;
    private final UptakeFigures uptake;

    NextDraftController(Askers askers, NextDrafts next, UptakeFigures uptake) {
        this.askers = askers;
        this.next = next;
        this.uptake = uptake;
    }

    /** The Word file of the version with accepted wording as tracked changes and opinions in its margin. */
    @GetMapping("/versions/{id}/merged.docx")
    ResponseEntity<byte[]> docx(@PathVariable UUID id) {
        NextDrafts.NextDraft made = next.docx(askers.require(), new VersionId(id));
        return Downloads.word(made.fileName(), made.bytes());
    }

    /** Which points go into it, and which wording could not. */
    @GetMapping("/versions/{id}/merged")
    NextDrafts.Sum sum(@PathVariable UUID id) {
        return next.sum(askers.require(), new VersionId(id));
    }

    /** For each draft of the round that has a newer one: which of the accepted points are seen there. */
    @GetMapping("/rounds/{id}/uptake")
    List<UptakeFigures.Figure> uptake(@PathVariable UUID id) {
        return uptake.of(askers.require(), new RoundId(id));
    }
}
