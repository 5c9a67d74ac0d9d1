package vn.gopy.consolidation.live;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import vn.gopy.account.Role;
import vn.gopy.consolidation.GroupsChanged;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;

/**
 * Tells the open desks of a round, after the commit, that somebody has answered, grouped or split there: the fact only; the desk
 * then asks what is different. The stream of somebody who does not work on points any more ends.
 */
@Component
public class LiveDesks {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDesks.class);

    private final Map<RoundId, Set<DeskStream>> open = new ConcurrentHashMap<>();
    private final ExecutorService telling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("live-desks").factory());
    private final Rounds rounds;
    private final People people;

    LiveDesks(Rounds rounds, People people) {
        this.rounds = rounds;
        this.people = people;
    }

    /** Opens a stream of events for one open desk, for the secretariat; it ends with the session. */
    public SseEmitter open(Person asker, RoundId id, HttpSession session) {
        RoundId round = rounds.get(asker, id).id();
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        DeskStream stream = new DeskStream(asker.id());
        open.compute(round, (key, streams) -> {
            Set<DeskStream> more = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            more.add(stream);
            return more;
        });
        return stream.start(
                session,
                () -> open.computeIfPresent(round, (key, streams) -> {
                    streams.remove(stream);
                    return streams.isEmpty() ? null : streams;
                }));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(GroupsChanged change) {
        if (open.containsKey(change.roundId())) {
            telling.execute(() -> tell(change.roundId()));
        }
    }

    /** What could not be told is seen when the desk looks by itself. */
    private void tell(RoundId round) {
        try {
            Set<DeskStream> streams = Set.copyOf(open.getOrDefault(round, Set.of()));
            Set<PersonId> working =
                    people.among(streams.stream().map(DeskStream::person).collect(Collectors.toSet())).stream()
                            .filter(person -> person.enabled() && person.is(Role.SECRETARIAT))
                            .map(Person::id)
                            .collect(Collectors.toSet());
            for (DeskStream stream : streams) {
                if (working.contains(stream.person())) {
                    stream.changed();
                } else {
                    stream.end();
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("Open desks could not be told that something has changed", failed);
        }
    }

    /** Before the server waits for its last requests to end: those of open desks never would. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        telling.shutdownNow();
        open.values().forEach(streams -> streams.forEach(DeskStream::end));
    }
}
