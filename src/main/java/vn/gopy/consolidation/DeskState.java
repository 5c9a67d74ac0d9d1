package vn.gopy.consolidation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How some points and groups of a round stand at one moment: all that a change on the desk can make different. Both lists are in
 * the order of the ids, so that two states are equal where nothing is different.
 */
record DeskState(List<OfPoint> points, List<OfGroup> groups) {

    static final DeskState NONE = new DeskState(List.of(), List.of());

    DeskState {
        points = List.copyOf(points);
        groups = List.copyOf(groups);
    }

    /** A point, withdrawn or not. */
    record OfPoint(
            UUID id,
            UUID group,
            @Nullable String outcome,
            @Nullable String applied,
            String side,
            boolean withdrawn,
            @Nullable UUID decidedBy) {}

    /** What the points of a group share. */
    record OfGroup(UUID id, String title, String answer) {}

    List<PointId> pointIds() {
        return points.stream().map(point -> new PointId(point.id())).toList();
    }

    /** The groups themselves, and those in which the points stand. */
    List<GroupId> groupIds() {
        return Stream.concat(groups.stream().map(OfGroup::id), points.stream().map(OfPoint::group))
                .distinct()
                .map(GroupId::new)
                .toList();
    }
}
