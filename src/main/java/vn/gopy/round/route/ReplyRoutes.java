package vn.gopy.round.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/**
 * One to four steps: the unit itself says who looks at its replies on their way from the staff to the head. The head can send
 * at any step, so nobody who is away stops a reply.
 */
@Service
public class ReplyRoutes {

    private final ReplyRouteRepository repository;
    private final People people;
    private final Trail trail;

    ReplyRoutes(ReplyRouteRepository repository, People people, Trail trail) {
        this.repository = repository;
        this.people = people;
        this.trail = trail;
    }

    /** As it is set; for the people of the unit. */
    @Transactional(readOnly = true)
    public ReplyRoute of(Person asker, UnitId unit) {
        requireOf(asker, unit);
        return repository.of(unit).orElse(ReplyRoute.STRAIGHT);
    }

    /** Those who may be on it: who writes for the unit, can sign in and does not head it. For the people of the unit. */
    @Transactional(readOnly = true)
    public List<Person> eligible(Person asker, UnitId unit) {
        requireOf(asker, unit);
        return people.all().stream().filter(person -> isEligible(person, unit)).toList();
    }

    private static boolean isEligible(Person person, UnitId unit) {
        return person.enabled() && person.username() != null && person.speaksFor(unit) && !person.heads(unit);
    }

    /** Sets it; only the head may. What is with somebody at this moment stays there. */
    @Transactional
    public ReplyRoute set(Person asker, UnitId unit, ReplyRoute wanted) {
        requireOf(asker, unit);
        if (!asker.heads(unit)) {
            throw Refusal.forbidden();
        }
        List<PersonId> reviewers =
                Limits.list(wanted.reviewers(), Limits.LIST).stream().distinct().toList();
        if (reviewers.size() > ReplyRoute.MOST_REVIEWERS) {
            throw Refusal.unprocessable("TOO_MANY", ReplyRoute.MOST_REVIEWERS);
        }
        List<Person> known = people.among(reviewers);
        if (known.size() != reviewers.size() || !known.stream().allMatch(person -> isEligible(person, unit))) {
            throw Refusal.unprocessable("REVIEWER_UNKNOWN");
        }
        ReplyRoute before = repository.of(unit).orElse(ReplyRoute.STRAIGHT);
        ReplyRoute after = new ReplyRoute(wanted.version(), reviewers);
        if (!repository.put(unit, after, asker.id())) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "REPLY_ROUTE",
                "UNIT",
                unit.value(),
                Change.of("reviewers", before.reviewers().toString(), reviewers.toString())
                        .onBehalfOf(unit.value()));
        return repository.of(unit).orElseThrow();
    }

    /** Who is the first to look at what this person submits for the unit; null: the head. */
    public @Nullable PersonId first(Person submitting, @Nullable UnitId unit) {
        return unit == null ? null : next(submitting, unit, -1);
    }

    /** Who comes after this person; null: the head. */
    public @Nullable PersonId after(Person person, @Nullable UnitId unit) {
        return unit == null ? null : next(person, unit, route(unit).reviewers().indexOf(person.id()));
    }

    /** Who has left the unit, or submits it, is passed over. */
    private @Nullable PersonId next(Person by, UnitId unit, int at) {
        List<PersonId> reviewers = route(unit).reviewers();
        List<PersonId> rest = reviewers.subList(at + 1, reviewers.size());
        List<PersonId> here = people.among(rest).stream()
                .filter(person -> isEligible(person, unit))
                .map(Person::id)
                .toList();
        return rest.stream()
                .filter(id -> here.contains(id) && !id.equals(by.id()))
                .findFirst()
                .orElse(null);
    }

    private ReplyRoute route(UnitId unit) {
        return repository.of(unit).orElse(ReplyRoute.STRAIGHT);
    }

    private static void requireOf(Person asker, UnitId unit) {
        if (!asker.units().contains(unit)) {
            throw Refusal.notFound();
        }
    }
}
