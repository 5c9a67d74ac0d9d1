package vn.gopy.consultation;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionChanged;
import vn.gopy.draft.VersionId;

/**
 * Tells open readers of a version, after the commit, that a thread they may see has changed: the fact only, at most four
 * times a second each; the page then asks for the threads, and gets what it may see. Who may not see the thread is not
 * told that anything happened.
 */
@Component
public class LiveReaders {

    private static final long QUIET_MILLIS = 250;
    private static final long HEARTBEAT_SECONDS = 20;
    private static final long NO_LIMIT = 0L;

    private final Map<VersionId, Set<OpenReader>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-readers").factory());
    private volatile boolean ending;
    private final Comments comments;
    private final People people;

    LiveReaders(Comments comments, People people) {
        this.comments = comments;
        this.people = people;
        later.scheduleAtFixedRate(this::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Opens a stream of events for one reader of a version that the asker may see. */
    public SseEmitter open(Person asker, VersionId version) {
        OpenReader reader = new OpenReader(asker.id(), new SseEmitter(NO_LIMIT));
        open.compute(version, (key, readers) -> with(readers, reader));
        Runnable leave = () -> open.computeIfPresent(version, (key, readers) -> without(readers, reader));
        reader.stream.onCompletion(leave);
        reader.stream.onTimeout(leave);
        reader.stream.onError(failed -> leave.run());
        reader.send("hello");
        if (ending) {
            reader.stream.complete();
        }
        return reader.stream;
    }

    private static Set<OpenReader> with(@Nullable Set<OpenReader> readers, OpenReader reader) {
        Set<OpenReader> more = readers == null ? ConcurrentHashMap.newKeySet() : readers;
        more.add(reader);
        return more;
    }

    private static @Nullable Set<OpenReader> without(Set<OpenReader> readers, OpenReader reader) {
        readers.remove(reader);
        return readers.isEmpty() ? null : readers;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CommentChanged changed) {
        if (changed.versionId() != null) {
            later.execute(() -> tell(changed.versionId(), changed.root()));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(VersionChanged changed) {
        later.execute(() -> open.getOrDefault(changed.versionId(), Set.of()).forEach(reader -> reader.send("outline")));
    }

    private void tell(VersionId version, CommentId root) {
        open.getOrDefault(version, Set.of()).stream()
                .filter(reader -> maySee(reader.person, root))
                .forEach(reader -> reader.tellSoon(later));
    }

    /** A deleted draft is nobody's any more; its author's own page knows already. */
    private boolean maySee(PersonId person, CommentId root) {
        return people.byId(person)
                .filter(Person::enabled)
                .map(asker -> comments.visible(asker, root))
                .orElse(false);
    }

    private void heartbeat() {
        open.values().forEach(readers -> readers.forEach(reader -> reader.send("alive")));
    }

    /** Before the server waits for what is under way: a stream would be under way for ever. */
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        ending = true;
        open.values().forEach(readers -> readers.forEach(reader -> reader.stream.complete()));
    }

    @PreDestroy
    void close() {
        later.shutdownNow();
    }

    /** One open page. */
    private static final class OpenReader {

        private final PersonId person;
        private final SseEmitter stream;
        private boolean waiting;
        private long lastTold;
        private long n;

        OpenReader(PersonId person, SseEmitter stream) {
            this.person = person;
            this.stream = stream;
        }

        synchronized void tellSoon(ScheduledExecutorService later) {
            if (waiting) {
                return;
            }
            long wait = Math.max(0, lastTold + QUIET_MILLIS - System.currentTimeMillis());
            waiting = true;
            later.schedule(this::tellNow, wait, TimeUnit.MILLISECONDS);
        }

        private synchronized void tellNow() {
            waiting = false;
            lastTold = System.currentTimeMillis();
            send("threads");
        }

        synchronized void send(String event) {
            try {
                stream.send(SseEmitter.event().name(event).data("{\"n\":" + (++n) + "}"));
            } catch (IOException | IllegalStateException gone) {
                stream.completeWithError(gone);
            }
        }
    }
}
