package vn.gopy.consolidation;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.DeskState.OfGroup;
import vn.gopy.consolidation.DeskState.OfPoint;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;

/**
 * Hoàn tác: the last change of a person on the desk of a round is put back, if all of it still stands as that change left it.
 * Putting back is a change of its own: what stood in between stays in the history of groups and points, and in the trail.
 */
@Service
public class DeskUndo {

    private final DeskChangeRepository changes;
    private final GroupRepository groups;
    private final Rounds rounds;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DeskUndo(
            DeskChangeRepository changes,
            GroupRepository groups,
            Rounds rounds,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.changes = changes;
        this.groups = groups;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** The last change of the asker on the round that was not undone; for the secretariat. */
    @Transactional(readOnly = true)
    public Optional<DeskChange> last(Person asker, RoundId round) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
        return changes.last(round, asker.id());
    }

    /**
     * Puts back what the change made different. Refuses {@code STALE} where it is not the asker's last any more, and
     * {@code CHANGED_MEANWHILE} where somebody has changed one of its points or groups since.
     *
     * @return the groups that stand otherwise now
     */
    @Transactional
    public Collection<GroupId> undo(Person asker, RoundId round, long n) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
        DeskChangeRepository.Kept change = changes.lock(round, asker.id(), n).orElseThrow(Refusal::stale);
        Set<GroupId> touched = Stream.of(change.before(), change.after())
                .flatMap(state -> state.groupIds().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        groups.lock(touched);
        DeskState after = change.after();
        if (!after.equals(changes.state(after.pointIds(), groupsOf(after)))) {
            throw Refusal.conflict("CHANGED_MEANWHILE");
        }
        restore(change, new GroupRepository.By(asker.id(), clock.instant()));
        requireReasons(touched);
        changes.undone(n, clock.instant());
        trail.record(
                asker.actor(),
                "DESK_UNDONE",
                "ROUND",
                round.value(),
                Change.of("desk", change.kind().name(), null));
        events.publishEvent(new GroupsChanged(round, touched));
        return touched;
    }

    private static List<GroupId> groupsOf(DeskState state) {
        return state.groups().stream().map(group -> new GroupId(group.id())).toList();
    }

    private void restore(DeskChangeRepository.Kept change, GroupRepository.By by) {
        Set<UUID> before = change.before().points().stream().map(OfPoint::id).collect(Collectors.toSet());
        Stream<OfPoint> made = change.after().points().stream()
                .filter(point -> !before.contains(point.id()))
                .map(point -> new OfPoint(
                        point.id(),
                        point.group(),
                        point.outcome(),
                        point.applied(),
                        point.side(),
                        true,
                        point.decidedBy()));
        Set<OfGroup> now = Set.copyOf(change.after().groups());
        for (OfGroup group : change.before().groups()) {
            if (!now.contains(group)) {
                GroupId id = new GroupId(group.id());
                groups.keep(id, groups.lock(List.of(id)), by);
                changes.restore(group);
            }
        }
        changes.restore(Stream.concat(change.before().points().stream(), made).toList(), by);
    }

    /** Somebody may have answered for those that stayed in a group when it was theirs alone. */
    private void requireReasons(Collection<GroupId> touched) {
        for (IssueGroup group : groups.lock(touched)) {
            try {
                IssueGroup.requireReason(group.members(), group.answer());
            } catch (Refusal missing) {
                throw Refusal.conflict("CHANGED_MEANWHILE");
            }
        }
    }

    /** How these points and groups stand, before they are changed in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    DeskState standing(Collection<IssueGroup> locked) {
        return changes.state(
                locked.stream()
                        .flatMap(group -> group.members().stream())
                        .map(IssueGroup.Member::id)
                        .toList(),
                locked.stream().map(IssueGroup::id).toList());
    }

    /** Notes the change that made of {@code before} what stands now, so that it can be undone. */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(Person asker, RoundId round, DeskChange.Kind kind, DeskState before, Collection<PointId> made) {
        List<PointId> points =
                Stream.concat(before.pointIds().stream(), made.stream()).toList();
        Set<GroupId> about = new LinkedHashSet<>(groupsOf(before));
        DeskState after = changes.state(points, about);
        if (about.addAll(after.groupIds())) {
            after = changes.state(points, about);
        }
        changes.add(round, asker.id(), clock.instant(), kind, before, after);
    }
}
