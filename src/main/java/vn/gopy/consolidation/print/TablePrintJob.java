package vn.gopy.consolidation.print;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.consolidation.print.TablePrint.State;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.shared.Jobs;

/** Writes a long table as a PDF file; after a crash once more from its beginning. */
@Component
class TablePrintJob implements Jobs.Job {

    static final String NAME = "table-print";

    /** So many opinions are written between two words about how far it is. */
    private static final int STEP = 50;

    private final TablePrintRepository repository;
    private final TransactionTemplate transaction;

    TablePrintJob(TablePrintRepository repository, TransactionTemplate transaction) {
        this.repository = repository;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Takes up to a minute, so no transaction is open meanwhile. */
    @Override
    public void run(String sha256) {
        Optional<String> content = transaction.execute(running -> repository.content(sha256));
        if (content.isEmpty()) {
            return;
        }
        var table = JsonMapper.shared().readValue(content.get(), ConsolidatedTable.class);
        byte[] file = TableFormat.pdf(table, new Telling(sha256)::told);
        transaction.executeWithoutResult(running -> repository.finish(sha256, file));
    }

    @Override
    public void giveUp(String sha256) {
        repository.move(sha256, State.WAITING, State.FAILED);
    }

    /** Tells in steps how far one print is. */
    private final class Telling {

        private final String sha256;
        private int last;

        Telling(String sha256) {
            this.sha256 = sha256;
        }

        void told(int written) {
            if (written - last >= STEP) {
                last = written;
                transaction.executeWithoutResult(running -> repository.advance(sha256, written));
            }
        }
    }
}
