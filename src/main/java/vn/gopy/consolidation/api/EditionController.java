package vn.gopy.consolidation.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.edition.Edition;
import vn.gopy.consolidation.edition.EditionId;
import vn.gopy.consolidation.edition.EditionState;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTables.TableFile;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Downloads;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

/** Bản tổng hợp lần n. */
@RestController
@RequestMapping({"/api/v1", "/app-api"})
class EditionController {

    private final Askers askers;
    private final Editions editions;

    EditionController(Askers askers, Editions editions) {
        this.askers = askers;
        this.editions = editions;
    }

    /**
     * @param draft the version it is about; absent for all drafts of the round
     * @param last the number of the latest edition that was seen; absent for none
     */
    record NewEdition(@Nullable UUID draft, @Nullable Integer last) {}

    /** Chốt bản tổng hợp. */
    @PostMapping("/rounds/{id}/editions")
    ResponseEntity<Edition> freeze(@PathVariable UUID id, @RequestBody NewEdition wanted) {
        Edition made = editions.freeze(
                askers.require(),
                new RoundId(id),
                wanted.draft() == null ? null : new VersionId(wanted.draft()),
                Objects.requireNonNullElse(wanted.last(), 0));
        return tagged(HttpStatus.CREATED, made);
    }

    private static ResponseEntity<Edition> tagged(HttpStatus status, Edition edition) {
        return ResponseEntity.status(status)
                .eTag(Versions.tag(edition.version()))
                .body(edition);
    }

    /** The latest first. */
    @GetMapping("/rounds/{id}/editions")
    Page<Edition> list(@PathVariable UUID id) {
        List<Edition> all = editions.of(askers.require(), new RoundId(id));
        return new Page<>(all, all.size(), null);
    }

    @GetMapping("/editions/{id}")
    ResponseEntity<Edition> get(@PathVariable UUID id) {
        return tagged(HttpStatus.OK, editions.get(askers.require(), new EditionId(id)));
    }

    /** @param number and date are needed when it is signed */
    record EditionChange(Given<EditionState> state, Given<String> number, Given<LocalDate> date) {}

    @PatchMapping("/editions/{id}")
    ResponseEntity<Edition> move(
            @PathVariable UUID id,
            @RequestBody EditionChange wanted,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Edition seen = editions.get(askers.require(), new EditionId(id));
        int version = Versions.required(ifMatch);
        EditionState state = wanted.state().or(null);
        if (state == null) {
            throw Refusal.unprocessable("EDITION_STATE_MISSING");
        }
        return tagged(
                HttpStatus.OK,
                editions.move(
                        askers.require(),
                        seen.id(),
                        version,
                        state,
                        wanted.number().or(seen.number()),
                        wanted.date().or(seen.date())));
    }

    /** Bản đã ký; its words are compared with the frozen ones. */
    @PostMapping("/editions/{id}/signed")
    ResponseEntity<Edition> sign(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        Edition seen = editions.get(askers.require(), new EditionId(id));
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return tagged(
                HttpStatus.OK,
                editions.attach(
                        askers.require(), seen.id(), seen.version(), new UploadedFile(name, file.getBytes(), "")));
    }

    /** The signed file, byte for byte. */
    @GetMapping("/editions/{id}/signed")
    ResponseEntity<Resource> signed(@PathVariable UUID id) {
        TableFile file = editions.signedFile(askers.require(), new EditionId(id));
        return Downloads.untouched(file.fileName(), new ByteArrayResource(file.bytes()));
    }

    @GetMapping("/editions/{id}.json")
    ConsolidatedTable json(@PathVariable UUID id) {
        return editions.table(askers.require(), new EditionId(id));
    }

    @GetMapping("/editions/{id}.docx")
    ResponseEntity<byte[]> docx(@PathVariable UUID id) {
        TableFile file = file(id, TableFormat.DOCX);
        return Downloads.word(file.fileName(), file.bytes());
    }

    @GetMapping("/editions/{id}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable UUID id) {
        TableFile file = file(id, TableFormat.XLSX);
        return Downloads.excel(file.fileName(), file.bytes());
    }

    @GetMapping("/editions/{id}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        TableFile file = file(id, TableFormat.PDF);
        return Downloads.pdf(file.fileName(), file.bytes());
    }

    private TableFile file(UUID id, TableFormat format) {
        return editions.file(askers.require(), new EditionId(id), format);
    }
}
