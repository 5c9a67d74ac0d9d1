package vn.gopy.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;

/**
 * The posts that people hold in units, from a day and until one. What was said for a unit stays the unit's: whoever holds
 * a post finds its drafts and open replies, and whoever held it finds them no more. Changes are the administrator's, take
 * the people as they were seen and refuse STALE when somebody was quicker; people are locked in the order of their ids.
 */
@Service
public class Tenures {

    private final TenureRepository repository;
    private final PeopleRepository people;
    private final Units units;
    private final Trail trail;
    private final Clock clock;

    Tenures(TenureRepository repository, PeopleRepository people, Units units, Trail trail, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /** All that the person held, holds and will hold, the latest first; for an administrator, and for the person. */
    @Transactional(readOnly = true)
    public List<Tenure> of(Person asker, PersonId holder) {
        if (!asker.is(Role.ADMINISTRATOR) && !asker.id().equals(holder)) {
            throw Refusal.forbidden();
        }
        return repository.of(holder);
    }

    /**
     * Gives the person a post.
     *
     * @throws Refusal UNIT_UNKNOWN, UNIT_MERGED, DAYS_TURNED, ADMINISTRATOR_ALONE, TENURE_DOUBLE when the person holds the
     *     same in those days
     */
    @Transactional
    public Person begin(Person asker, Person seen, NewTenure wanted) {
        administrator(asker);
        NewTenure tenure = wanted.passed();
        Person holder = locked(seen).getFirst();
        begin(asker, holder, Refusal.at("unit", () -> units.living(tenure.unitCode())), tenure);
        return raised(holder);
    }

    private void begin(Person asker, Person holder, Unit unit, NewTenure tenure) {
        NewPerson.checkTogether(holder.roles(), false);
        if (repository.holds(holder.id(), unit.id(), tenure)) {
            throw Refusal.conflict("TENURE_DOUBLE", unit.name()).with("field", "unit");
        }
        repository.add(TenureId.next(), holder.id(), unit.id(), tenure);
        trail.record(
                asker.actor(), "TENURE_BEGUN", "PERSON", holder.id().value(), Change.created(described(unit, tenure)));
    }

    private static String described(Unit unit, NewTenure tenure) {
        return unit.code() + " " + tenure.role() + " " + tenure.from() + " " + tenure.to();
    }

    /**
     * Ends a post on a day, the first on which it is held no more.
     *
     * @throws Refusal DAYS_TURNED when it would end before it began
     */
    @Transactional
    public Person end(Person asker, Person seen, TenureId id, LocalDate day) {
        administrator(asker);
        Limits.day(day);
        Person holder = locked(seen).getFirst();
        end(asker, own(holder, id), day);
        return raised(holder);
    }

    /**
     * Hands a post over: one holds it until the day, the successor from that day on, with the same role and name.
     *
     * @return who has handed it over; what a head has lent is not found
     * @throws Refusal as {@link #begin} and {@link #end}
     */
    @Transactional
    public Person handOver(Person asker, Person seen, TenureId id, Person seenSuccessor, LocalDate day) {
        administrator(asker);
        Limits.day(day);
        if (seen.id().equals(seenSuccessor.id())) {
            throw Refusal.unprocessable("SUCCESSOR_SAME").with("field", "successor");
        }
        List<Person> both = locked(seen, seenSuccessor);
        Tenure tenure = own(both.getFirst(), id);
        if (tenure.lent()) {
            throw Refusal.notFound();
        }
        NewTenure next = new NewTenure(tenure.unitCode(), tenure.role(), tenure.post(), day, tenure.to()).passed();
        end(asker, tenure, day);
        begin(asker, both.getLast(), units.living(tenure.unitCode()), next);
        raised(both.getLast());
        return raised(both.getFirst());
    }

    private void end(Person asker, Tenure tenure, LocalDate day) {
        if (day.isBefore(tenure.from())) {
            throw Refusal.unprocessable("DAYS_TURNED").with("field", "day");
        }
        repository.end(tenure.id(), day);
        trail.record(
                asker.actor(),
                "TENURE_ENDED",
                "PERSON",
                tenure.holder().value(),
                Change.of(tenure.unitCode() + " " + tenure.role(), String.valueOf(tenure.to()), day.toString()));
    }

    /** A post of the person that is not over yet. */
    private Tenure own(Person holder, TenureId id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Moments.ZONE);
        return repository.of(holder.id()).stream()
                .filter(one -> one.id().equals(id) && !one.overOn(today))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The people as they are, in the order in which they are named, unless one of them was changed meanwhile. */
    private List<Person> locked(Person... seen) {
        List<Person> all = List.of(seen);
        repository.lock(all.stream().map(Person::id).toList());
        return all.stream().map(this::unchanged).toList();
    }

    private Person unchanged(Person seen) {
        Person now = present(seen.id());
        if (now.version() != seen.version()) {
            throw Refusal.stale();
        }
        return now;
    }

    private Person raised(Person person) {
        repository.raise(person.id());
        return present(person.id());
    }

    private Person present(PersonId id) {
        return people.byId(id, LocalDate.ofInstant(clock.instant(), Moments.ZONE))
                .orElseThrow(Refusal::notFound);
    }

    private static void administrator(Person asker) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
    }
}
