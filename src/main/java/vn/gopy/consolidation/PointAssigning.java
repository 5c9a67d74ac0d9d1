package vn.gopy.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Membership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** Phân công: who of the secretariat, or which unit of its people, is to answer which points. Everybody of it may still answer all. */
@Service
public class PointAssigning {

    /**
     * Who is to answer points: a person of the secretariat, or a unit whose people of the secretariat share them.
     *
     * @param code user name, or the unit's code
     */
    public record Assignee(
            String code,
            String name,
            @Nullable PersonId person,
            @Nullable UnitId unit) {}

    private final PointRepository points;
    private final GroupRepository groups;
    private final PlaceCountQuery places;
    private final People people;
    private final Units units;
    private final Rounds rounds;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    PointAssigning(
            PointRepository points,
            GroupRepository groups,
            PlaceCountQuery places,
            People people,
            Units units,
            Rounds rounds,
            Trail trail,
            ApplicationEventPublisher events) {
        this.points = points;
        this.groups = groups;
        this.places = places;
        this.people = people;
        this.units = units;
        this.rounds = rounds;
        this.trail = trail;
        this.events = events;
    }

    /** Who can be asked to answer: the secretariat, in the order of people, then the units that people of it belong to. */
    @Transactional(readOnly = true)
    public List<Assignee> candidates(Person asker, RoundId round) {
        require(asker, round);
        List<Person> secretariat = people.all().stream()
                .filter(person -> person.enabled() && person.is(Role.SECRETARIAT) && person.username() != null)
                .toList();
        Set<UnitId> theirs = secretariat.stream()
                .flatMap(person -> person.memberships().stream())
                .map(Membership::unitId)
                .collect(Collectors.toSet());
        return Stream.concat(
                        secretariat.stream()
                                .map(person -> new Assignee(
                                        Objects.requireNonNull(person.username()),
                                        person.displayName(),
                                        person.id(),
                                        null)),
                        units.all().stream()
                                .filter(unit -> theirs.contains(unit.id()))
                                .map(unit -> new Assignee(unit.code(), unit.name(), null, unit.id())))
                .toList();
    }

    private @Nullable Assignee candidate(Person asker, RoundId round, @Nullable String code) {
        return code == null
                ? null
                : candidates(asker, round).stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Refusal.unprocessable("ASSIGNEE_UNKNOWN"));
    }

    /**
     * Gives the points to a person or a unit to answer. Refuses {@code STALE} where one of them has changed since it was read.
     *
     * @param seen the points with their versions as they were read, at most {@value Limits#LIST}
     * @param to code of one of the candidates; null takes them from whoever has them
     */
    @Transactional
    public void assign(Person asker, RoundId round, Map<PointId, Integer> seen, @Nullable String to) {
        require(asker, round);
        List<PointId> ids = List.copyOf(Limits.list(seen.keySet(), Limits.LIST));
        Assignee wanted = candidate(asker, round, to);
        List<PointRepository.Whereabouts> found = points.whereabouts(ids);
        if (found.size() != ids.size()
                || found.stream().anyMatch(point -> !point.roundId().equals(round))) {
            throw Refusal.notFound();
        }
        Set<GroupId> at =
                found.stream().map(PointRepository.Whereabouts::groupId).collect(Collectors.toSet());
        groups.lock(at);
        if (points.assign(seen, wanted) != ids.size()) {
            throw Refusal.stale();
        }
        trail.recordEach(
                asker.actor(),
                "POINT_ASSIGNED",
                "POINT",
                ids.stream().collect(Collectors.toMap(PointId::value, id -> Change.of("assignee", null, to))));
        events.publishEvent(new GroupsChanged(round, at));
    }

    /**
     * Gives one point to a person or a unit and goes on with it: both or neither.
     *
     * @param seen the version of the point as it was read
     * @param then is given the version that it has after that
     */
    @Transactional
    public <T> T assign(Person asker, Point point, int seen, @Nullable String to, IntFunction<T> then) {
        assign(asker, point.roundId(), Map.of(point.id(), seen), to);
        return then.apply(seen + 1);
    }

    /**
     * Gives all points of a place and of what stands below it from one to another, such as those of a chapter that nobody
     * has yet. What is somebody else's by now stays theirs: of two who give the same place at once, one gives nothing more.
     *
     * @param from code of one of the candidates; null for points that nobody has
     * @param to likewise; null for nobody
     * @return how many were given
     */
    @Transactional
    public int assignPlace(
            Person asker, RoundId round, DeskPlace.Key place, @Nullable String from, @Nullable String to) {
        require(asker, round);
        Assignee before = candidate(asker, round, from);
        Assignee after = candidate(asker, round, to);
        Set<GroupId> at = points.whereabouts(places.below(round, place, before)).stream()
                .map(PointRepository.Whereabouts::groupId)
                .collect(Collectors.toSet());
        Map<PointId, Integer> held = groups.lock(at).stream()
                .flatMap(group -> group.members().stream())
                .collect(Collectors.toMap(IssueGroup.Member::id, IssueGroup.Member::version));
        held.keySet().retainAll(Set.copyOf(places.below(round, place, before)));
        if (held.isEmpty()) {
            return 0;
        }
        if (points.assign(held, after) != held.size()) {
            throw Refusal.stale();
        }
        trail.record(asker.actor(), "PLACE_ASSIGNED", "ROUND", round.value(), Change.of("assignee", from, to));
        events.publishEvent(new GroupsChanged(round, at));
        return held.size();
    }

    private void require(Person asker, RoundId round) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
    }
}
