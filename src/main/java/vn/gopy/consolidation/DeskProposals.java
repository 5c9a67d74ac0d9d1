package vn.gopy.consolidation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.proposal.Oppositions;
import vn.gopy.consolidation.proposal.Proposals;
import vn.gopy.consolidation.proposal.Proposals.Said;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/**
 * Gợi ý gộp: what at a place says the same, or contradicts, and does not stand together yet. A person decides; what was refused is
 * kept and not proposed again. For the secretariat.
 */
@Service
public class DeskProposals {

    private final DeskReading reading;
    private final RefusedProposalRepository refused;
    private final Rounds rounds;
    private final Trail trail;
    private final Clock clock;

    DeskProposals(DeskReading reading, RefusedProposalRepository refused, Rounds rounds, Trail trail, Clock clock) {
        this.reading = reading;
        this.refused = refused;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Points that are proposed to stand together.
     *
     * @param sides one where they say the same, two where they contradict each other
     * @param likeness between 0 and 1; 1 where all have the same words
     */
    public record Alike(List<List<Point>> sides, double likeness) {

        public Alike {
            sides = List.copyOf(sides);
        }

        /** All of them, side by side. */
        public List<Point> points() {
            return sides.stream().flatMap(List::stream).toList();
        }

        /** Whether they contradict each other. */
        public boolean opposed() {
            return sides.size() > 1;
        }

        /** The groups that they stand in now, each once. */
        public Set<GroupId> groups() {
            return points().stream().map(Point::groupId).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /**
     * The proposals for a place: what says the same, most alike first, then what contradicts; of the first {@value Limits#LIST}
     * groups of the place.
     */
    @Transactional(readOnly = true)
    public List<Alike> at(Person asker, RoundId round, DeskPlace.Key place) {
        List<GroupId> here = reading.groups(asker, round, place, DeskReading.Filter.ALL).stream()
                .map(DeskPlace.Group::id)
                .limit(Limits.LIST)
                .toList();
        List<Point> told = reading.points(asker, round, here).stream()
                .filter(point -> !point.text().isBlank())
                .limit(Limits.LIST)
                .toList();
        Set<List<PointId>> no = refused.of(round);
        return Stream.concat(same(told), opposed(told))
                .filter(one -> (one.opposed() || one.groups().size() > 1) && !no.contains(key(one.points())))
                .toList();
    }

    private static Stream<Alike> same(List<Point> told) {
        List<Alike> found = new ArrayList<>();
        for (Proposals.Proposal one : Proposals.of(
                told.stream().map(point -> new Said("", point.text())).toList())) {
            found.add(new Alike(List.of(those(told, one.members())), one.likeness()));
        }
        return found.stream();
    }

    /** What stands on a side already was looked at by a person. */
    private static Stream<Alike> opposed(List<Point> told) {
        List<Point> open = told.stream().filter(point -> point.side().isEmpty()).toList();
        return Oppositions.of(open.stream().map(Point::text).toList()).stream()
                .map(one -> new Alike(List.of(those(open, one.one()), those(open, one.other())), one.likeness()));
    }

    private static List<Point> those(List<Point> points, List<Integer> members) {
        return members.stream().map(points::get).toList();
    }

    private static List<PointId> key(Collection<Point> points) {
        return inOrder(points.stream().map(Point::id).toList());
    }

    private static List<PointId> inOrder(Collection<PointId> points) {
        return points.stream()
                .distinct()
                .sorted(Comparator.comparing(PointId::toString))
                .toList();
    }

    /** Không gộp: these points are not proposed together again, to anybody. */
    @Transactional
    public void refuse(Person asker, RoundId round, Collection<PointId> points) {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
        List<PointId> those = inOrder(Limits.list(points, Limits.LIST));
        if (those.size() < 2) {
            throw Refusal.unprocessable("POINTS_MISSING");
        }
        refused.add(round, those, asker.id(), clock.instant());
        trail.record(
                asker.actor(), "PROPOSAL_REFUSED", "ROUND", round.value(), Change.of("points", null, those.toString()));
    }
}
