package vn.gopy.consolidation.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.print.TablePrint;
import vn.gopy.consolidation.print.TablePrints;
import vn.gopy.consolidation.table.ConsolidatedTables.TableFile;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.web.Downloads;

/** The table of a round as a PDF file that is written while its person goes on working; for the screens. */
@RestController
@RequestMapping("/app-api/rounds/{id}/consolidation/prints")
class TablePrintController {

    private final Askers askers;
    private final TablePrints prints;

    TablePrintController(Askers askers, TablePrints prints) {
        this.askers = askers;
        this.prints = prints;
    }

    /** @param address where it is asked for again; with ".pdf" behind it the file, once {@code state} is DONE */
    record PrintJson(String id, TablePrint.State state, int written, int said, String address) {

        static PrintJson of(TablePrint print) {
            String address = "/rounds/%s/consolidation/prints/%s".formatted(print.round(), print.sha256());
            return new PrintJson(print.sha256(), print.state(), print.written(), print.said(), address);
        }
    }

    /** Has it written: the same table once, whoever asks. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PrintJson ask(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID draft) {
        return PrintJson.of(prints.ask(askers.require(), new RoundId(id), draft == null ? null : new VersionId(draft)));
    }

    /** How far it is. */
    @GetMapping("/{print}")
    PrintJson print(@PathVariable UUID id, @PathVariable String print) {
        return PrintJson.of(prints.get(askers.require(), new RoundId(id), print));
    }

    @GetMapping("/{print}.pdf")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String print) {
        TableFile file = prints.file(askers.require(), new RoundId(id), print);
        return Downloads.pdf(file.fileName(), file.bytes());
    }
}
