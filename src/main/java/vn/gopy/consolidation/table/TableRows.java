package vn.gopy.consolidation.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.table.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.table.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.legaltext.Outline;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Figures;

/**
 * Puts points into the rows of the table: general part, then body by body in the order of the text, wishes beyond the
 * draft at the end. A group is one row; identical words of several bodies stand once with all who said them. Of what was
 * reported apart only the number stands in the table, so that the rows add up to the sums whoever makes it.
 */
final class TableRows {

    private static final String OTHER = "Ý kiến khác";

    private final PlaceWords places;
    private final @Nullable Outline outline;
    private final Function<Point, Contributor> contributor;

    /** Rows about one draft. */
    TableRows(List<PlacedProvision> places, Outline outline, Function<Point, Contributor> contributor) {
        this.places = new PlaceWords(places);
        this.outline = outline;
        this.contributor = contributor;
    }

    /** Rows of what is about no draft. */
    TableRows(Function<Point, Contributor> contributor) {
        this.places = new PlaceWords(List.of());
        this.outline = null;
        this.contributor = contributor;
    }

    List<Section> sections(List<Point> inTableOrder) {
        Map<String, List<Row>> bySection = new LinkedHashMap<>();
        List<Row> others = new ArrayList<>();
        general(inTableOrder)
                .ifPresent(row -> section(bySection, sectionOf(null)).add(row));
        for (List<Point> group : byGroup(inTableOrder)) {
            List<Point> open =
                    group.stream().filter(point -> !point.restricted()).toList();
            if (open.isEmpty()) {
                continue;
            }
            Row row = new Row(
                    place(open.getFirst()), opinions(group), open.getFirst().answer());
            if (isOther(open.getFirst())) {
                others.add(row);
            } else {
                section(bySection, sectionOf(open.getFirst())).add(row);
            }
        }
        return sections(bySection, others);
    }

    private static List<Row> section(Map<String, List<Row>> sections, String title) {
        return sections.computeIfAbsent(title, none -> new ArrayList<>());
    }

    /** Where nothing of a group may be told, neither its place is: all such points stand together in the general part. */
    private Optional<Row> general(List<Point> points) {
        List<Point> apart = byGroup(points).stream()
                .filter(group -> group.stream().allMatch(Point::restricted))
                .flatMap(List::stream)
                .toList();
        return apart.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(PlaceWords.GENERAL, List.of(reportedApart(apart.size())), ""));
    }

    private List<Section> sections(Map<String, List<Row>> bySection, List<Row> others) {
        boolean headed =
                bySection.size() > 1 || outline != null && outline.bodies().size() > 1;
        List<Section> sections = new ArrayList<>();
        bySection.forEach((title, rows) ->
                sections.add(new Section(headed ? (sections.size() + 1) + ". Đối với dự thảo " + title : "", rows)));
        if (!others.isEmpty()) {
            sections.add(new Section(headed ? (sections.size() + 1) + ". " + OTHER : "", others));
        }
        return sections;
    }

    /** A wish beyond the draft, from a letter, stands after everything about it. */
    private static boolean isOther(Point point) {
        return point.kind() == CommentKind.OTHER && point.places().isEmpty() && point.source() != SourceKind.COMMENT;
    }

    private static List<List<Point>> byGroup(List<Point> inTableOrder) {
        Map<GroupId, List<Point>> groups = new LinkedHashMap<>();
        inTableOrder.forEach(point ->
                groups.computeIfAbsent(point.groupId(), id -> new ArrayList<>()).add(point));
        return List.copyOf(groups.values());
    }

    private String sectionOf(@Nullable Point point) {
        if (outline == null) {
            return "";
        }
        String code = Optional.ofNullable(point)
                .flatMap(known -> mainPlace(known)
                        .or(() ->
                                known.places().stream().findFirst().flatMap(place -> places.place(place.provision()))))
                .map(PlacedProvision::body)
                .orElseGet(() -> outline.bodies().getFirst().code());
        return outline.bodies().stream()
                .filter(body -> body.code().equals(code))
                .findFirst()
                .map(BodyName::of)
                .orElse("");
    }

    private String place(Point point) {
        if (isOther(point)) {
            return OTHER;
        }
        String main = mainPlace(point).map(places::of).orElse(PlaceWords.GENERAL);
        List<String> related = point.places().stream()
                .filter(place -> !place.main())
                .flatMap(place -> places.place(place.provision()).stream())
                .map(place -> places.of(place) + otherText(point, place))
                .toList();
        return related.isEmpty() ? main : main + "; liên quan: " + String.join(", ", related);
    }

    /** The heading above the row names the text of its main place; a place of another text says its own. */
    private String otherText(Point point, PlacedProvision place) {
        boolean same = mainPlace(point).map(PlacedProvision::body).equals(Optional.of(place.body()));
        return same || outline == null
                ? ""
                : outline.bodies().stream()
                        .filter(body -> body.code().equals(place.body()) && body.type() != null)
                        .map(body -> " " + body.type())
                        .findFirst()
                        .orElse("");
    }

    private Optional<PlacedProvision> mainPlace(Point point) {
        return point.mainPlace().flatMap(place -> places.place(place.provision()));
    }

    private List<Opinion> opinions(List<Point> group) {
        Map<String, List<Opinion>> byWords = new LinkedHashMap<>();
        int apart = 0;
        for (Point point : group) {
            if (point.restricted()) {
                apart++;
            } else {
                add(
                        byWords.computeIfAbsent(point.text() + "\n" + point.replacement(), words -> new ArrayList<>()),
                        point);
            }
        }
        List<Opinion> opinions = new ArrayList<>();
        byWords.values().forEach(opinions::addAll);
        if (apart > 0) {
            opinions.add(reportedApart(apart));
        }
        return opinions;
    }

    /** Who says the same words twice has two points, and so stands twice. */
    private void add(List<Opinion> same, Point point) {
        Contributor who = contributor.apply(point);
        for (int n = 0; n < same.size(); n++) {
            Opinion opinion = same.get(n);
            if (!opinion.contributors().contains(who)) {
                List<Contributor> all = new ArrayList<>(opinion.contributors());
                all.add(who);
                List<String> files = Stream.concat(opinion.files().stream(), point.fileNames().stream())
                        .distinct()
                        .toList();
                same.set(n, new Opinion(all, opinion.words(), opinion.proposal(), files));
                return;
            }
        }
        same.add(new Opinion(List.of(who), point.text(), Optional.ofNullable(point.replacement()), point.fileNames()));
    }

    private static Opinion reportedApart(int many) {
        return new Opinion(
                List.of(new Contributor("", null, "")),
                Figures.two(many) + " ý kiến được báo cáo riêng",
                Optional.empty());
    }
}
