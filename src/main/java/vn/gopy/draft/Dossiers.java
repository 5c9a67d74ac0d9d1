package vn.gopy.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;

/** The dossiers (hồ sơ), each as far as the asker may read. */
@Service
public class Dossiers {

    private static final int LONGEST_PART = 100_000;

    private final DossierRepository repository;
    private final People people;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Dossiers(
            DossierRepository repository,
            People people,
            Units units,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.people = people;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** Opens a dossier: members, advisers, secretariat and chair may. */
    @Transactional
    public Dossier create(Person asker, NewDossier wanted) {
        if (!mayCreate(asker)) {
            throw Refusal.forbidden();
        }
        NewDossier sound = wanted.passed();
        Dossier dossier = dossier(asker, sound);
        repository.add(dossier);
        sound.people()
                .forEach(username ->
                        grant(dossier.id(), person(username), dossier.id().value()));
        trail.record(
                asker.actor(), "DOSSIER_CREATED", "DOSSIER", dossier.id().value(), Change.created(dossier.title()));
        events.publishEvent(new DossierChanged(dossier.id()));
        return dossier;
    }

    /** Whether the person may open a dossier. */
    public boolean mayCreate(Person asker) {
        return asker.is(Role.MEMBER) || asker.is(Role.ADVISER) || asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
    }

    /** The dossier; absent and hidden look the same. */
    @Transactional(readOnly = true)
    public Dossier get(Person asker, DossierId id) {
        return repository.readable(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    /** Whether the person may read the dossier. */
    @Transactional(readOnly = true)
    public boolean mayRead(Person person, DossierId id) {
        return repository.readable(id, person, clock.instant()).isPresent();
    }

    /** Whether the person owns the dossier or was invited to it by name, not only through a unit. */
    @Transactional(readOnly = true)
    public boolean names(Person person, DossierId id) {
        return repository.names(id, person.id(), clock.instant());
    }

    /** Dossiers that the asker may read, newest first. */
    @Transactional(readOnly = true)
    public List<Dossier> list(Person asker, DossierFilter filter) {
        return repository.readable(filter, Integer.MAX_VALUE, Integer.MAX_VALUE, asker, clock.instant());
    }

    /** All dossiers that the asker may read. */
    @Transactional(readOnly = true)
    public Set<DossierId> readable(Person asker) {
        return repository.readable(asker, clock.instant());
    }

    /**
     * What tells whether the asker may read the same dossiers as when {@link #readable} was asked: SHA-256, in hexadecimal, of
     * their ids, 16 bytes each, in the order of these bytes.
     */
    @Transactional(readOnly = true)
    public String readableMark(Person asker) {
        return repository.readableMark(asker, clock.instant());
    }

    /** The names of dossiers. Checks nothing: the ids are those of {@link #readable}. */
    @Transactional(readOnly = true)
    public Map<DossierId, String> titles(Collection<DossierId> ids) {
        return ids.isEmpty() ? Map.of() : repository.titles(ids);
    }

    /**
     * A part of the same list, of so many dossiers at most.
     *
     * @param from where the part begins, as the part before it said; null for the newest
     */
    @Transactional(readOnly = true)
    public Page<Dossier> page(Person asker, DossierFilter filter, @Nullable String from, int most) {
        Instant now = clock.instant();
        int size = Math.clamp(most, 1, LONGEST_PART);
        List<Dossier> found = repository.readable(filter, below(from), size + 1, asker, now);
        boolean more = found.size() > size;
        List<Dossier> part = more ? found.subList(0, size) : found;
        return new Page<>(
                List.copyOf(part),
                repository.count(filter, asker, now),
                more ? String.valueOf(part.getLast().number()) : null);
    }

    private static int below(@Nullable String from) {
        try {
            return from == null ? Integer.MAX_VALUE : Integer.parseInt(from);
        } catch (NumberFormatException unknown) {
            throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
        }
    }

    /**
     * Lets units and people read a dossier from a moment on, because a round invites them. Checks nothing: the one who
     * opens the round answers for it.
     */
    @Transactional
    public void invite(
            DossierId dossier, UUID round, Collection<UnitId> units, Collection<PersonId> persons, Instant from) {
        units.forEach(unit -> repository.grant(dossier, new DossierRepository.Grant(null, unit, round, from)));
        persons.forEach(person -> repository.grant(dossier, new DossierRepository.Grant(person, null, round, from)));
        events.publishEvent(new DossierChanged(dossier));
    }

    /** Takes back what a round gave to a unit or a person. Checks nothing either. */
    @Transactional
    public void uninvite(DossierId dossier, UUID round, @Nullable UnitId unit, @Nullable PersonId person) {
        repository.revoke(dossier, round, unit, person);
        events.publishEvent(new DossierChanged(dossier));
    }

    /** Takes back everything that a round gave. Checks nothing either. */
    @Transactional
    public void uninvite(DossierId dossier, UUID round) {
        repository.revoke(dossier, round);
        events.publishEvent(new DossierChanged(dossier));
    }

    private Dossier dossier(Person asker, NewDossier wanted) {
        Unit drafter = wanted.drafter() == null ? null : units.named(wanted.drafter());
        return new Dossier(
                DossierId.next(),
                1,
                repository.nextNumber(),
                wanted.title(),
                wanted.kind(),
                wanted.audience(),
                wanted.discussion(),
                drafter == null ? null : drafter.id(),
                drafter == null ? null : drafter.name(),
                asker.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                false);
    }

    private void grant(DossierId dossier, PersonId person, UUID source) {
        repository.grant(dossier, new DossierRepository.Grant(person, null, source, clock.instant()));
    }

    private PersonId person(String username) {
        return people.byUsername(username)
                .map(Person::id)
                .orElseThrow(() -> Refusal.unprocessable("PERSON_UNKNOWN", username));
    }
}
