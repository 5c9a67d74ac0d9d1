package vn.gopy.legaltext.parse;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says in an official's words what is odd about a number: "Thiếu số 2, 3 trước số 4", "Có hai điểm d". */
final class NumberRemarks {

    /** More than these are named by the first and the last. */
    private static final int MOST_NAMED = 4;

    private NumberRemarks() {}

    /** Numbers are missing between the two; all from the beginning where nothing stands before. */
    static String gap(@Nullable Marker before, Marker next) {
        int from = before == null ? 1 : before.ordinal() + 1;
        int to = next.suffix().isEmpty() ? next.ordinal() - 1 : next.ordinal();
        while (from <= to && number(to, next).isEmpty()) {
            to--; // no list has this letter
        }
        if (from > to) {
            return before == null ? capital(named(next)) + " đứng đầu" : after(before, next);
        }
        return "Thiếu " + unit(next) + " " + numbers(from, to, next) + " trước " + named(next);
    }

    /** The same number twice in one list. */
    static String twice(Marker marker) {
        return "Có hai " + named(marker);
    }

    /** A list begins anew within a list of its kind. */
    static String anew(Marker marker) {
        return "Đánh số lại từ " + named(marker);
    }

    /** A number behind one that it should precede. */
    static String after(Marker before, Marker next) {
        return capital(named(next)) + " đứng sau " + named(before);
    }

    private static String numbers(int from, int to, Marker like) {
        return to - from >= MOST_NAMED
                ? number(from, like) + " đến " + number(to, like)
                : IntStream.rangeClosed(from, to)
                        .mapToObj(ordinal -> number(ordinal, like))
                        .filter(number -> !number.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    /** Written as the list writes its numbers; empty for a letter that no list has. */
    private static String number(int ordinal, Marker like) {
        return switch (like.style()) {
            case LETTER, UPPER -> letter(ordinal, like.style() == Marker.Style.UPPER);
            case DOTTED -> like.number().substring(0, like.number().lastIndexOf('.') + 1) + ordinal;
            default -> Words.roman(like.number()) > 0 ? Words.toRoman(ordinal) : Integer.toString(ordinal);
        };
    }

    private static String letter(int ordinal, boolean upper) {
        boolean known = ordinal >= 1 && ordinal <= Marker.LETTERS.length();
        String letter = known ? Marker.LETTERS.substring(ordinal - 1, ordinal) : "";
        return Marker.FOREIGN_LETTERS.contains(letter) ? "" : upper ? letter.toUpperCase(Locale.ROOT) : letter;
    }

    private static String named(Marker marker) {
        return unit(marker) + " " + marker.number();
    }

    private static String unit(Marker marker) {
        return switch (marker.style()) {
            case PART -> "Phần";
            case CHAPTER -> "Chương";
            case SECTION -> "Mục";
            case SUBSECTION -> "Tiểu mục";
            case ARTICLE -> "Điều";
            case ALTERNATIVE -> "Phương án";
            case UPPER, ROMAN -> "mục";
            case ARABIC, DOTTED, PAREN, BULLET -> "số";
            case LETTER -> "điểm";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
