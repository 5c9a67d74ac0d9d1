package vn.gopy.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.shared.Moments;

/**
 * The one thread that writes the index: at the start it looks whether the index fits the database and rebuilds it if not,
 * then it follows the outbox, and at night it compares both.
 */
@Component
class IndexKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration TURNS = Duration.ofSeconds(5);
    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    private final Indexer indexer;
    private final Reconciler reconciler;
    private final IndexOutboxRepository outbox;
    private final SourceQuery sources;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore changes = new Semaphore(0);

    private volatile boolean running;
    private volatile boolean rebuildAsked;
    private volatile int difference;
    private volatile @Nullable Thread thread;
    private Instant turnedUntil;
    private LocalDate reconciled;

    IndexKeeper(
            Indexer indexer,
            Reconciler reconciler,
            IndexOutboxRepository outbox,
            SourceQuery sources,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.indexer = indexer;
        this.reconciler = reconciler;
        this.outbox = outbox;
        this.sources = sources;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.turnedUntil = clock.instant();
        this.reconciled = today();
    }

    @Override
    public void start() {
        running = true;
        turnedUntil = clock.instant();
        Thread writer = new Thread(this::keep, "search-index");
        writer.setDaemon(true);
        thread = writer;
        writer.start();
    }

    /** Waits until the present batch is committed: nothing is interrupted half way. */
    @Override
    public void stop() {
        running = false;
        changes.release();
        Thread writer = thread;
        try {
            if (writer != null) {
                writer.join(TimeUnit.SECONDS.toMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Something was noted in the outbox. */
    void wake() {
        changes.release();
    }

    /** The index is to be made anew from the database, beside the present one. */
    void askForRebuild() {
        rebuildAsked = true;
        wake();
    }

    /** How many groups differed at the last comparison; must be 0. */
    int difference() {
        return difference;
    }

    private void keep() {
        boolean guarded = false;
        while (running) {
            try {
                if (!guarded) {
                    guard();
                    guarded = true;
                }
                follow();
            } catch (IndexBrokenException broken) {
                log.warn("The search index is broken and will be rebuilt: {}", broken.toString());
                rebuildAsked = true;
                pause(PAUSE);
            } catch (RuntimeException failed) {
                log.warn("Following changes in the search index failed, trying again: {}", failed.toString());
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void guard() {
        if (!indexer.inStep()) {
            indexer.rebuild();
        } else {
            compare();
        }
    }

    private void follow() {
        if (rebuildAsked) {
            rebuildAsked = false;
            indexer.rebuild();
        }
        noteTurns();
        boolean more = true;
        while (running && more && !rebuildAsked) {
            more = indexer.step();
        }
        compareAtNight();
        pause(PAUSE);
    }

    /** Invitations begin and rounds close by the clock alone. */
    private void noteTurns() {
        Instant now = clock.instant();
        if (Duration.between(turnedUntil, now).abs().compareTo(TURNS) < 0) {
            return;
        }
        transaction.executeWithoutResult(status -> sources.dossiersTurned(turnedUntil, now)
                .forEach(dossier -> outbox.add(IndexEntity.DOSSIER.group(dossier))));
        turnedUntil = now;
    }

    private void compareAtNight() {
        boolean due = LocalTime.ofInstant(clock.instant(), Moments.ZONE).isAfter(NIGHT);
        if (due && reconciled.isBefore(today())) {
            reconciled = today();
            compare();
        }
    }

    private void compare() {
        difference = reconciler.repair();
        if (difference > 0) {
            log.warn("Search index and database differed in {} places; they are indexed anew", difference);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.ZONE);
    }

    private void pause(Duration atMost) {
        try {
            if (changes.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                changes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
