package vn.gopy.shared;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many bytes of requests and files may be held in memory at the same time: by everybody together a quarter of the
 * heap, by one person a quarter of that, but always one file. Who wants more waits, and is refused when the room does not
 * come free.
 */
@Component
public class ByteBudget {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The largest file with what stands around it in a request. */
    public static final long LARGEST_REQUEST = Limits.FILE + (2L << 20);

    private final int total;
    private final int share;
    private final Duration patience;
    private final Semaphore room;
    private final Map<Object, Share> shares = new ConcurrentHashMap<>();

    ByteBudget() {
        this(Runtime.getRuntime().maxMemory() / 4, PATIENCE);
    }

    ByteBudget(long bytes, Duration patience) {
        this.total = kilobytes(bytes);
        this.share = Math.min(total, Math.max(total / 4, kilobytes(LARGEST_REQUEST)));
        this.patience = patience;
        this.room = new Semaphore(total, true);
    }

    /**
     * Takes room for so many bytes, waiting for it; nothing holds more than everything.
     *
     * @param owner whose share it comes out of
     * @throws Refusal {@code UPLOADS_TOO_MANY} when that share, {@code UPLOADS_BUSY} when the whole stays full
     */
    public Held hold(Object owner, long bytes) {
        int wanted = Math.min(kilobytes(bytes), share);
        Share own = shares.compute(owner, (key, known) -> (known == null ? new Share(share) : known).joined());
        boolean ownTaken = false;
        boolean taken = false;
        try {
            ownTaken = take(own.room, wanted);
            if (!ownTaken) {
                throw new Refusal(Refusal.Kind.TOO_MANY, "UPLOADS_TOO_MANY");
            }
            taken = take(room, wanted);
            if (!taken) {
                throw new Refusal(Refusal.Kind.BUSY, "UPLOADS_BUSY");
            }
            return new Held(owner, wanted);
        } finally {
            if (!taken) {
                leave(owner, ownTaken ? wanted : 0);
            }
        }
    }

    private boolean take(Semaphore from, int wanted) {
        try {
            return from.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(Object owner, int given) {
        shares.computeIfPresent(owner, (key, own) -> own.left(given));
    }

    private static int kilobytes(long bytes) {
        return Math.toIntExact((bytes + 1023) / 1024);
    }

    /** Room that was taken; it must be given back. */
    public final class Held implements AutoCloseable {

        private final Object owner;
        private final int kilobytes;

        private Held(Object owner, int kilobytes) {
            this.owner = owner;
            this.kilobytes = kilobytes;
        }

        @Override
        public void close() {
            room.release(kilobytes);
            leave(owner, kilobytes);
        }
    }

    /** What one owner may hold; it is forgotten when nobody uses it any more. */
    private static final class Share {

        private final Semaphore room;
        private int users;

        Share(int kilobytes) {
            this.room = new Semaphore(kilobytes, true);
        }

        Share joined() {
            users++;
            return this;
        }

        @Nullable
        Share left(int given) {
            room.release(given);
            users--;
            return users == 0 ? null : this;
        }
    }
}
