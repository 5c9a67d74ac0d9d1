package vn.gopy.consolidation.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;

/**
 * Vấn đề còn ý kiến khác nhau: what several have said on one matter with different ends, or what a leader is asked about.
 *
 * @param place where it belongs
 * @param sides each with who stands for it: as they were taken on the desk, else what leads to the same outcome
 * @param proposal the answer of the secretariat; empty while there is none
 */
record Issue(String place, List<Side> sides, String proposal) {

    Issue {
        sides = List.copyOf(sides);
    }

    /** Luồng ý kiến. */
    record Side(String who, List<String> words) {}

    /** The issues among the points, in their order; what was reported apart is told on no paper. */
    static List<Issue> among(List<Point> points, Function<Point, String> place) {
        Map<GroupId, List<Point>> groups = points.stream()
                .filter(point -> !point.restricted())
                .collect(Collectors.groupingBy(Point::groupId, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .filter(Issue::isOpen)
                .map(group -> of(group, place.apply(group.getFirst())))
                .toList();
    }

    private static boolean isOpen(List<Point> group) {
        Set<Outcome> outcomes =
                group.stream().map(Point::outcome).filter(Objects::nonNull).collect(Collectors.toSet());
        return outcomes.size() > 1 || outcomes.contains(Outcome.ESCALATE) || Point.differ(group);
    }

    private static Issue of(List<Point> group, String place) {
        boolean bySide = Point.differ(group);
        boolean byOutcome = group.stream().map(Point::outcome).distinct().count() > 1;
        Map<Object, List<Point>> sides = group.stream()
                .collect(Collectors.groupingBy(
                        point -> bySide ? point.side() : byOutcome ? String.valueOf(point.outcome()) : point.text(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Side> told = new ArrayList<>();
        sides.values().forEach(side -> told.add(side(side)));
        return new Issue(place, told, group.getFirst().answer());
    }

    private static Side side(List<Point> points) {
        Set<String> who = points.stream().map(Point::who).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> words = points.stream().map(Point::text).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Side(String.join("; ", who), List.copyOf(words));
    }
}
