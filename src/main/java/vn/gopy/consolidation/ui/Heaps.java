package vn.gopy.consolidation.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;

/**
 * The points of a round as the desk lays them out: place by place in the order of the table, at each place group by group.
 */
final class Heaps {

    /** Points that are answered alike; never empty. */
    record Heap(GroupId group, List<Point> points) {

        Point first() {
            return points.getFirst();
        }

        boolean isOpen() {
            return points.stream().anyMatch(point -> point.outcome() == null);
        }
    }

    /** @param name in words: "Khoản 2 Điều 7" */
    record Spot(String name, List<Heap> heaps) {

        int points() {
            return heaps.stream().mapToInt(heap -> heap.points().size()).sum();
        }

        boolean isOpen() {
            return heaps.stream().anyMatch(Heap::isOpen);
        }

        Heap firstOpen() {
            return heaps.stream().filter(Heap::isOpen).findFirst().orElse(heaps.getFirst());
        }
    }

    private final List<Spot> spots;

    private Heaps(List<Spot> spots) {
        this.spots = spots;
    }

    /**
     * @param inTableOrder all points of the round
     * @param name of the place of a point
     */
    static Heaps of(List<Point> inTableOrder, Function<Point, String> name) {
        Map<GroupId, List<Point>> groups = new LinkedHashMap<>();
        inTableOrder.forEach(point -> groups.computeIfAbsent(point.groupId(), none -> new ArrayList<>())
                .add(point));
        Map<String, List<Heap>> spots = new LinkedHashMap<>();
        groups.forEach(
                (group, points) -> spots.computeIfAbsent(name.apply(points.getFirst()), none -> new ArrayList<>())
                        .add(new Heap(group, List.copyOf(points))));
        return new Heaps(spots.entrySet().stream()
                .map(spot -> new Spot(spot.getKey(), List.copyOf(spot.getValue())))
                .toList());
    }

    List<Spot> spots() {
        return spots;
    }

    /** Where the group stands now. */
    Optional<Spot> around(GroupId group) {
        return spots.stream()
                .filter(spot ->
                        spot.heaps().stream().anyMatch(heap -> heap.group().equals(group)))
                .findFirst();
    }

    Optional<Heap> heap(GroupId group) {
        return all().stream().filter(heap -> heap.group().equals(group)).findFirst();
    }

    /** The group that holds the point now. */
    Optional<Heap> with(PointId point) {
        return all().stream()
                .filter(heap -> heap.points().stream().anyMatch(one -> one.id().equals(point)))
                .findFirst();
    }

    /** Where one begins: the first group with a point without outcome, else the first. */
    Optional<Heap> firstOpen() {
        return all().stream()
                .filter(Heap::isOpen)
                .findFirst()
                .or(() -> all().stream().findFirst());
    }

    /** The group so many further on; empty beyond the first and the last. */
    Optional<Heap> beside(GroupId group, int steps) {
        List<Heap> all = all();
        int at = all.indexOf(heap(group).orElse(null));
        return at < 0 || at + steps < 0 || at + steps >= all.size()
                ? Optional.empty()
                : Optional.of(all.get(at + steps));
    }

    /** The next group behind that one that has a point without outcome, from the beginning again at the end. */
    Optional<Heap> nextOpen(GroupId group) {
        List<Heap> all = all();
        int at = all.indexOf(heap(group).orElse(null));
        for (int n = 1; n <= all.size(); n++) {
            Heap heap = all.get((at + n) % all.size());
            if (heap.isOpen()) {
                return Optional.of(heap);
            }
        }
        return Optional.empty();
    }

    private List<Heap> all() {
        return spots.stream().flatMap(spot -> spot.heaps().stream()).toList();
    }
}
