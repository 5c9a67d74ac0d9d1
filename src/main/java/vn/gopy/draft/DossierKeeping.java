package vn.gopy.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * What the owner of a dossier and the secretariat do with the dossier itself: its title, who may read it, its end while
 * nothing hangs on it.
 */
@Service
public class DossierKeeping {

    private static final String DOSSIER = "DOSSIER";
    private static final int MOST_CANDIDATES = 20;

    private final DossierRepository repository;
    private final VersionRemoval removal;
    private final People people;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DossierKeeping(
            DossierRepository repository,
            VersionRemoval removal,
            People people,
            Units units,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.removal = removal;
        this.people = people;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** Refuses who may not read the dossier (404) or not change it (403). */
    @Transactional(readOnly = true)
    public void requireKeeper(Person asker, DossierId id) {
        kept(asker, id);
    }

    /** Refuses besides when a check is finished, so that something may hang on the dossier (409). */
    @Transactional(readOnly = true)
    public void requireDeletable(Person asker, DossierId id) {
        kept(asker, id);
        if (removal.anyChecked(id)) {
            throw Refusal.conflict("DOSSIER_IN_USE");
        }
    }

    private Dossier kept(Person asker, DossierId id) {
        Dossier dossier = repository.readable(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
        dossier.requireChangeBy(asker);
        return dossier;
    }

    /** Who may read the dossier besides its owner and the leading roles; for those who keep it, and the chair. */
    @Transactional(readOnly = true)
    public List<DossierReader> readers(Person asker, DossierId id) {
        Dossier dossier = repository.readable(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
        if (!dossier.isKeptBy(asker) && !asker.is(Role.CHAIR)) {
            throw Refusal.forbidden();
        }
        return repository.readers(id);
    }

    /**
     * Who can be named as a reader besides: accounts that read content and do not read the dossier anyway, by name, 20 at
     * most. For those who keep it.
     *
     * @param typed a part of the label, marks and capitals aside
     */
    @Transactional(readOnly = true)
    public List<DossierReader.Candidate> candidates(Person asker, DossierId id, String typed) {
        return repository.candidates(kept(asker, id), TextGate.QUESTION.pass(typed), MOST_CANDIDATES);
    }

    /**
     * Changes the dossier. Each side that becomes another leaves a row in the trail; who is named no more reads no more
     * from that moment, unless a round invites.
     *
     * @param version the version that the asker has seen
     */
    @Transactional
    public Dossier change(Person asker, DossierId id, int version, DossierChange wanted) {
        Dossier before = kept(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        DossierChange sound = wanted.passed();
        Dossier after = after(before, sound);
        if (!repository.change(after, version)) {
            throw Refusal.stale();
        }
        record(asker, before, after);
        if (sound.people() != null) {
            name(asker, id, sound.people());
        }
        events.publishEvent(new DossierChanged(id));
        return repository.readable(id, asker, clock.instant()).orElseThrow();
    }

    private Dossier after(Dossier before, DossierChange change) {
        String wanted = change.drafter();
        boolean sameDrafter = wanted == null;
        Unit drafter = wanted == null || wanted.isEmpty() ? null : units.named(wanted);
        return new Dossier(
                before.id(),
                before.version(),
                before.number(),
                Objects.requireNonNullElse(change.title(), before.title()),
                Objects.requireNonNullElse(change.kind(), before.kind()),
                Objects.requireNonNullElse(change.audience(), before.audience()),
                before.discussion(),
                sameDrafter ? before.drafter() : drafter == null ? null : drafter.id(),
                sameDrafter ? before.drafterName() : drafter == null ? null : drafter.name(),
                before.owner(),
                before.createdAt(),
                before.ended());
    }

    private void record(Person asker, Dossier before, Dossier after) {
        List<Change> changes = List.of(
                Change.of("title", before.title(), after.title()),
                Change.of("kind", before.kind(), after.kind()),
                Change.of("audience", before.audience().name(), after.audience().name()),
                Change.of("drafter", text(before.drafter()), text(after.drafter())));
        changes.stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .forEach(change -> trail.record(
                        asker.actor(), "DOSSIER_CHANGED", DOSSIER, before.id().value(), change));
    }

    private static String text(@Nullable Object id) {
        return id == null ? "" : id.toString();
    }

    private void name(Person asker, DossierId dossier, List<String> usernames) {
        List<PersonId> wanted = new ArrayList<>();
        usernames.stream().distinct().map(this::reader).forEach(wanted::add);
        List<PersonId> before = repository.named(dossier);
        Instant now = clock.instant();
        for (PersonId person : wanted) {
            if (!before.contains(person)) {
                repository.grant(dossier, new DossierRepository.Grant(person, null, dossier.value(), now));
                readers(asker, dossier, "DOSSIER_READER_ADDED", Change.created(person.toString()));
            }
        }
        for (PersonId person : before) {
            if (!wanted.contains(person)) {
                repository.revoke(dossier, person);
                readers(asker, dossier, "DOSSIER_READER_REMOVED", Change.of("", person.toString(), null));
            }
        }
    }

    private void readers(Person asker, DossierId dossier, String action, Change change) {
        trail.record(asker.actor(), action, DOSSIER, dossier.value(), change);
    }

    private PersonId reader(String username) {
        return people.byUsername(username)
                .map(Person::id)
                .orElseThrow(() -> Refusal.unprocessable("PERSON_UNKNOWN", username));
    }

    /**
     * Deletes a dossier whose drafts and papers are all unchecked, with their files; the trail keeps that it was. Its
     * number is never given again.
     *
     * @param version the version that the asker has seen
     */
    @Transactional
    public void delete(Person asker, DossierId id, int version) {
        Dossier dossier = kept(asker, id);
        removal.lock(id);
        List<DraftVersion> drafts = removal.all(id);
        if (removal.anyChecked(id)) {
            throw Refusal.conflict("DOSSIER_IN_USE");
        }
        if (dossier.version() != version) {
            throw Refusal.stale();
        }
        drafts.forEach(draft -> removal.remove(asker, draft));
        try {
            if (!repository.delete(id, version)) {
                throw Refusal.stale();
            }
        } catch (DataIntegrityViolationException somethingHangsOnIt) {
            throw Refusal.conflict("DOSSIER_IN_USE");
        }
        trail.record(asker.actor(), "DOSSIER_DELETED", DOSSIER, id.value(), Change.of("title", dossier.title(), null));
        events.publishEvent(new DossierChanged(id));
    }
}
