package vn.gopy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.shared.Refusal;

/**
 * Two changes at once, in two connections: the first is done but not yet committed when the second begins, and is
 * committed as soon as the second waits for it, or has ended without waiting.
 */
@Component
public class Turns {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Turns(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** What became of the two: "done", the refusal, or the failure. */
    public List<String> of(Runnable first, Runnable second) {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<String> other = transaction.execute(held -> {
                first.run();
                Future<String> running = threads.submit(() -> outcome(second));
                awaitWaiting(running);
                return running;
            });
            return List.of("done", other.get());
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    /** What becomes of a change that is not kept. */
    public String undone(Runnable change) {
        return Objects.requireNonNull(transaction.execute(tried -> {
            String outcome = outcome(change);
            tried.setRollbackOnly();
            return outcome;
        }));
    }

    private static String outcome(Runnable change) {
        try {
            change.run();
            return "done";
        } catch (Refusal refused) {
            return refused.kind().status() + " " + refused.code();
        } catch (RuntimeException failed) {
            return failed.toString();
        }
    }

    private void awaitWaiting(Future<String> running) {
        while (!running.isDone() && waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    private int waiting() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()
                """).query(Integer.class).single();
    }
}
