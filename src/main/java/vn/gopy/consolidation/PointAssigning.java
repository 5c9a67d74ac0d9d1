package vn.gopy.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** Phân công: who of the secretariat is to answer which points. Everybody of it may still answer all. */
@Service
public class PointAssigning {

    private final PointRepository points;
    private final GroupRepository groups;
    private final People people;
    private final Rounds rounds;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    PointAssigning(
            PointRepository points,
            GroupRepository groups,
            People people,
            Rounds rounds,
            Trail trail,
            ApplicationEventPublisher events) {
        this.points = points;
        this.groups = groups;
        this.people = people;
        this.rounds = rounds;
        this.trail = trail;
        this.events = events;
    }

    /** Who can be asked to answer: the secretariat, in the order of people. */
    @Transactional(readOnly = true)
    public List<Person> candidates(Person asker, RoundId round) {
        require(asker, round);
        return people.all().stream()
                .filter(person -> person.enabled() && person.is(Role.SECRETARIAT))
                .toList();
    }

    /**
     * Gives the points to a person to answer. Refuses {@code STALE} where one of them has changed since it was read.
     *
     * @param seen the points with their versions as they were read, at most {@value Limits#LIST}
     * @param to null takes them from whoever has them
     */
    @Transactional
    public void assign(Person asker, RoundId round, Map<PointId, Integer> seen, @Nullable PersonId to) {
        require(asker, round);
        List<PointId> ids = List.copyOf(Limits.list(seen.keySet(), Limits.LIST));
        if (to != null
                && candidates(asker, round).stream()
                        .noneMatch(person -> person.id().equals(to))) {
            throw Refusal.unprocessable("ASSIGNEE_UNKNOWN");
        }
        List<PointRepository.Whereabouts> found = points.whereabouts(ids);
        if (found.size() != ids.size()
                || found.stream().anyMatch(point -> !point.roundId().equals(round))) {
            throw Refusal.notFound();
        }
        Set<GroupId> at =
                found.stream().map(PointRepository.Whereabouts::groupId).collect(Collectors.toSet());
        groups.lock(at);
        if (points.assign(seen, to) != ids.size()) {
            throw Refusal.stale();
        }
        trail.recordEach(
                asker.actor(),
                "POINT_ASSIGNED",
                "POINT",
                ids.stream()
                        .collect(Collectors.toMap(
                                PointId::value, id -> Change.of("assignee", null, to == null ? null : to.toString()))));
        events.publishEvent(new GroupsChanged(round, at));
    }

    private void require(Person asker, RoundId round) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
    }
}
