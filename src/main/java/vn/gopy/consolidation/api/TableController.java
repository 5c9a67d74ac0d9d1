package vn.gopy.consolidation.api;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.ConsolidatedTables.TableFile;
import vn.gopy.consolidation.table.PaperKind;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.consolidation.table.WrittenFiguresCheck;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Downloads;

/** The official table of a round, live. */
@RestController
@RequestMapping({"/api/v1/rounds", "/app-api/rounds"})
class TableController {

    private final Askers askers;
    private final ConsolidatedTables tables;
    private final WrittenFiguresCheck check;

    TableController(Askers askers, ConsolidatedTables tables, WrittenFiguresCheck check) {
        this.askers = askers;
        this.tables = tables;
        this.check = check;
    }

    /** The same table as data. */
    @GetMapping("/{id}/consolidation.json")
    ConsolidatedTable json(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        return tables.table(askers.require(), new RoundId(id), draft == null ? null : new VersionId(draft));
    }

    /** About all drafts of the round, or one of them. */
    @GetMapping("/{id}/consolidation.docx")
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        TableFile table = file(id, draft, TableFormat.DOCX);
        return Downloads.word(table.fileName(), table.bytes());
    }

    @GetMapping("/{id}/consolidation.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        TableFile table = file(id, draft, TableFormat.XLSX);
        return Downloads.excel(table.fileName(), table.bytes());
    }

    @GetMapping("/{id}/consolidation.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        TableFile table = file(id, draft, TableFormat.PDF);
        return Downloads.pdf(table.fileName(), table.bytes());
    }

    /** The papers that go with the table: {@code issues}, {@code report}, {@code slip}, {@code chair}. */
    @GetMapping("/{id}/consolidation/{paper}.docx")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID id, @PathVariable String paper, @RequestParam(required = false) @Nullable UUID draft) {
        PaperKind kind = PaperKind.of(paper).orElseThrow(Refusal::notFound);
        TableFile file =
                tables.paper(askers.require(), new RoundId(id), draft == null ? null : new VersionId(draft), kind);
        return Downloads.word(file.fileName(), file.bytes());
    }

    /** @param paragraph the sentences with the figures of the round, as they stand in a submission */
    record FiguresJson(String paragraph) {}

    /** Đoạn số liệu. */
    @GetMapping("/{id}/consolidation/figures")
    FiguresJson figures(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        return new FiguresJson(
                tables.figures(askers.require(), new RoundId(id), draft == null ? null : new VersionId(draft)));
    }

    /** Which figures of a submission or report, handed in as a file, are others now. */
    @PostMapping("/{id}/consolidation/figures")
    WrittenFiguresCheck.Checked check(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam MultipartFile file)
            throws IOException {
        return check.check(
                askers.require(),
                new RoundId(id),
                draft == null ? null : new VersionId(draft),
                new UploadedFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), ""));
    }

    private TableFile file(UUID round, @Nullable UUID draft, TableFormat format) {
        return tables.file(askers.require(), new RoundId(round), draft == null ? null : new VersionId(draft), format);
    }
}
