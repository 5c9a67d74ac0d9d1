package vn.gopy.consolidation.print;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.Person;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.print.TablePrint.State;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.ConsolidatedTables.TableFile;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Jobs;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;

/**
 * The table of a round as a PDF file. A short one is written while its person waits, a long one by a job, once for the same
 * table of the round, whoever asks and how often. Who asked for it takes it away as long as that person may list the points
 * of the round; a day after it was last asked for it is gone.
 */
@Service
public class TablePrints {

    /** So many opinions are written in less than a second. */
    static final int SHORT = 200;

    /** One thread of the jobs stays free for other work. */
    static final int MOST_AT_ONCE = 2;

    private static final int MOST_KEPT = 20;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String ENDING = "." + TableFormat.PDF.ending();

    private final ConsolidatedTables tables;
    private final Points points;
    private final TablePrintRepository repository;
    private final Jobs jobs;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TablePrints(
            ConsolidatedTables tables,
            Points points,
            TablePrintRepository repository,
            Jobs jobs,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.points = points;
        this.repository = repository;
        this.jobs = jobs;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Has it written as the asker may read it now, and tells how far it is.
     *
     * @throws Refusal {@code PRINTS_WAIT} while too many others are being written
     */
    public TablePrint ask(Person asker, RoundId round, @Nullable VersionId draft) {
        ConsolidatedTable table = tables.table(asker, round, draft);
        String name = tables.fileName(asker, round, draft) + ENDING;
        String content = JsonMapper.shared().writeValueAsString(table);
        var print = new TablePrint(
                Sha256.of(round + "\n" + name + "\n" + content), round, name, State.WAITING, 0, table.said());
        boolean isShort = table.said() <= SHORT;
        byte[] file = isShort && find(print).isEmpty() ? TableFormat.PDF.write(table) : null;
        return transaction.execute(running -> {
            forget();
            if (!isShort) {
                begin(print, content);
            } else if (file != null && find(print).isEmpty()) {
                repository.add(print, content, clock.instant());
                repository.finish(print.sha256(), file);
            }
            repository.readBy(print.sha256(), asker.id(), clock.instant());
            return find(print).orElseThrow();
        });
    }

    /** Lets go of what nobody asks for any more, also where nobody asks for another one. */
    @Scheduled(fixedDelayString = "PT1H")
    void sweep() {
        transaction.executeWithoutResult(running -> forget());
    }

    private void forget() {
        repository.lock();
        repository.forget(clock.instant().minus(KEPT), MOST_KEPT);
    }

    private Optional<TablePrint> find(TablePrint print) {
        return repository.byHash(print.sha256());
    }

    private void begin(TablePrint print, String content) {
        Optional<TablePrint> before = find(print);
        if (before.filter(one -> one.state() != State.FAILED).isPresent()) {
            return;
        }
        if (repository.waiting() >= MOST_AT_ONCE) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "PRINTS_WAIT");
        }
        if (before.isEmpty()) {
            repository.add(print, content, clock.instant());
        } else {
            repository.move(print.sha256(), State.FAILED, State.WAITING);
        }
        jobs.ask(TablePrintJob.NAME, print.sha256());
    }

    /** How far it is. */
    public TablePrint get(Person asker, RoundId round, String sha256) {
        points.requireReader(asker, round);
        return repository.of(asker.id(), round, sha256).orElseThrow(Refusal::notFound);
    }

    /** The file; taking it away is traced. */
    public TableFile file(Person asker, RoundId round, String sha256) {
        return transaction.execute(running -> {
            TablePrint print = get(asker, round, sha256);
            byte[] file = repository.file(sha256).orElseThrow(Refusal::notFound);
            trail.record(asker.actor(), "TABLE_EXPORTED", "ROUND", round.value());
            return new TableFile(print.name(), file);
        });
    }
}
