package vn.gopy.search.index;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.search.IndexRebuild;
import vn.gopy.search.IndexRebuild.State;

/**
 * Says what became of making the index anew, also after a restart. What the database cannot take at the moment, since it
 * may be the database that fails, is known here and written later.
 */
@Component
public class RebuildLog {

    private static final Logger log = LoggerFactory.getLogger(RebuildLog.class);

    private final IndexStateRepository repository;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private IndexRebuild known = IndexRebuild.NONE;
    private boolean written = true;

    RebuildLog(IndexStateRepository repository, Clock clock, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Reads what an earlier process left; what that one was doing is to be done again. */
    synchronized void recall() {
        known = transaction.execute(status -> repository.rebuild());
        written = true;
        if (known.state() == State.RUNNING) {
            say(State.ASKED, "");
        }
    }

    /** How it stands with the latest rebuilding. */
    public synchronized IndexRebuild known() {
        return known;
    }

    /** Somebody wants it; where it is under way already, the wish is fulfilled by that. */
    synchronized IndexRebuild ask() {
        if (!known.isUnderWay()) {
            say(State.ASKED, "");
        }
        return known;
    }

    /** @param reason a code, for FAILED */
    synchronized void say(State state, String reason) {
        known = new IndexRebuild(state, clock.instant(), reason);
        written = false;
        write();
    }

    /** Writes what could not be written when it was said. */
    synchronized void write() {
        if (written) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> repository.rebuild(known));
            written = true;
        } catch (DataAccessException | TransactionException later) {
            log.warn("What became of the rebuild could not be written yet: {}", later.toString());
        }
    }
}
