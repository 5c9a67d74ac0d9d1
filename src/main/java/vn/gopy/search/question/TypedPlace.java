package vn.gopy.search.question;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * A place in a text, typed small to large or large to small: {@code điểm đ khoản 2 Điều 5}, {@code dieu 5 khoan 2},
 * {@code Đ12 k1}, {@code k.2 Đ.5}.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param readings keys such as {@code dieu-5/khoan-2/diem-đ}, the likeliest first; typed without marks, "diem d" may be
 *     either letter
 */
record TypedPlace(int start, int end, List<String> readings) {

    private enum Rank {
        ARTICLE("dieu-"),
        CLAUSE("khoan-"),
        POINT("diem-");

        private final String step;

        Rank(String step) {
            this.step = step;
        }
    }

    private static final Pattern UNIT = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + "(?:dieu\\s*|d\\.?)(?<article>\\d{1,4}[a-zđ]?)"
            + "|(?:khoan\\s*|k\\.?)(?<clause>\\d{1,3}[a-zđ]?)"
            + "|diem\\s+(?<point>[a-zđ]\\d{0,2})"
            + ")(?![\\p{L}\\p{N}])");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]*(?:cua|tai|thuoc)?[\\s,]*");

    static List<TypedPlace> findIn(String text) {
        List<TypedPlace> found = new ArrayList<>();
        String folded = EvenFolding.fold(text);
        Matcher units = UNIT.matcher(folded);
        Group group = new Group();
        while (units.find()) {
            boolean joined = group.end >= 0
                    && BETWEEN.matcher(folded).region(group.end, units.start()).matches();
            if (!joined || !group.add(units, text)) {
                group.addTo(found);
                group = new Group();
                group.add(units, text);
            }
        }
        group.addTo(found);
        return found;
    }

    private static final class Group {

        private final Map<Rank, String> numbers = new EnumMap<>(Rank.class);
        private int start = -1;
        private int end = -1;
        private boolean marked;

        /** False when the place already has a unit of this rank. */
        boolean add(Matcher unit, String text) {
            Rank rank = unit.group("article") != null
                    ? Rank.ARTICLE
                    : unit.group("clause") != null ? Rank.CLAUSE : Rank.POINT;
            String name = switch (rank) {
                case ARTICLE -> "article";
                case CLAUSE -> "clause";
                case POINT -> "point";
            };
            if (numbers.containsKey(rank)) {
                return false;
            }
            String asTyped = text.substring(unit.start(name), unit.end(name)).toLowerCase(Locale.ROOT);
            numbers.put(rank, asTyped);
            String whole = text.substring(unit.start(), unit.end()).toLowerCase(Locale.ROOT);
            marked |= !whole.equals(EvenFolding.fold(whole));
            start = start < 0 ? unit.start() : start;
            end = unit.end();
            return true;
        }

        /** Without its article a place says nothing that could be looked up. */
        void addTo(List<TypedPlace> found) {
            if (!numbers.containsKey(Rank.ARTICLE)) {
                return;
            }
            StringBuilder key = new StringBuilder();
            numbers.forEach((rank, number) ->
                    key.append(key.isEmpty() ? "" : "/").append(rank.step).append(number));
            found.add(new TypedPlace(start, end, readings(key.toString())));
        }

        private List<String> readings(String key) {
            String other = key.replaceFirst("diem-d(?=\\d|$)", "diem-đ");
            return marked || other.equals(key) ? List.of(key) : List.of(key, other);
        }
    }
}
