package vn.gopy.consolidation.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.ConsolidatedTable;
import vn.gopy.consolidation.ConsolidatedTables;
import vn.gopy.consolidation.ConsolidatedTables.WordTable;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.web.Downloads;

/** The official table of a round, live. */
@RestController
@RequestMapping({"/api/v1/rounds", "/app-api/rounds"})
class TableController {

    private final Askers askers;
    private final ConsolidatedTables tables;

    TableController(Askers askers, ConsolidatedTables tables) {
        this.askers = askers;
        this.tables = tables;
    }

    /** The same table as data. */
    @GetMapping("/{id}/consolidation.json")
    ConsolidatedTable json(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        return tables.table(askers.require(), new RoundId(id), draft == null ? null : new VersionId(draft));
    }

    /** About all drafts of the round, or one of them. */
    @GetMapping("/{id}/consolidation.docx")
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        Person asker = askers.require();
        WordTable table = tables.docx(asker, new RoundId(id), draft == null ? null : new VersionId(draft));
        return Downloads.word(table.fileName(), table.bytes());
    }
}
