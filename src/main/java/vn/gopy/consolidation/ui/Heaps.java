package vn.gopy.consolidation.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.consolidation.DeskReading;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.SecondChecks;
import vn.gopy.consolidation.SecondChecks.SecondCheck;
import vn.gopy.round.Round;

/**
 * Where one stands on the desk: the places of the round with their counts, the groups of one of them, and of those a part with
 * their points. What is read does not grow with the round.
 */
final class Heaps {

    /** So many groups of a place are shown at once. */
    static final int PART = 30;

    /**
     * Points that are answered alike; never empty.
     *
     * @param check of their answer as it is; null where nobody has read it a second time
     */
    record Heap(GroupId group, List<Point> points, @Nullable SecondCheck check) {

        Point first() {
            return points.getFirst();
        }

        /** Whether the other holds the first of these points: what is written for one is written for the other. */
        boolean isOf(Heap other) {
            return other.points().stream().anyMatch(point -> point.id().equals(first().id()));
        }

        /** The versions of all, as they were read. */
        Map<PointId, Integer> seen() {
            return points.stream().collect(Collectors.toMap(Point::id, Point::version));
        }

        int open() {
            return (int)
                    points.stream().filter(point -> point.outcome() == null).count();
        }
    }

    private final DeskReading reading;
    private final SecondChecks checks;
    private final Supplier<Person> asker;
    private final Round round;
    private final Map<DeskPlace.Key, DeskPlace> places = new LinkedHashMap<>();
    private final List<DeskPlace.Group> groups = new ArrayList<>();
    private List<Heap> part = List.of();
    private int from;
    private DeskPlace.@Nullable Key here;
    private @Nullable GroupId current;
    private DeskReading.Filter filter = DeskReading.Filter.ALL;

    Heaps(DeskReading reading, SecondChecks checks, Supplier<Person> asker, Round round) {
        this.reading = reading;
        this.checks = checks;
        this.asker = asker;
        this.round = round;
    }

    List<DeskPlace> places() {
        return List.copyOf(places.values());
    }

    /** The place that is shown; empty in a round without points. */
    Optional<DeskPlace> here() {
        return Optional.ofNullable(here).map(places::get);
    }

    /** The groups that are shown of it. */
    List<Heap> part() {
        return part;
    }

    /** How many groups of the place stand before those that are shown. */
    int before() {
        return from;
    }

    Optional<Heap> current() {
        return part.stream().filter(heap -> heap.group().equals(current)).findFirst();
    }

    // ---- going somewhere

    /** Reads all anew and stays at the group, or where its first point is now, or begins where something has no outcome. */
    void read() {
        places.clear();
        reading.places(asker.get(), round, filter).forEach(place -> places.put(place.key(), place));
        GroupId at = current;
        PointId first = current().map(heap -> heap.first().id()).orElse(null);
        boolean found = at != null
                && (go(at)
                        || reading.groupOf(asker.get(), round.id(), Objects.requireNonNull(first))
                                .filter(this::go)
                                .isPresent());
        if (!found) {
            begin();
        }
    }

    /** Reads all anew and tells whether anything is other than it was. */
    boolean isOtherNow() {
        List<DeskPlace> placesBefore = places();
        List<Heap> partBefore = part;
        read();
        return !places().equals(placesBefore) || !part.equals(partBefore);
    }

    /** Which points are shown. */
    DeskReading.Filter filter() {
        return filter;
    }

    void show(DeskReading.Filter only) {
        filter = only;
        read();
    }

    private void begin() {
        places.values().stream()
                .filter(place -> place.open() > 0)
                .findFirst()
                .or(() -> places.values().stream().findFirst())
                .ifPresentOrElse(place -> enter(place.key()), this::nowhere);
    }

    private void nowhere() {
        here = null;
        current = null;
        groups.clear();
        part = List.of();
    }

    /** Goes to a place, there to the first group with a point without outcome. */
    void enter(DeskPlace.Key place) {
        load(place);
        show(Math.max(0, firstOpen(0)));
    }

    /** Goes to a group wherever it stands now; false where it has no points any more. */
    boolean go(GroupId group) {
        DeskPlace.Key place = reading.placeOf(asker.get(), round.id(), group).orElse(null);
        if (place == null || !places.containsKey(place)) {
            return false;
        }
        load(place);
        int at = at(group);
        show(Math.max(0, at));
        return at >= 0;
    }

    /** Goes to a group among those that are shown. */
    void choose(GroupId group) {
        if (at(group) >= 0) {
            current = group;
        }
    }

    /** The group so many further on; stays at the first and the last. */
    void step(int steps) {
        int to = current == null ? -1 : at(current) + steps;
        if (current == null || (to >= 0 && to < groups.size())) {
            show(Math.max(0, to));
            return;
        }
        List<DeskPlace.Key> all = List.copyOf(places.keySet());
        int place = all.indexOf(here) + Integer.signum(steps);
        if (place >= 0 && place < all.size()) {
            load(all.get(place));
            show(steps > 0 ? 0 : groups.size() - 1);
        }
    }

    /** The part of the place that begins so many groups further on. */
    void turn(int steps) {
        show(Math.clamp((long) from + steps, 0, Math.max(0, groups.size() - 1)));
    }

    /** The next group behind that has a point without outcome, from the beginning again at the end; stays where there is none. */
    void nextOpen() {
        int next = current == null ? -1 : firstOpen(at(current) + 1);
        if (next >= 0) {
            show(next);
            return;
        }
        List<DeskPlace.Key> all = List.copyOf(places.keySet());
        int start = all.indexOf(here);
        for (int n = 1; n <= all.size(); n++) {
            DeskPlace place = places.get(all.get((start + n) % all.size()));
            if (place != null && place.open() > 0) {
                enter(place.key());
                return;
            }
        }
    }

    private int firstOpen(int from) {
        for (int n = Math.max(0, from); n < groups.size(); n++) {
            if (groups.get(n).open() > 0) {
                return n;
            }
        }
        return -1;
    }

    private int at(GroupId group) {
        for (int n = 0; n < groups.size(); n++) {
            if (groups.get(n).id().equals(group)) {
                return n;
            }
        }
        return -1;
    }

    private void load(DeskPlace.Key place) {
        here = place;
        groups.clear();
        groups.addAll(reading.groups(asker.get(), round.id(), place, filter));
        from = -1;
        part = List.of();
    }

    private void show(int n) {
        if (groups.isEmpty()) {
            nowhere();
            return;
        }
        current = groups.get(n).id();
        int start = n - n % PART;
        if (start != from) {
            from = start;
            part = heaps(groups.subList(start, Math.min(start + PART, groups.size())).stream()
                    .map(DeskPlace.Group::id)
                    .toList());
        }
    }

    private List<Heap> heaps(List<GroupId> wanted) {
        Map<GroupId, List<Point>> byGroup = new LinkedHashMap<>();
        reading.points(asker.get(), round.id(), wanted)
                .forEach(point -> byGroup.computeIfAbsent(point.groupId(), none -> new ArrayList<>())
                        .add(point));
        Map<GroupId, SecondCheck> checked = checks.of(asker.get(), round.id(), byGroup.keySet()).stream()
                .collect(Collectors.toMap(SecondCheck::group, check -> check));
        return byGroup.entrySet().stream()
                .map(one -> new Heap(one.getKey(), List.copyOf(one.getValue()), checked.get(one.getKey())))
                .toList();
    }

    // ---- what has changed

    /** Reads one group anew that was answered; everything else stays as it was read. */
    void answered(GroupId group) {
        int n = at(group);
        List<Heap> now = heaps(List.of(group));
        if (n < 0 || now.isEmpty()) {
            return;
        }
        Heap heap = now.getFirst();
        DeskPlace.Group before = groups.get(n);
        DeskPlace.Group after = new DeskPlace.Group(group, heap.points().size(), heap.open());
        groups.set(n, after);
        places.computeIfPresent(
                Objects.requireNonNull(here),
                (key, place) -> place.counting(0, after.points() - before.points(), after.open() - before.open()));
        part = part.stream().map(one -> one.group().equals(group) ? heap : one).toList();
    }
}
