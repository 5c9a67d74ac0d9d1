package vn.gopy.consolidation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.GroupRepository.By;
import vn.gopy.consolidation.IssueGroup.Member;
import vn.gopy.consolidation.PointRepository.Whereabouts;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Groups of points with one answer. Neither putting together nor taking apart loses an answer. */
@Service
public class PointGroups {

    private static final Set<String> SIDES = Set.of("", "A", "B", "C", "D");

    private final PointRepository points;
    private final GroupRepository repository;
    private final DeskUndo undo;
    private final Rounds rounds;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PointGroups(
            PointRepository points,
            GroupRepository repository,
            DeskUndo undo,
            Rounds rounds,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.points = points;
        this.repository = repository;
        this.undo = undo;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Puts points of one round into a new group; nothing of the points themselves changes. The group has the answer that
     * they have; where theirs differ, one of them must be named whose answer is kept.
     *
     * @param keep the point whose answer the group gets; null where there is at most one
     */
    @Transactional
    public GroupId group(Person asker, RoundId round, String title, List<PointId> wanted, @Nullable PointId keep) {
        return group(asker, round, title, wanted, Map.of(), keep);
    }

    /**
     * The same, each point on its side: what is put together contradicts.
     *
     * @param sides "A" to "D", or empty; a point that is left out stands on none
     */
    @Transactional
    public GroupId group(
            Person asker,
            RoundId round,
            String title,
            List<PointId> wanted,
            Map<PointId, String> sides,
            @Nullable PointId keep) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
        Set<PointId> chosen = new LinkedHashSet<>(Limits.list(wanted, Limits.LIST));
        if (chosen.isEmpty()) {
            throw Refusal.unprocessable("POINTS_MISSING");
        }
        String name = TextGate.TITLE.pass(title);
        List<IssueGroup> before = repository.lock(groupsOf(round, chosen));
        Map<PointId, IssueGroup> at = whereTheyAre(before, chosen);
        String answer = answer(chosen, at, keep);
        DeskState standing = undo.standing(before);
        GroupId group = GroupId.next();
        By by = new By(asker.id(), clock.instant());
        repository.add(round, List.of(group), name, answer);
        repository.keep(
                group,
                before.stream().filter(one -> !one.answer().equals(answer)).toList(),
                by);
        List<Member> members = members(chosen, at);
        repository.move(members, members.stream().map(member -> group).toList(), by);
        requireSides(chosen, sides);
        repository.setSides(sides);
        undo.note(asker, round, DeskChange.Kind.GROUP, standing, List.of());
        trail.record(asker.actor(), "POINTS_GROUPED", "GROUP", group.value(), Change.created(chosen.toString()));
        announce(round, before, List.of(group));
        return group;
    }

    private Set<GroupId> groupsOf(RoundId round, Set<PointId> chosen) {
        List<Whereabouts> found = points.whereabouts(List.copyOf(chosen));
        if (found.size() != chosen.size()
                || found.stream().anyMatch(point -> !point.roundId().equals(round))) {
            throw Refusal.notFound();
        }
        return found.stream().map(Whereabouts::groupId).collect(Collectors.toSet());
    }

    /** The groups by point, as they are now that they are locked. */
    private static Map<PointId, IssueGroup> whereTheyAre(List<IssueGroup> groups, Set<PointId> chosen) {
        Map<PointId, IssueGroup> at = new HashMap<>();
        groups.forEach(group -> group.members().forEach(member -> at.put(member.id(), group)));
        if (!at.keySet().containsAll(chosen)) {
            throw Refusal.conflict("CHANGED_MEANWHILE");
        }
        return at;
    }

    private static String answer(Set<PointId> chosen, Map<PointId, IssueGroup> at, @Nullable PointId keep) {
        List<IssueGroup> answered = chosen.stream()
                .map(at::get)
                .filter(IssueGroup::isAnswered)
                .distinct()
                .toList();
        Set<String> answers =
                answered.stream().map(IssueGroup::answer).collect(Collectors.toCollection(LinkedHashSet::new));
        if (keep != null) {
            IssueGroup kept = chosen.contains(keep) ? at.get(keep) : null;
            if (kept == null || (!kept.isAnswered() && !answers.isEmpty())) {
                throw Refusal.unprocessable("KEEP_UNKNOWN");
            }
            return kept.answer();
        }
        if (answers.size() > 1) {
            throw Refusal.conflict("ANSWERS_DIFFER", answers.size()).with("answers", differing(chosen, at));
        }
        return answers.stream().findFirst().orElse("");
    }

    /** An answer that the points do not share, and one of the points that have it. */
    record Differing(PointId point, String answer) {}

    private static List<Differing> differing(Set<PointId> chosen, Map<PointId, IssueGroup> at) {
        Map<String, PointId> first = new LinkedHashMap<>();
        chosen.stream()
                .filter(id -> Objects.requireNonNull(at.get(id)).isAnswered())
                .forEach(id ->
                        first.putIfAbsent(Objects.requireNonNull(at.get(id)).answer(), id));
        return first.entrySet().stream()
                .map(entry -> new Differing(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static List<Member> members(Collection<PointId> chosen, Map<PointId, IssueGroup> at) {
        Map<PointId, Member> members = new HashMap<>();
        at.values().stream()
                .distinct()
                .flatMap(group -> group.members().stream())
                .forEach(member -> members.put(member.id(), member));
        return chosen.stream().map(members::get).filter(Objects::nonNull).toList();
    }

    /** Takes a group apart: each of its points stands alone again, with the answer that they shared. */
    @Transactional
    public void ungroup(Person asker, GroupId id, int version) {
        RoundId round = get(asker, id).roundId();
        IssueGroup group = repository.lock(id).orElseThrow(Refusal::notFound);
        if (group.version() != version) {
            throw Refusal.stale();
        }
        if (group.members().size() < 2) {
            throw Refusal.conflict("NOT_GROUPED");
        }
        DeskState standing = undo.standing(List.of(group));
        List<GroupId> alone =
                group.members().stream().map(member -> GroupId.next()).toList();
        repository.add(round, alone, "", group.answer());
        repository.move(group.members(), alone, new By(asker.id(), clock.instant()));
        undo.note(asker, round, DeskChange.Kind.UNGROUP, standing, List.of());
        trail.record(asker.actor(), "GROUP_TAKEN_APART", "GROUP", id.value(), Change.of("title", group.title(), null));
        announce(round, List.of(group), alone);
    }

    /**
     * Sets on which side each point of a group stands; two sides make it a matter on which opinions differ. Refuses
     * {@code STALE} where the group holds other points than were seen, or one of them has changed meanwhile.
     *
     * @param seen the points of the group with their versions, as they were read
     * @param sides "A" to "D", or empty; a point that is left out keeps its own
     */
    @Transactional
    public void takeSides(Person asker, GroupId id, Map<PointId, Integer> seen, Map<PointId, String> sides) {
        IssueGroup group = repository.lock(id).orElseThrow(Refusal::notFound);
        rounds.get(asker, group.roundId());
        Points.requireSecretariat(asker);
        group.requireSeen(seen);
        requireSides(seen.keySet(), sides);
        DeskState standing = undo.standing(List.of(group));
        repository.touch(group.members());
        repository.setSides(sides);
        undo.note(asker, group.roundId(), DeskChange.Kind.SIDES, standing, List.of());
        trail.record(asker.actor(), "SIDES_TAKEN", "GROUP", id.value(), Change.created(sides.toString()));
        announce(group.roundId(), List.of(group), List.of());
    }

    private static void requireSides(Set<PointId> points, Map<PointId, String> sides) {
        if (!points.containsAll(sides.keySet()) || !SIDES.containsAll(sides.values())) {
            throw Refusal.unprocessable("SIDE_UNKNOWN");
        }
    }

    /** A group with what stood there before; for those who work on it. One that was taken apart is absent. */
    @Transactional(readOnly = true)
    public PointGroup get(Person asker, GroupId id) {
        PointGroup group = repository.byId(id).orElseThrow(Refusal::notFound);
        rounds.get(asker, group.roundId());
        Points.requireSecretariat(asker);
        if (group.points().isEmpty()) {
            throw Refusal.notFound();
        }
        return group;
    }

    private void announce(RoundId round, List<IssueGroup> before, List<GroupId> after) {
        Set<GroupId> changed = new LinkedHashSet<>();
        before.forEach(group -> changed.add(group.id()));
        changed.addAll(after);
        events.publishEvent(new GroupsChanged(round, changed));
    }
}
