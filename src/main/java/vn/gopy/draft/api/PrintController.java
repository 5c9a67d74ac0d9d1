package vn.gopy.draft.api;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.print.PrintedDrafts;
import vn.gopy.draft.print.PrintedDrafts.Paper;
import vn.gopy.draft.print.PrintedDrafts.Spot;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Downloads;

/** A draft on paper, and the way from a line of the paper to its place. */
@RestController
class PrintController {

    private final Askers askers;
    private final PrintedDrafts printed;
    private final Drafts drafts;

    PrintController(Askers askers, PrintedDrafts printed, Drafts drafts) {
        this.askers = askers;
        this.printed = printed;
        this.drafts = drafts;
    }

    @GetMapping({"/api/v1/versions/{id}/print.pdf", "/app-api/versions/{id}/print.pdf"})
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        String site =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        Paper paper = printed.paper(askers.require(), new VersionId(id), site);
        return Downloads.pdf(paper.fileName(), paper.bytes());
    }

    /**
     * @param place in words
     * @param url in the reader
     */
    record Found(int print, int page, int line, ProvisionId provisionId, String place, String url) {

        static Found of(Spot spot) {
            return new Found(
                    spot.print(), spot.page(), spot.line(), spot.provision().id(), spot.place(), spot.url());
        }
    }

    /** "Trang 6, dòng thứ 4": what stands there; of no print in particular in the last one. */
    @GetMapping({"/api/v1/versions/{id}/print/place", "/app-api/versions/{id}/print/place"})
    Found place(
            @PathVariable UUID id,
            @RequestParam int page,
            @RequestParam Optional<Integer> line,
            @RequestParam Optional<Integer> print) {
        return printed.spot(askers.require(), new VersionId(id), print, page, line)
                .map(Found::of)
                .orElseThrow(Refusal::notFound);
    }

    /** Where the code on a page leads: to what stands at its head, or to the draft where that is no more. */
    @GetMapping("/ban-in/{id}/{print}/{page}")
    ResponseEntity<Void> code(@PathVariable UUID id, @PathVariable int print, @PathVariable int page) {
        Person asker = askers.require();
        VersionId version = new VersionId(id);
        String url = printed.spot(asker, version, Optional.of(print), page, Optional.empty())
                .map(Spot::url)
                .orElseGet(() -> {
                    DraftVersion draft = drafts.get(asker, version);
                    return Addresses.draft(draft.dossierId(), draft.number());
                });
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(url))
                .build();
    }
}
