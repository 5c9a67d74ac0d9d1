package vn.gopy.consolidation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.round.RoundId;

/**
 * The one thread that gives points their numbers, once they are committed: whoever sends an opinion waits for nobody else
 * who sends one. What a crash left without a number gets it at the next start.
 */
@Component
class PointNumbers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PointNumbers.class);
    private static final long SECONDS_BETWEEN_LOOKS = 60;
    private static final long SECONDS_AFTER_FAILURE = 5;

    /** Points that come meanwhile are numbered together: each time costs a commit that writers wait beside. */
    private static final long MILLIS_BETWEEN_NUMBERINGS = 100;

    private final PointRepository repository;
    private final TransactionTemplate transaction;
    private final Semaphore changes = new Semaphore(1);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    PointNumbers(PointRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("point-numbers").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        changes.release();
        Thread numbering = thread;
        try {
            if (numbering != null) {
                numbering.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener
    void on(PointEntry.PointsMade made) {
        changes.release();
    }

    private void follow() {
        while (running) {
            try {
                changes.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
                changes.drainPermits();
                if (running) {
                    number();
                    Thread.sleep(MILLIS_BETWEEN_NUMBERINGS);
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void number() throws InterruptedException {
        try {
            for (RoundId round : repository.roundsToNumber()) {
                transaction.executeWithoutResult(status -> repository.number(round));
            }
        } catch (RuntimeException failed) {
            LOG.warn("Numbering points failed, trying again: {}", failed.toString());
            if (!changes.tryAcquire(SECONDS_AFTER_FAILURE, TimeUnit.SECONDS)) {
                changes.release();
            }
        }
    }
}
