package vn.gopy.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names the places of a version as the official table cites them, small to large: "Khoản 2 Điều 7", "Điểm 3.2 mục III", "Phụ lục, số
 * thứ tự 7". The reader names them in the same way.
 */
public final class PlaceWords {

    /** Of the whole text. */
    public static final String GENERAL = "Ý kiến chung";

    private final Map<ProvisionId, PlacedProvision> places = new HashMap<>();

    public PlaceWords(Collection<PlacedProvision> places) {
        places.forEach(place -> this.places.put(place.id(), place));
    }

    /** The place with this id, where it belongs to the version. */
    public Optional<PlacedProvision> place(ProvisionId id) {
        return Optional.ofNullable(places.get(id));
    }

    /** The words for a place; they begin with a capital. */
    public String of(PlacedProvision place) {
        List<String> words = new ArrayList<>();
        PlacedProvision at = place;
        while (at != null) {
            if (at.kind() == PlaceKind.OUTLINE) {
                words.add(section(at));
                break;
            }
            own(at).ifPresent(words::add);
            at = stands(at) ? null : parent(at).orElse(null);
        }
        return words.isEmpty() ? GENERAL : capitalised(String.join(" ", words));
    }

    /** Numbers of articles, chapters and annexes are their own. */
    private static boolean stands(PlacedProvision place) {
        return switch (place.kind()) {
            case ARTICLE, CHAPTER, ANNEX, ANNEX_ROW -> true;
            default -> false;
        };
    }

    private Optional<String> own(PlacedProvision place) {
        var number = Objects.requireNonNullElse(place.number(), "");
        return switch (place.kind()) {
            case POINT -> Optional.of((underOutline(place) ? "tiết " : "điểm ") + number);
            case CLAUSE -> Optional.of("khoản " + number);
            case ARTICLE, CHAPTER, SECTION, SUBSECTION, PART, ALTERNATIVE -> Optional.ofNullable(place.label());
            case ANNEX -> Optional.of(annex(place));
            case ANNEX_ROW -> Optional.of(row(place));
            case BULLET -> Optional.of("gạch đầu dòng thứ " + ordinal(place));
            case TITLE -> Optional.of("Tên gọi");
            case GROUND -> Optional.of("Căn cứ ban hành");
            case ENACTING -> Optional.of("Câu ban hành");
            case RECIPIENT -> Optional.of("Nơi nhận");
            case SIGNATURE -> Optional.of("Thẩm quyền ký");
            default -> Optional.empty();
        };
    }

    /** "điểm 3.2 mục III": a number that repeats the one above it, such as 3.2 under 3, stands for both. */
    private String section(PlacedProvision deepest) {
        Deque<String> numbers = new ArrayDeque<>();
        var below = "";
        for (Optional<PlacedProvision> at = Optional.of(deepest); at.isPresent(); at = at.flatMap(this::parent)) {
            var number = Objects.requireNonNullElse(at.get().number(), "");
            if (at.get().kind() == PlaceKind.OUTLINE && !number.isEmpty() && !below.startsWith(number + ".")) {
                numbers.addLast(number);
                below = number;
            }
        }
        if (numbers.isEmpty()) {
            return GENERAL;
        }
        var highest = "mục " + numbers.removeLast();
        return numbers.stream().map(number -> "điểm " + number + " ").collect(Collectors.joining()) + highest;
    }

    private boolean underOutline(PlacedProvision place) {
        return parent(place)
                .filter(above -> above.kind() == PlaceKind.OUTLINE)
                .flatMap(this::parent)
                .filter(above -> above.kind() == PlaceKind.OUTLINE)
                .isPresent();
    }

    /** Rows are known by the number in their first cell. */
    private String row(PlacedProvision row) {
        var first = row.text().split(" \\| ", 2)[0].strip();
        var annex = annexOf(row).map(PlaceWords::annex).orElse("Phụ lục");
        return first.matches("\\d+") ? annex + ", số thứ tự " + first : annex + ", dòng " + ordinal(row);
    }

    private Optional<PlacedProvision> annexOf(PlacedProvision place) {
        Optional<PlacedProvision> at = Optional.of(place);
        while (at.isPresent() && at.get().kind() != PlaceKind.ANNEX) {
            at = at.flatMap(this::parent);
        }
        return at;
    }

    /** "Phụ lục I" for what is printed "PHỤ LỤC I". */
    private static String annex(PlacedProvision annex) {
        var label = Objects.requireNonNullElse(annex.label(), "Phụ lục");
        var word = "phụ lục";
        return label.toLowerCase(Locale.ROOT).startsWith(word)
                ? capitalised(word) + label.substring(word.length())
                : label;
    }

    /** The number at the end of the path. */
    private static String ordinal(PlacedProvision place) {
        return place.path().substring(place.path().lastIndexOf('-') + 1);
    }

    private Optional<PlacedProvision> parent(PlacedProvision place) {
        return Optional.ofNullable(place.parent()).map(places::get);
    }

    private static String capitalised(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }
}
