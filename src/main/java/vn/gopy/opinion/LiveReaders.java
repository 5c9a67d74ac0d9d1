package vn.gopy.opinion;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.DossierChanged;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.VersionChanged;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.draft.live.DraftReaderQuery;
import vn.gopy.draft.live.LiveStream;

/**
 * Tells open readers of a version, or of a later one of its series, after the commit, that a thread they may see has changed: the fact only; the page then
 * asks what is different, and gets what it may see. Who may not see the thread is not told that anything happened. Rights
 * are read from the database for each change, for all readers at once; the stream of somebody who may read no longer ends.
 */
@Component
public class LiveReaders {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReaders.class);
    private static final long SWEEP_SECONDS = 20;
    private static final int ROOTS_AT_ONCE = 500;

    /** What was changed: a version's threads, or those on a whole dossier. */
    private record Matter(DossierId dossier, @Nullable VersionId version) {

        boolean concerns(ReaderStream stream) {
            return version == null || stream.shows(version);
        }
    }

    private final Map<DossierId, Set<ReaderStream>> open = new ConcurrentHashMap<>();
    private final Map<Matter, Set<CommentId>> changed = new ConcurrentHashMap<>();
    private final ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-readers").factory());
    private final ThreadFeedQuery query;
    private final DraftReaderQuery drafts;
    private final Anchorings anchorings;
    private final People people;
    private final Clock clock;

    LiveReaders(ThreadFeedQuery query, DraftReaderQuery drafts, Anchorings anchorings, People people, Clock clock) {
        this.query = query;
        this.drafts = drafts;
        this.anchorings = anchorings;
        this.people = people;
        this.clock = clock;
        telling.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Opens a stream of events for one reader of a version that the asker may see; it ends with the session. */
    public SseEmitter open(Person asker, DraftVersion version, HttpSession session) {
        ReaderStream stream = listening(asker, version);
        return stream.start(session, () -> forget(version, stream));
    }

    /**
     * Waits for one event for one reader, for whom no stream gets through to.
     *
     * @param missed whether there is something already that the page does not know; asked once nothing more can be missed
     */
    public DeferredResult<LiveStream.News> next(
            Person asker, DraftVersion version, HttpSession session, BooleanSupplier missed) {
        ReaderStream stream = listening(asker, version);
        try {
            if (missed.getAsBoolean()) {
                stream.threadsChanged();
            }
        } catch (RuntimeException refused) {
            forget(version, stream);
            throw refused;
        }
        return stream.once(session, () -> forget(version, stream));
    }

    private ReaderStream listening(Person asker, DraftVersion version) {
        Set<VersionId> earlier = Set.copyOf(anchorings.before(version).ids());
        ReaderStream stream = new ReaderStream(asker.id(), version.id(), earlier);
        open.compute(version.dossierId(), (key, streams) -> with(streams, stream));
        return stream;
    }

    private void forget(DraftVersion version, ReaderStream stream) {
        open.computeIfPresent(version.dossierId(), (key, streams) -> without(streams, stream));
    }

    private static Set<ReaderStream> with(@Nullable Set<ReaderStream> streams, ReaderStream stream) {
        Set<ReaderStream> more = streams == null ? ConcurrentHashMap.newKeySet() : streams;
        more.add(stream);
        return more;
    }

    private static @Nullable Set<ReaderStream> without(Set<ReaderStream> streams, ReaderStream stream) {
        streams.remove(stream);
        return streams.isEmpty() ? null : streams;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CommentChanged change) {
        if (open.containsKey(change.dossierId())) {
            Matter matter = new Matter(change.dossierId(), change.versionId());
            changed.compute(matter, (key, roots) -> {
                Set<CommentId> more = roots == null ? new HashSet<>() : roots;
                more.add(change.root());
                return more;
            });
            telling.execute(() -> guarded(matter));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(VersionChanged change) {
        if (open.containsKey(change.dossierId())) {
            Matter matter = new Matter(change.dossierId(), change.versionId());
            telling.execute(() -> reading(concerned(matter)).keySet().forEach(ReaderStream::outlineChanged));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(DossierChanged change) {
        if (open.containsKey(change.dossierId())) {
            telling.execute(() -> reading(concerned(new Matter(change.dossierId(), null))));
        }
    }

    /** What could not be told now is told with the next change, or at the next sweep. */
    private void guarded(Matter matter) {
        Set<CommentId> roots = changed.remove(matter);
        if (roots == null) {
            return; // told together with the change before
        }
        try {
            tell(matter, List.copyOf(roots));
        } catch (RuntimeException failed) {
            LOG.warn("Open readers could not be told of {} changed threads yet", roots.size(), failed);
            changed.merge(matter, roots, (later, earlier) -> {
                later.addAll(earlier);
                return later;
            });
        }
    }

    private void tell(Matter matter, List<CommentId> roots) {
        Map<ReaderStream, Person> readers = reading(concerned(matter));
        Map<PersonId, Person> distinct = readers.values().stream()
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one));
        for (int from = 0; from < roots.size() && !distinct.isEmpty(); from += ROOTS_AT_ONCE) {
            List<CommentId> part = roots.subList(from, Math.min(roots.size(), from + ROOTS_AT_ONCE));
            var told = query.told(part, distinct.values(), clock.instant());
            readers.keySet().stream()
                    .filter(stream -> told.containsKey(stream.person()))
                    .forEach(stream -> stream.threadChanged(Objects.requireNonNull(told.get(stream.person()))));
        }
    }

    private List<ReaderStream> concerned(Matter matter) {
        return open.getOrDefault(matter.dossier(), Set.of()).stream()
                .filter(matter::concerns)
                .toList();
    }

    /** The streams whose people may read their version now; all others end. */
    private Map<ReaderStream, Person> reading(Collection<ReaderStream> streams) {
        Map<PersonId, Person> enabled =
                people
                        .among(streams.stream()
                                .map(ReaderStream::person)
                                .distinct()
                                .toList())
                        .stream()
                        .filter(Person::enabled)
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        Map<VersionId, List<ReaderStream>> byVersion =
                streams.stream().collect(Collectors.groupingBy(ReaderStream::version));
        Map<ReaderStream, Person> reading = new HashMap<>();
        byVersion.forEach((version, all) -> {
            Set<PersonId> may = drafts.reading(version, enabled.values(), clock.instant());
            for (ReaderStream stream : all) {
                if (may.contains(stream.person())) {
                    reading.put(stream, enabled.get(stream.person()));
                } else {
                    stream.end();
                }
            }
        });
        return reading;
    }

    private void sweep() {
        try {
            open.values().forEach(this::reading);
            Set.copyOf(changed.keySet()).forEach(this::guarded);
        } catch (RuntimeException failed) {
            LOG.warn("Open readers could not be looked after", failed);
        }
    }

    /** Before the server waits for its last requests to end: those of open readers never would. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        telling.shutdownNow();
        open.values().forEach(streams -> streams.forEach(ReaderStream::end));
    }
}
