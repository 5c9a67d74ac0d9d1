package vn.gopy.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.consolidation.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.ConsolidatedTable.Row;
import vn.gopy.consolidation.ConsolidatedTable.Section;
import vn.gopy.consultation.CommentKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.legaltext.Outline;

/**
 * Puts the points of one draft into the rows of the table: general part, then body by body in the order of the text. A
 * group is one row; identical words of several bodies stand once with all who said them.
 */
final class TableRows {

    private static final String OTHER = "Ý kiến khác";

    private final PlaceWords places;
    private final Outline outline;
    private final Function<Point, Contributor> contributor;

    TableRows(List<PlacedProvision> places, Outline outline, Function<Point, Contributor> contributor) {
        this.places = new PlaceWords(places);
        this.outline = outline;
        this.contributor = contributor;
    }

    List<Section> sections(List<Point> inTableOrder) {
        Map<String, List<Row>> bySection = new LinkedHashMap<>();
        List<Row> others = new ArrayList<>();
        byGroup(inTableOrder).forEach(group -> {
            if (isOther(group.getFirst())) {
                others.add(new Row(OTHER, opinions(group), answer(group)));
            } else {
                bySection
                        .computeIfAbsent(sectionOf(group.getFirst()), title -> new ArrayList<>())
                        .add(row(group));
            }
        });
        return sections(bySection, others);
    }

    private List<Section> sections(Map<String, List<Row>> bySection, List<Row> others) {
        boolean headed = bySection.size() > 1;
        List<Section> sections = new ArrayList<>();
        bySection.forEach((title, rows) ->
                sections.add(new Section(headed ? (sections.size() + 1) + ". Đối với dự thảo " + title : "", rows)));
        if (!others.isEmpty()) {
            sections.add(new Section(headed ? (sections.size() + 1) + ". " + OTHER : "", others));
        }
        return sections;
    }

    /** A wish beyond the draft stands after everything about it. */
    private static boolean isOther(Point point) {
        return point.kind() == CommentKind.OTHER && point.places().isEmpty();
    }

    private static List<List<Point>> byGroup(List<Point> inTableOrder) {
        Map<GroupId, List<Point>> groups = new LinkedHashMap<>();
        inTableOrder.forEach(point ->
                groups.computeIfAbsent(point.groupId(), id -> new ArrayList<>()).add(point));
        return List.copyOf(groups.values());
    }

    private String sectionOf(Point point) {
        String code = mainPlace(point)
                .or(() -> point.places().stream().findFirst().flatMap(place -> places.place(place.provision())))
                .map(PlacedProvision::body)
                .orElse(outline.bodies().getFirst().code());
        return outline.bodies().stream()
                .filter(body -> body.code().equals(code))
                .findFirst()
                .map(BodyName::of)
                .orElse("");
    }

    private Row row(List<Point> group) {
        Point first = group.getFirst();
        return new Row(placeWords(first), opinions(group), answer(group));
    }

    private String placeWords(Point point) {
        String main = mainPlace(point).map(places::of).orElse(PlaceWords.GENERAL);
        List<String> related = point.places().stream()
                .filter(place -> !place.main())
                .flatMap(place -> places.place(place.provision()).stream())
                .map(places::of)
                .toList();
        return related.isEmpty() ? main : main + "; liên quan: " + String.join(", ", related);
    }

    private Optional<PlacedProvision> mainPlace(Point point) {
        return point.places().stream()
                .filter(Point.PointPlace::main)
                .findFirst()
                .flatMap(place -> places.place(place.provision()));
    }

    private List<Opinion> opinions(List<Point> group) {
        Map<String, List<Point>> byWords = new LinkedHashMap<>();
        group.forEach(
                point -> byWords.computeIfAbsent(point.text() + "\n" + point.replacement(), words -> new ArrayList<>())
                        .add(point));
        return byWords.values().stream().map(this::opinion).toList();
    }

    private Opinion opinion(List<Point> same) {
        Point first = same.getFirst();
        if (first.restricted()) {
            return new Opinion(
                    List.of(new Contributor("", null, "")), "01 ý kiến được báo cáo riêng", Optional.empty());
        }
        return new Opinion(
                same.stream().map(contributor).distinct().toList(),
                first.text(),
                Optional.ofNullable(first.replacement()));
    }

    private static String answer(List<Point> group) {
        return group.getFirst().restricted() ? "" : group.getFirst().answer();
    }
}
