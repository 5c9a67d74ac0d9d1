package vn.gopy.consolidation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import vn.gopy.Refused;

/**
 * Makes several changes meet: a row that all of them need is held in a connection of its own until every one of them
 * waits for a lock, then all are let go at once.
 */
@Component
public class Standstill {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final DataSource source;

    Standstill(DataSource source) {
        this.source = source;
    }

    /** What became of each: "done", the refusal, or the failure. */
    public List<String> of(String held, Object id, List<Runnable> changes) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient holder = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            holder.sql(held + " FOR UPDATE").param("id", id).query().listOfRows();
            List<Future<String>> running = new ArrayList<>();
            changes.forEach(change -> running.add(threads.submit(() -> outcome(change))));
            awaitWaiting(holder, running);
            connection.commit();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String outcome(Runnable change) {
        try {
            return Refused.by(() -> change.run());
        } catch (AssertionError nothingRefused) {
            return "done";
        } catch (RuntimeException failed) {
            return failed.toString();
        }
    }

    private static void awaitWaiting(JdbcClient holder, List<Future<String>> running) {
        long until = System.nanoTime() + LONGEST.toNanos();
        Supplier<Long> still =
                () -> running.stream().filter(one -> !one.isDone()).count();
        while (waiting(holder) < still.get()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not all of them came to wait");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static long waiting(JdbcClient holder) {
        return holder.sql("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
                .query(Long.class)
                .single();
    }
}
