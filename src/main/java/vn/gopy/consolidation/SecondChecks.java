package vn.gopy.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/**
 * Kiểm tra lần hai: a second person of the secretariat reads an answer and stands by it. A check is of exactly what was read:
 * once an outcome, the answer or the group is another, it stands no more; once that is undone, it stands again.
 */
@Service
public class SecondChecks {

    /**
     * That somebody has read an answer a second time and stands by it.
     *
     * @param name of who did, with salutation
     */
    public record SecondCheck(GroupId group, int version, PersonId by, String name, Instant at) {}

    private final GroupRepository groups;
    private final Rounds rounds;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SecondChecks(GroupRepository groups, Rounds rounds, Trail trail, Clock clock, ApplicationEventPublisher events) {
        this.groups = groups;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes that the asker has checked the answer.
     *
     * @param seen the points of the group with their versions, as they were read
     * @throws Refusal {@code STALE} where the group holds other points, or one of them has changed or was checked meanwhile;
     *     {@code CHECK_TOO_EARLY} while one has no outcome; {@code CHECK_OWN} for who gave one of the outcomes
     */
    @Transactional
    public SecondCheck check(Person asker, GroupId id, Map<PointId, Integer> seen) {
        IssueGroup group = locked(asker, id);
        group.requireSeen(seen);
        if (group.members().stream().map(IssueGroup.Member::outcome).anyMatch(Objects::isNull)) {
            throw Refusal.conflict("CHECK_TOO_EARLY");
        }
        if (groups.hasDecided(id, asker.id())) {
            throw Refusal.conflict("CHECK_OWN");
        }
        groups.touch(group.members());
        groups.check(id, asker.id(), clock.instant());
        trail.record(asker.actor(), "ANSWER_CHECKED", "GROUP", id.value());
        events.publishEvent(new GroupsChanged(group.roundId(), List.of(id)));
        return groups.checks(List.of(id)).getFirst();
    }

    /** Takes a check back, whoever gave it. Refuses {@code STALE} where it is not at this version any more. */
    @Transactional
    public void takeBack(Person asker, GroupId id, int version) {
        IssueGroup group = locked(asker, id);
        if (!groups.takeBackCheck(id, version)) {
            throw Refusal.stale();
        }
        trail.record(asker.actor(), "ANSWER_CHECK_TAKEN_BACK", "GROUP", id.value(), Change.of("checked", "true", null));
        events.publishEvent(new GroupsChanged(group.roundId(), List.of(id)));
    }

    private IssueGroup locked(Person asker, GroupId id) {
        IssueGroup group = groups.lock(id).orElseThrow(Refusal::notFound);
        rounds.get(asker, group.roundId());
        Points.requireSecretariat(asker);
        return group;
    }

    /** The checks that stand of at most {@value Limits#LIST} groups; for the secretariat. */
    @Transactional(readOnly = true)
    public List<SecondCheck> of(Person asker, RoundId round, Collection<GroupId> wanted) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
        return groups.checks(Limits.list(wanted, Limits.LIST));
    }

    /** The numbers of answered points without a check, in a round where answers are checked; for the secretariat. */
    @Transactional(readOnly = true)
    public List<Integer> unchecked(Person asker, RoundId round) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
        return groups.unchecked(round);
    }
}
