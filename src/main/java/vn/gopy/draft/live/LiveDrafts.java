package vn.gopy.draft.live;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * Tells pages that wait for the reading of a file, after the commit, that a draft their person may read has changed: the
 * fact only; the page then asks what is different. Rights are read from the database for each change, for all waiting
 * people at once, and the stream of somebody who has no account any more ends.
 */
@Component
public class LiveDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDrafts.class);

    private final Map<PersonId, Set<LiveStream>> open = new ConcurrentHashMap<>();
    private final ExecutorService telling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("live-drafts").factory());
    private final DraftReaderQuery drafts;
    private final People people;
    private final Clock clock;

    LiveDrafts(DraftReaderQuery drafts, People people, Clock clock) {
        this.drafts = drafts;
        this.people = people;
        this.clock = clock;
    }

    /** Opens a stream of events for one waiting page of the asker; it ends with the session. */
    public SseEmitter open(Person asker, HttpSession session) {
        LiveStream stream = new LiveStream(asker.id());
        open.compute(asker.id(), (key, streams) -> {
            Set<LiveStream> more = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            more.add(stream);
            return more;
        });
        return stream.start(
                session,
                () -> open.computeIfPresent(asker.id(), (key, streams) -> {
                    streams.remove(stream);
                    return streams.isEmpty() ? null : streams;
                }));
    }

    /** Tells the waiting pages of one person to look again, where what they wait for has ended without a change. */
    public void lookAgain(PersonId person) {
        open.getOrDefault(person, Set.of()).forEach(LiveStream::outlineChanged);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(VersionChanged change) {
        if (!open.isEmpty()) {
            telling.execute(() -> tell(change.versionId()));
        }
    }

    /** What could not be told is seen when the page looks by itself. */
    private void tell(VersionId version) {
        try {
            Set<PersonId> waiting = Set.copyOf(open.keySet());
            Map<PersonId, Person> enabled = people.among(waiting).stream()
                    .filter(Person::enabled)
                    .collect(Collectors.toMap(Person::id, Function.identity()));
            waiting.stream()
                    .filter(person -> !enabled.containsKey(person))
                    .forEach(gone -> open.getOrDefault(gone, Set.of()).forEach(LiveStream::end));
            drafts.reading(version, enabled.values(), clock.instant()).forEach(this::lookAgain);
        } catch (RuntimeException failed) {
            LOG.warn("Waiting pages could not be told that a draft has changed", failed);
        }
    }

    /** Before the server waits for its last requests to end: those of waiting pages never would. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        telling.shutdownNow();
        open.values().forEach(streams -> streams.forEach(LiveStream::end));
    }
}
