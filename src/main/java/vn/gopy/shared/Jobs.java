package vn.gopy.shared;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that must happen after the transaction that asks for it: kept in the database, so it survives a crash, and never
 * run when the transaction is rolled back. A job that fails is tried again, each time after a longer wait, and after
 * {@value #MOST_TRIES} failures it is given up: the job says so to whoever waits for it, and it is listed as dead.
 */
@Component
public class Jobs {

    static final int MOST_TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private static final int THREADS = 3;
    /** Then what still runs is interrupted, and done again after the next start. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /** 5 s, 25 s, 2 min, 10 min: a database or a disk has the time to come back. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private static final int LONGER = 5;

    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    /** Six missed beats free the job of a process that was killed: it runs again within about a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Map<String, CustomTask<Void>> tasks;
    private final Map<String, Scheduler> schedulers = new HashMap<>();
    private final Scheduler quick;
    private final Scheduler slow;
    private final JobRepository repository;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Jobs(
            DataSource database,
            List<Job> jobs,
            List<Daily> daily,
            JobRepository repository,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${gopy.jobs.polling}") Duration polling) {
        this.repository = repository;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.tasks = jobs.stream().map(this::task).collect(Collectors.toMap(CustomTask::getName, Function.identity()));
        DataSource joined = new TransactionAwareDataSourceProxy(database);
        this.quick = scheduler(joined, jobs, false, polling).threads(THREADS).build();
        this.slow = scheduler(joined, jobs, true, polling)
                .startTasks(daily.stream().map(Jobs::nightly).toList())
                .threads(1)
                .tableName("slow_tasks")
                .build();
        jobs.forEach(job -> schedulers.put(job.name(), job.isSlow() ? slow : quick));
    }

    /** At night, when nobody waits. */
    private static RecurringTask<Void> nightly(Daily work) {
        return Tasks.recurring(work.name(), Schedules.daily(Moments.ZONE, NIGHT))
                .execute((instance, context) -> work.run());
    }

    private SchedulerBuilder scheduler(DataSource database, List<Job> jobs, boolean slow, Duration polling) {
        List<CustomTask<Void>> known = jobs.stream()
                .filter(job -> job.isSlow() == slow)
                .map(job -> tasks.get(job.name()))
                .toList();
        return Scheduler.create(database, List.copyOf(known))
                .pollingInterval(polling)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_STOP);
    }

    private CustomTask<Void> task(Job job) {
        return Tasks.custom(job.name(), Void.class)
                .onFailure((failed, operations) -> failed(job, failed, operations))
                .execute((instance, context) -> {
                    int wishes = repository.wishes(job.name(), instance.getId());
                    job.run(instance.getId());
                    return (complete, operations) -> done(complete, operations, wishes);
                });
    }

    /** Whoever asked while it ran may have changed something after it was read: then it runs once more. */
    private void done(ExecutionComplete complete, ExecutionOperations<Void> operations, int wishes) {
        String job = complete.getExecution().getTaskName();
        String subject = complete.getExecution().getId();
        transaction.executeWithoutResult(status -> {
            if (repository.lockedWishes(job, subject) == wishes) {
                repository.fulfilled(job, subject);
                repository.revive(job, subject);
                operations.remove();
            } else {
                operations.reschedule(complete, clock.instant());
            }
        });
    }

    private void failed(Job job, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String subject = complete.getExecution().getId();
        int failures = complete.getExecution().consecutiveFailures + 1;
        if (failures < MOST_TRIES) {
            operations.reschedule(complete, clock.instant().plus(waitAfter(failures)));
            return;
        }
        String error = complete.getCause()
                .map(cause -> cause.getClass().getSimpleName())
                .orElse("");
        log.warn("The job {} for {} failed {} times and is given up: {}", job.name(), subject, failures, error);
        transaction.executeWithoutResult(status -> {
            repository.lockedWishes(job.name(), subject);
            repository.fulfilled(job.name(), subject);
            repository.bury(job.name(), subject, error, clock.instant());
            job.giveUp(subject);
            operations.remove();
        });
    }

    static Duration waitAfter(int failures) {
        return FIRST_WAIT.multipliedBy((long) Math.pow(LONGER, failures - 1.0));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        quick.start();
        slow.start();
    }

    @PreDestroy
    void stop() {
        quick.stop();
        slow.stop();
    }

    /**
     * Asks for a job in the running transaction; asking twice for the same subject before it ran is asking once. What is
     * asked for while it runs is done once more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String job, String subject) {
        Scheduler scheduler = Objects.requireNonNull(schedulers.get(job));
        repository.wish(job, subject);
        scheduler.scheduleIfNotExists(Objects.requireNonNull(tasks.get(job)).instance(subject), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** What was given up, the oldest first; at most 1,000. */
    @Transactional(readOnly = true)
    public List<DeadJob> dead() {
        return repository.dead();
    }

    /** Work that is done once a day, whoever asks or not; what fails is done the next day. */
    public interface Daily {

        /** A short name, unique also among jobs. */
        String name();

        void run();
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

        /** Tells whoever waits that it will not be done; in the transaction that lists it as dead. */
        default void giveUp(String subject) {}
    }
}
