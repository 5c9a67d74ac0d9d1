package vn.gopy.draft.live;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.gopy.account.PersonId;

/**
 * The events of one open page, written by a thread of their own: a page that takes nothing holds up nobody else. At most one
 * event of each kind waits, the latest, since each asks the page for all that is new; at most four go out in a second. Ends
 * with the session that it is bound to; a session has at most {@value #MOST} of them, and the one open longest gives way.
 */
public class LiveStream implements HttpSessionBindingListener {

    private static final long QUIET_MILLIS = 250;
    private static final long HEARTBEAT_SECONDS = 20;
    private static final long NO_LIMIT = 0L;

    /** More than anybody has pages; a script that opens one after the other gets no further. */
    static final int MOST = 24;

    private static final String ALIVE = "alive";
    private static final String END = "end";

    private static final AtomicLong BEGUN = new AtomicLong();

    private record Event(String name, String data) {

        SseEmitter.SseEventBuilder built() {
            return SseEmitter.event().name(name).data(data);
        }
    }

    private final PersonId person;
    private final SseEmitter emitter = new SseEmitter(NO_LIMIT);
    private final String name = "gopy.live." + UUID.randomUUID();
    private final long order = BEGUN.incrementAndGet();
    private final Map<String, String> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean ended;
    private long n;

    protected LiveStream(PersonId person) {
        this.person = person;
    }

    /** Whose page it is. */
    public PersonId person() {
        return person;
    }

    /**
     * Begins to write.
     *
     * @param afterwards what is to be done when it has ended
     */
    public SseEmitter start(HttpSession session, Runnable afterwards) {
        emitter.onCompletion(this::end);
        emitter.onTimeout(this::end);
        emitter.onError(failed -> end());
        offer("hello", "");
        begin(session, this::write, afterwards);
        return emitter;
    }

    /**
     * The kind of the next event, in an answer of its own, for whom no stream gets through to.
     *
     * @param event {@value #ALIVE} where none came for a while, {@value #END} where none will come
     */
    public record News(String event) {}

    /**
     * Waits for one event only, and then ends.
     *
     * @param afterwards what is to be done when it has ended
     */
    public DeferredResult<News> once(HttpSession session, Runnable afterwards) {
        DeferredResult<News> answer = new DeferredResult<>(NO_LIMIT);
        answer.onCompletion(this::end);
        begin(session, () -> answer.setResult(new News(first())), afterwards);
        return answer;
    }

    private String first() {
        try {
            return next().map(Event::name).orElse(END);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    private void begin(HttpSession session, Runnable work, Runnable afterwards) {
        session.setAttribute(name, this);
        of(session).skip(MOST).forEach(LiveStream::end);
        Thread.ofVirtual().name("live-reader").start(() -> {
            try {
                work.run();
            } finally {
                afterwards.run();
                leave(session);
            }
        });
    }

    /** The streams of the session, the latest first. */
    private static Stream<LiveStream> of(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .map(session::getAttribute)
                .filter(LiveStream.class::isInstance)
                .map(LiveStream.class::cast)
                .sorted(Comparator.comparingLong((LiveStream stream) -> stream.order)
                        .reversed());
    }

    private void leave(HttpSession session) {
        try {
            session.removeAttribute(name);
        } catch (IllegalStateException over) {
            // the session ended first
        }
    }

    /** What the page shows of the text has changed. */
    public void outlineChanged() {
        offer("outline", "");
    }

    /** How many events wait. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** @param more what is told beside the fact, as further members of a JSON object */
    protected void offer(String event, String more) {
        lock.lock();
        try {
            waiting.put(event, more);
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more goes out; the connection is closed as soon as what is being written is. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent sessionOver) {
        end();
    }

    private void write() {
        try {
            for (Optional<Event> event = next(); event.isPresent(); event = next()) {
                emitter.send(event.get().built());
                Thread.sleep(QUIET_MILLIS);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The event that has waited longest, a sign of life when none comes; empty at the end. */
    private Optional<Event> next() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (waiting.isEmpty() && !ended && left > 0) {
                left = news.awaitNanos(left);
            }
            if (ended) {
                return Optional.empty();
            }
            String event =
                    waiting.isEmpty() ? ALIVE : waiting.keySet().iterator().next();
            String more = waiting.isEmpty() ? "" : waiting.remove(event);
            return Optional.of(new Event(event, "{\"n\":" + ++n + more + "}"));
        } finally {
            lock.unlock();
        }
    }
}
