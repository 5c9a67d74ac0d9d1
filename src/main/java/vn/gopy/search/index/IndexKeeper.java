package vn.gopy.search.index;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.gopy.search.IndexRebuild;
import vn.gopy.search.IndexRebuild.State;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.shared.Moments;

/**
 * The one thread that writes the index. It follows the outbox; between two batches it takes one page of a comparison, or of
 * making the index anew, so that neither holds up what somebody waits for. At the start, and after any failure, it looks
 * whether the index can be used as it is, opened anew, or has to be made anew; it never gives up, but waits longer each time.
 */
@Component
public class IndexKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A batch costs nearly the same with one change as with a hundred: after each the next changes gather. */
    private static final int REST_PER_WORK = 6;

    private static final Duration LONGEST_REST = Duration.ofMillis(600);
    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    private final Indexer indexer;
    private final SearchEngine engine;
    private final Reconciler reconciler;
    private final IndexTurns turns;
    private final RebuildLog rebuilds;
    private final Clock clock;
    private final Semaphore changes = new Semaphore(0);
    private final Semaphore urgent = new Semaphore(0);
    private final BackOff backOff = new BackOff();

    private volatile boolean running;
    private volatile boolean suspected;
    private volatile int difference;
    private volatile @Nullable String trouble;
    private volatile @Nullable Thread thread;

    private boolean needed;
    private boolean comparedTwice;
    private @Nullable Comparison comparison;
    private LocalDate reconciled;

    IndexKeeper(
            Indexer indexer,
            SearchEngine engine,
            Reconciler reconciler,
            IndexTurns turns,
            RebuildLog rebuilds,
            Clock clock) {
        this.indexer = indexer;
        this.engine = engine;
        this.reconciler = reconciler;
        this.turns = turns;
        this.rebuilds = rebuilds;
        this.clock = clock;
        this.reconciled = today();
    }

    @Override
    public void start() {
        running = true;
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
        urgent.release();
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
    public IndexRebuild askForRebuild() {
        IndexRebuild asked = rebuilds.ask();
        urgent.release();
        changes.release();
        return asked;
    }

    /** Somebody could not read the index: it is to be looked after. */
    public void suspect() {
        suspected = true;
        changes.release();
    }

    /** How many groups differed at the last comparison; must be 0. */
    public int difference() {
        return difference;
    }

    /** What keeps the index from following, as a code; empty while it follows. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void keep() {
        boolean begun = false;
        boolean usable = false;
        while (running) {
            try {
                if (!usable || suspected) {
                    lookAfter(begun);
                    begun = true;
                    usable = true;
                }
                if (!follow()) {
                    pause(changes, PAUSE);
                }
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failed) {
                usable = false;
                giveWay(failed);
            }
        }
    }

    /** @param anew whether its files are to be opened again first, since something failed with them */
    private void lookAfter(boolean anew) {
        suspected = false;
        indexer.abandonRebuild();
        if (!anew) {
            rebuilds.recall();
        }
        needed = !((!anew || engine.reopen()) && indexer.inStep());
        comparison = needed ? null : new Comparison(reconciler, turns);
        comparedTwice = false;
    }

    private void giveWay(Throwable failed) {
        String code = Trouble.code(failed);
        trouble = code;
        Duration wait = backOff.next();
        log.warn("Following changes in the search index failed, trying again in {}: {}", wait, failed.toString());
        indexer.abandonRebuild();
        if (rebuilds.known().state() == State.RUNNING) {
            rebuilds.say(State.FAILED, code);
        }
        pause(urgent, wait);
    }

    /** @return whether there is more to do at once */
    private boolean follow() {
        rebuilds.write();
        if (!indexer.rebuilds() && (needed || rebuilds.known().state() == State.ASKED)) {
            rebuilds.say(State.RUNNING, "");
            indexer.beginRebuild();
        }
        turns.noteSeldom();
        long began = System.nanoTime();
        boolean took = indexer.step();
        if (indexer.rebuilds()) {
            rebuildPage();
            return true;
        }
        followed(took);
        if (took) {
            rest(Duration.ofNanos(System.nanoTime() - began));
        }
        return comparePage() || took;
    }

    /** What is urgent does not wait. The first change after a quiet time has not waited either. */
    private void rest(Duration worked) {
        Duration rest = worked.multipliedBy(REST_PER_WORK);
        pause(urgent, rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }

    private void rebuildPage() {
        if (!indexer.rebuildPage()) {
            needed = false;
            comparison = null;
            rebuilds.say(State.DONE, "");
            followed(true);
        }
    }

    private void followed(boolean written) {
        trouble = null;
        if (written) {
            backOff.reset();
        }
    }

    private boolean comparePage() {
        Comparison present = comparison;
        if (present == null) {
            compareAtNight();
            return comparison != null;
        }
        if (!present.page()) {
            difference = present.found();
            boolean again = difference > 0 && !comparedTwice; // whether indexing it anew has mended it
            comparedTwice = again;
            comparison = again ? new Comparison(reconciler, turns) : null;
        }
        return true;
    }

    private void compareAtNight() {
        boolean due = LocalTime.ofInstant(clock.instant(), Moments.ZONE).isAfter(NIGHT);
        if (due && reconciled.isBefore(today())) {
            reconciled = today();
            comparison = new Comparison(reconciler, turns);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.ZONE);
    }

    private void pause(Semaphore until, Duration atMost) {
        try {
            if (running && until.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                until.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
