package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Recurring work that waits, such as for a mail server that does not answer, holds up no other. */
class RecurringWorkTest {

    private static boolean oneWaitsForTheOther(TaskScheduler scheduler) throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        scheduler.scheduleWithFixedDelay(
                () -> {
                    stuck.countDown();
                    await(answer);
                },
                Duration.ofMillis(10));
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        scheduler.scheduleWithFixedDelay(others::countDown, Duration.ofMillis(10));
        boolean went = others.await(1, TimeUnit.SECONDS);
        answer.countDown();
        return !went;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void inTheProductNoneWaitsForAnother() throws InterruptedException {
        ThreadPoolTaskScheduler scheduler = new SharedConfiguration().taskScheduler();
        scheduler.initialize();
        assertThat(oneWaitsForTheOther(scheduler)).isFalse();
        scheduler.shutdown();
    }

    @Test
    void theCheckCatchesASchedulerOfOneThread() throws InterruptedException {
        try (SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler()) {
            scheduler.setVirtualThreads(true);
            assertThat(oneWaitsForTheOther(scheduler)).isTrue();
        }
    }
}
