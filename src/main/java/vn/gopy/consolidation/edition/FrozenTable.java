package vn.gopy.consolidation.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.table.ConsolidatedTable;

/** What an edition keeps: the table as it is printed, and the points that went into it. */
record FrozenTable(ConsolidatedTable table, List<FrozenPoint> points) {

    FrozenTable {
        points = List.copyOf(points);
    }

    /** A point as far as editions are compared by it. */
    record FrozenPoint(UUID id, int number, @Nullable Outcome outcome, String answer) {

        static FrozenPoint of(Point point) {
            return new FrozenPoint(
                    point.id().value(), Objects.requireNonNullElse(point.number(), 0), point.outcome(), point.answer());
        }
    }

    static FrozenTable of(ConsolidatedTable table, List<Point> points) {
        return new FrozenTable(table, points.stream().map(FrozenPoint::of).toList());
    }

    static FrozenTable read(String json) {
        return JsonMapper.shared().readValue(json, FrozenTable.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** What is other here than in the one before. */
    Edition.Changes since(FrozenTable before) {
        Map<UUID, FrozenPoint> old = byId(before);
        Map<UUID, FrozenPoint> now = byId(this);
        List<Integer> outcomes = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (FrozenPoint point : points) {
            FrozenPoint was = old.get(point.id());
            if (was != null && was.outcome() != point.outcome()) {
                outcomes.add(point.number());
            } else if (was != null && !was.answer().equals(point.answer())) {
                answers.add(point.number());
            }
        }
        return new Edition.Changes(
                missing(points, old),
                missing(before.points(), now),
                outcomes.stream().sorted().toList(),
                answers.stream().sorted().toList());
    }

    private static Map<UUID, FrozenPoint> byId(FrozenTable table) {
        return table.points().stream().collect(Collectors.toMap(FrozenPoint::id, Function.identity()));
    }

    private static List<Integer> missing(List<FrozenPoint> points, Map<UUID, FrozenPoint> there) {
        return points.stream()
                .filter(point -> !there.containsKey(point.id()))
                .map(FrozenPoint::number)
                .sorted()
                .toList();
    }
}
