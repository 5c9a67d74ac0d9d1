package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.IntegrationTest;

/** A job has an end, loses no wish, and one of minutes keeps nobody waiting. */
@IntegrationTest
class JobsTest {

    private static final int PATIENCE = 60;

    @Autowired
    DataSource database;

    @Autowired
    JobRepository repository;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private @Nullable Jobs jobs;

    @AfterEach
    void stop() {
        if (jobs != null) {
            jobs.stop();
        }
        jdbc.sql("DELETE FROM job_dead").update();
    }

    /** Waits after a failure are counted from an hour ago, so that they are over at once. */
    private Jobs start(Jobs.Job... known) {
        return start(List.of(known), List.of());
    }

    private Jobs start(List<Jobs.Job> known, List<Jobs.Daily> daily) {
        jobs = new Jobs(
                database,
                known,
                daily,
                repository,
                Clock.offset(clock, Duration.ofHours(-1)),
                transactions,
                Duration.ofMillis(100));
        jobs.start();
        return jobs;
    }

    private void ask(String job, String subject) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> jobs.ask(job, subject));
    }

    private record Work(String name, boolean isSlow, Runnable run, Runnable end) implements Jobs.Job {

        @Override
        public void run(String subject) {
            run.run();
        }

        @Override
        public void giveUp(String subject) {
            end.run();
        }
    }

    private long rows(String table, String job) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE task_name = :job")
                .param("job", job)
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsDoneDailyIsPlannedOnceForTheNightToCome() {
        Jobs.Daily work = new Jobs.Daily() {

            @Override
            public String name() {
                return "nightly";
            }

            @Override
            public void run() {}
        };
        start(List.of(), List.of(work)).stop();
        start(List.of(), List.of(work));

        assertThat(rows("slow_tasks", "nightly")).isOne();
        assertThat(jdbc.sql("SELECT to_char(execution_time AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI') FROM slow_tasks"
                                + " WHERE task_name = 'nightly' AND execution_time > now()")
                        .query(String.class)
                        .single())
                .isEqualTo("02:30");
        jdbc.sql("DELETE FROM slow_tasks WHERE task_name = 'nightly'").update();
    }

    @Test
    void whatAlwaysFailsIsGivenUpOnceAndListed() {
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger givenUp = new AtomicInteger();
        Jobs started = start(new Work(
                "failing",
                false,
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("never");
                },
                givenUp::incrementAndGet));
        ask("failing", "a");
        await().atMost(PATIENCE, TimeUnit.SECONDS)
                .until(() -> givenUp.get() == 1 && rows("scheduled_tasks", "failing") == 0);

        assertThat(tries).hasValue(Jobs.MOST_TRIES);
        assertThat(started.dead())
                .extracting(DeadJob::job, DeadJob::subject, DeadJob::error)
                .contains(org.assertj.core.groups.Tuple.tuple("failing", "a", "IllegalStateException"));
    }

    @Test
    void theWaitsGrow() {
        assertThat(List.of(1, 2, 3, 4).stream().map(Jobs::waitAfter).toList())
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(125),
                        Duration.ofSeconds(625));
    }

    @Test
    void whatIsAskedForWhileItRunsIsDoneOnceMore() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        start(new Work(
                "twice",
                false,
                () -> {
                    runs.incrementAndGet();
                    running.countDown();
                    waitFor(asked);
                },
                () -> {}));
        ask("twice", "a");
        assertThat(running.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        ask("twice", "a");
        ask("twice", "a");
        asked.countDown();
        await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> rows("scheduled_tasks", "twice") == 0);

        assertThat(runs).hasValue(2);
        assertThat(repository.wishes("twice", "a")).isZero();
    }

    @Test
    void slowOnesRunOneAtATimeWithoutTouchingWhatWaitsAndHoldUpNoOther() throws InterruptedException {
        Semaphore go = new Semaphore(0);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch quick = new CountDownLatch(1);
        start(
                new Work(
                        "slow",
                        true,
                        () -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            running.countDown();
                            go.acquireUninterruptibly();
                            atOnce.decrementAndGet();
                        },
                        () -> {}),
                new Work("quick", false, quick::countDown, () -> {}));
        for (String subject : List.of("a", "b", "c", "d")) {
            ask("slow", subject);
        }
        assertThat(running.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        ask("quick", "a");
        assertThat(quick.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM slow_tasks WHERE task_name = 'slow' AND NOT picked AND version = 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        go.release(4);
        await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> rows("slow_tasks", "slow") == 0);
        assertThat(most).hasValue(1);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
