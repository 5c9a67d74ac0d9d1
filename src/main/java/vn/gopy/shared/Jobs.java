package vn.gopy.shared;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that must happen after the transaction that asks for it: kept in the database, so it survives a crash, and never
 * run when the transaction is rolled back. A job that fails is tried again.
 */
@Component
public class Jobs {

    private static final Duration POLLING = Duration.ofSeconds(2);
    private static final int THREADS = 3;
    /** Then what still runs is interrupted, and done again after the next start. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private static final Duration PUT_OFF = Duration.ofSeconds(3);

    /** Six missed beats free the job of a process that was killed: it runs again within about a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Map<String, CustomTask<Void>> tasks;
    private final Scheduler scheduler;
    private final Clock clock;

    Jobs(DataSource database, List<Job> jobs, Clock clock) {
        this.clock = clock;
        this.tasks = jobs.stream().map(this::task).collect(Collectors.toMap(CustomTask::getName, Function.identity()));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), List.copyOf(tasks.values()))
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    private CustomTask<Void> task(Job job) {
        var places = new Semaphore(job.isSlow() ? 1 : THREADS);
        return Tasks.custom(job.name(), Void.class).execute((instance, context) -> {
            if (!places.tryAcquire()) {
                return (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(PUT_OFF));
            }
            try {
                job.run(instance.getId());
                return new CompletionHandler.OnCompleteRemove<>();
            } finally {
                places.release();
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    /** Asks for a job in the running transaction; asking twice for the same subject before it ran is asking once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String job, String subject) {
        scheduler.scheduleIfNotExists(tasks.get(job).instance(subject), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** One kind of work. */
    public interface Job {

        /** A short unique name. */
        String name();

        /** One that takes minutes is done for one subject at a time, so that the others are not kept waiting. */
        default boolean isSlow() {
            return false;
        }

        /** Does the work for a subject, such as an id; may be called again after a failure or a crash. */
        void run(String subject);
    }
}
