package vn.gopy.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many do something costly at once; the others wait, who came first goes first, and who has waited long enough is
 * sent away with the word that the system is busy. To be taken before anything is held that others need, such as a connection
 * of the database.
 */
public final class Turns {

    private final Semaphore places;
    private final Duration longestWait;

    public Turns(int atOnce, Duration longestWait) {
        this.places = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** As many at once as there are processors, for work that keeps them busy. */
    public static Turns ofProcessors(Duration longestWait) {
        return new Turns(Math.max(1, Runtime.getRuntime().availableProcessors()), longestWait);
    }

    /** A place that somebody has until it is closed. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a place.
     *
     * @throws Refusal HTTP_503 when too many others wait
     */
    public Turn take() {
        try {
            if (places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return places::release;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Refusal.Kind.BUSY, "HTTP_503");
    }
}
