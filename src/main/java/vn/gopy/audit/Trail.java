package vn.gopy.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Page;
import vn.gopy.shared.Sha256;

/** Writes the trail (nhật ký hệ thống) in the transaction of the change it records. */
@Component
public class Trail {

    private final TrailRepository repository;
    private final TrailKey key;
    private final Clock clock;

    Trail(TrailRepository repository, TrailKey key, Clock clock) {
        this.repository = repository;
        this.key = key;
        this.clock = clock;
    }

    /** Records a change of a thing; fails outside a transaction, since a change and its row belong together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subjectType, @Nullable UUID subject) {
        record(actor, action, subjectType, subject, Change.NONE);
    }

    /** The same, with the field that changed and keyed hashes of what it held before and after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subjectType, @Nullable UUID subject, Change change) {
        repository.add(entry(actor, action, subjectType, subject, change));
    }

    /** The same for many things at once: a row for each, in the order of the map. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordEach(Actor actor, String action, String subjectType, Map<UUID, Change> changes) {
        repository.addAll(changes.entrySet().stream()
                .map(one -> entry(actor, action, subjectType, one.getKey(), one.getValue()))
                .toList());
    }

    private AuditEntry entry(Actor actor, String action, String subjectType, @Nullable UUID subject, Change change) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry bare = new AuditEntry(
                Ids.next(),
                at,
                actor.id(),
                actor.name(),
                actor.actingAs(),
                change.onBehalfOf(),
                action,
                subjectType,
                subject,
                change.field(),
                key.hash(subjectType, subject, change.before()),
                key.hash(subjectType, subject, change.after()),
                key.id(),
                "");
        return bare.withContentHash(Sha256.of(bare.content()));
    }

    /** Rows of the trail, newest first. The caller answers for who may ask: administrators only. */
    @Transactional(readOnly = true)
    public List<AuditEntry> find(AuditQuery query) {
        return repository.find(query, null, query.limit()).stream()
                .map(AuditEntry::shown)
                .toList();
    }

    /**
     * A part of the same list, of as many rows as the query's limit says.
     *
     * @param from where the part begins, as the part before it said; null for the newest row
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> page(AuditQuery query, @Nullable UUID from) {
        List<AuditEntry> found = repository.find(query, from, query.limit() + 1);
        List<AuditEntry> part = found.subList(0, Math.min(found.size(), query.limit()));
        return new Page<>(
                part.stream().map(AuditEntry::shown).toList(),
                repository.count(query),
                found.size() > part.size() ? part.getLast().id().toString() : null);
    }
}
