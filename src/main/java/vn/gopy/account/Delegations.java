package vn.gopy.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;

/**
 * Ủy quyền: a head lets somebody of the unit approve and send for it, from a day and until one, in one round or in all. It ends by itself with its
 * days, and at once when the giver is head no more, the giver's account is closed, or the head takes it back. What was lent
 * cannot be lent on.
 */
@Service
public class Delegations {

    private static final int LONGEST_DAYS = 366;

    private final TenureRepository repository;
    private final People people;
    private final LentRounds rounds;
    private final Trail trail;
    private final Clock clock;

    Delegations(TenureRepository repository, People people, LentRounds rounds, Trail trail, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the head has lent and is not over. */
    @Transactional(readOnly = true)
    public List<Tenure> givenBy(Person asker) {
        return repository.lentBy(asker.id(), today());
    }

    /** To whom the head of the unit may lend it: everybody who has a place of their own there and can sign in. */
    @Transactional(readOnly = true)
    public List<Person> takers(Person asker, UnitId unit) {
        if (!asker.headsInPerson(unit)) {
            throw Refusal.forbidden();
        }
        return people.all().stream()
                .filter(one -> takes(one, unit) && !one.id().equals(asker.id()))
                .toList();
    }

    private static boolean takes(Person person, UnitId unit) {
        return person.enabled()
                && person.username() != null
                && person.inPerson(unit).isPresent();
    }

    /** The rounds for which alone the head may lend the unit, by title. */
    @Transactional(readOnly = true)
    public Map<UUID, String> rounds(Person asker, UnitId unit) {
        if (!asker.headsInPerson(unit)) {
            throw Refusal.forbidden();
        }
        return rounds.open(asker, unit);
    }

    /** Titles of the rounds for which alone something of this is lent, as far as the asker knows of them. */
    @Transactional(readOnly = true)
    public Map<UUID, String> titles(Person asker, List<Tenure> lent) {
        return rounds.titles(
                asker, lent.stream().map(Tenure::round).filter(Objects::nonNull).toList());
    }

    /** The same for all rounds. */
    @Transactional
    public Tenure give(Person asker, UnitId unit, PersonId taker, LocalDate from, LocalDate to) {
        return give(asker, unit, taker, from, to, null);
    }

    /**
     * Lends what the head of the unit may do there.
     *
     * @param from not before today
     * @param to the first day on which it is lent no more, at most a year later
     * @param round for which alone it is lent: there the taker approves and sends the unit's reply; null for all
     * @throws Refusal FORBIDDEN for who is no head in person; DAYS_TURNED; DELEGATION_TAKER for somebody from elsewhere;
     *     DELEGATION_DOUBLE; DELEGATION_ROUND for a round that does not ask the unit or takes no answer any more
     */
    @Transactional
    public Tenure give(Person asker, UnitId unit, PersonId taker, LocalDate from, LocalDate to, @Nullable UUID round) {
        checkDays(from, to);
        repository.lock(List.of(asker.id(), taker));
        Person giver = people.byId(asker.id()).orElseThrow(Refusal::forbidden);
        Membership place = Optional.of(giver)
                .filter(Person::enabled)
                .filter(one -> one.headsInPerson(unit))
                .flatMap(one -> one.inPerson(unit))
                .orElseThrow(Refusal::forbidden);
        Person other = people.byId(taker)
                .filter(one -> takes(one, unit) && !one.id().equals(giver.id()))
                .orElseThrow(() -> Refusal.unprocessable("DELEGATION_TAKER").with("field", "taker"));
        if (other.headsInPerson(unit) || repository.isLent(taker, unit, from, to, round)) {
            throw Refusal.conflict("DELEGATION_DOUBLE", other.displayName()).with("field", "taker");
        }
        if (round != null && !rounds.open(giver, unit).containsKey(round)) {
            throw Refusal.unprocessable("DELEGATION_ROUND").with("field", "round");
        }
        TenureId id = TenureId.next();
        String post = other.inPerson(unit).map(Membership::post).orElse("");
        repository.add(
                id, taker, unit, new NewTenure(place.unitCode(), UnitRole.HEAD, post, from, to), giver.id(), round);
        repository.raise(taker);
        trail.record(
                giver.actor(),
                "DELEGATION_GIVEN",
                "PERSON",
                taker.value(),
                Change.created(place.unitCode() + " " + from + " " + to + (round == null ? "" : " " + round)));
        return lent(giver, id);
    }

    private void checkDays(LocalDate from, LocalDate to) {
        Limits.day(from);
        Limits.day(to);
        if (from.isBefore(today()) || !to.isAfter(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw Refusal.unprocessable("DELEGATION_DAYS").with("field", "to");
        }
    }

    /** Takes it back at once; what is over or of somebody else is not found. */
    @Transactional
    public void takeBack(Person asker, TenureId id) {
        Tenure seen = lent(asker, id);
        repository.lock(List.of(seen.holder()));
        Tenure tenure = lent(asker, id);
        repository.end(id, today());
        repository.raise(tenure.holder());
        trail.record(
                asker.actor(),
                "DELEGATION_TAKEN_BACK",
                "PERSON",
                tenure.holder().value());
    }

    private Tenure lent(Person giver, TenureId id) {
        return repository.lentBy(giver.id(), today()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.ZONE);
    }
}
