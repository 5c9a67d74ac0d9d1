package vn.gopy.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.ConsolidatedTable.Row;
import vn.gopy.consolidation.ConsolidatedTable.Section;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;

/**
 * Puts the points of one draft into the rows of the table: general part, then body by body in the order of the text. A
 * group is one row; identical words of several bodies stand once with all who said them.
 */
final class TableRows {

    private static final String GENERAL = "Ý kiến chung";

    private final Map<ProvisionId, PlacedProvision> places = new HashMap<>();
    private final Outline outline;
    private final Function<Point, Contributor> contributor;
    private final boolean severalDrafts;

    TableRows(
            List<PlacedProvision> places,
            Outline outline,
            Function<Point, Contributor> contributor,
            boolean severalDrafts) {
        places.forEach(place -> this.places.put(place.id(), place));
        this.outline = outline;
        this.contributor = contributor;
        this.severalDrafts = severalDrafts;
    }

    List<Section> sections(List<Point> inTableOrder) {
        Map<String, List<Row>> bySection = new LinkedHashMap<>();
        byGroup(inTableOrder).forEach(group ->
                bySection.computeIfAbsent(sectionOf(group.getFirst()), title -> new ArrayList<>()).add(row(group)));
        boolean headed = severalDrafts || bySection.size() > 1;
        List<Section> sections = new ArrayList<>();
        bySection.forEach((title, rows) -> sections.add(
                new Section(headed ? (sections.size() + 1) + ". Đối với dự thảo " + title : "", rows)));
        return sections;
    }

    private static List<List<Point>> byGroup(List<Point> inTableOrder) {
        Map<GroupId, List<Point>> groups = new LinkedHashMap<>();
        inTableOrder.forEach(
                point -> groups.computeIfAbsent(point.groupId(), id -> new ArrayList<>()).add(point));
        return List.copyOf(groups.values());
    }

    private String sectionOf(Point point) {
        String code = mainPlace(point)
                .or(() -> point.places().stream().findFirst().map(place -> places.get(place.provision())))
                .map(PlacedProvision::body)
                .orElse(outline.bodies().getFirst().code());
        return outline.bodies().stream()
                .filter(body -> body.code().equals(code))
                .findFirst()
                .map(TableRows::nameOf)
                .orElse("");
    }

    /** "Quy chế làm việc …": type and title of the body, the type once. */
    private static String nameOf(Body body) {
        String type = Objects.requireNonNullElse(body.type(), "");
        String title = Objects.requireNonNullElse(body.title(), "");
        return title.regionMatches(true, 0, type, 0, type.length()) ? title : (type + " " + title).strip();
    }

    private Row row(List<Point> group) {
        Point first = group.getFirst();
        return new Row(placeWords(first), opinions(group), answer(group));
    }

    private String placeWords(Point point) {
        String main = mainPlace(point).map(this::words).orElse(GENERAL);
        List<String> related = point.places().stream()
                .filter(place -> !place.main())
                .map(place -> places.get(place.provision()))
                .filter(Objects::nonNull)
                .map(this::words)
                .toList();
        return related.isEmpty() ? main : main + "; liên quan: " + String.join(", ", related);
    }

    private Optional<PlacedProvision> mainPlace(Point point) {
        return point.places().stream()
                .filter(Point.PointPlace::main)
                .findFirst()
                .map(place -> places.get(place.provision()));
    }

    /** "khoản 2 Điều 7": small to large, as provisions are cited. */
    private String words(PlacedProvision place) {
        StringBuilder words = new StringBuilder();
        for (PlacedProvision at = place; at != null; at = parent(at)) {
            String own = ownWords(at);
            if (!own.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(own);
            }
            if (at.kind().equals("ARTICLE") || at.kind().equals("CHAPTER") || at.kind().equals("ANNEX")) {
                break;
            }
        }
        return words.isEmpty() ? GENERAL : capitalised(words.toString());
    }

    private static String ownWords(PlacedProvision place) {
        String number = Objects.requireNonNullElse(place.number(), "");
        return switch (place.kind()) {
            case "POINT" -> "điểm " + number;
            case "CLAUSE" -> "khoản " + number;
            case "ARTICLE", "CHAPTER", "SECTION", "SUBSECTION", "PART", "ANNEX" ->
                Objects.requireNonNullElse(place.label(), "");
            case "OUTLINE" -> "mục " + number;
            case "BULLET" -> "gạch đầu dòng";
            case "TITLE" -> "Tên gọi";
            case "GROUND" -> "Căn cứ ban hành";
            case "ENACTING" -> "Câu ban hành";
            case "RECIPIENT" -> "Nơi nhận";
            case "SIGNATURE" -> "Thẩm quyền ký";
            case "ANNEX_ROW" -> "Phụ lục";
            default -> "";
        };
    }

    private @Nullable PlacedProvision parent(PlacedProvision place) {
        return place.parent() == null ? null : places.get(place.parent());
    }

    private static String capitalised(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }

    private List<Opinion> opinions(List<Point> group) {
        Map<String, List<Point>> byWords = new LinkedHashMap<>();
        group.forEach(point -> byWords.computeIfAbsent(point.text() + "\n" + point.replacement(), words -> new ArrayList<>())
                .add(point));
        return byWords.values().stream().map(this::opinion).toList();
    }

    private Opinion opinion(List<Point> same) {
        Point first = same.getFirst();
        if (first.restricted()) {
            return new Opinion(List.of(new Contributor("", null, "")), "01 ý kiến được báo cáo riêng", Optional.empty());
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
