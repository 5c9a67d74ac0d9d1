package vn.gopy.legaltext.parse;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Unit;
import vn.gopy.legaltext.Sentence.Wording;

/** What is odd about a number: "Thiếu số 2, 3 trước số 4", "Có hai điểm d". */
final class NumberRemarks {

    /** More than these are named by the first and the last. */
    private static final int MOST_NAMED = 4;

    private NumberRemarks() {}

    /** Numbers are missing between the two; all from the beginning where nothing stands before. */
    static Sentence gap(@Nullable Marker before, Marker next) {
        int from = before == null ? 1 : before.ordinal() + 1;
        int to = next.suffix().isEmpty() ? next.ordinal() - 1 : next.ordinal();
        while (from <= to && number(to, next).isEmpty()) {
            to--; // no list has this letter
        }
        if (from > to) {
            return before == null
                    ? Sentence.of(Wording.NUMBER_COMES_FIRST, unit(next), next.number())
                    : after(before, next);
        }
        return to - from >= MOST_NAMED
                ? Sentence.of(
                        Wording.NUMBER_RANGE_MISSING, unit(next), number(from, next), number(to, next), next.number())
                : Sentence.of(Wording.NUMBERS_MISSING, unit(next), numbers(from, to, next), next.number());
    }

    /** The same number twice in one list. */
    static Sentence twice(Marker marker) {
        return Sentence.of(Wording.NUMBER_TWICE, unit(marker), marker.number());
    }

    /** A list begins anew within a list of its kind. */
    static Sentence anew(Marker marker) {
        return Sentence.of(Wording.NUMBERS_ANEW, unit(marker), marker.number());
    }

    /** A number behind one that it should precede. */
    static Sentence after(Marker before, Marker next) {
        return Sentence.of(Wording.NUMBER_BEHIND, unit(next), next.number(), unit(before), before.number());
    }

    private static String numbers(int from, int to, Marker like) {
        return IntStream.rangeClosed(from, to)
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

    private static Unit unit(Marker marker) {
        return switch (marker.style()) {
            case PART -> Unit.PART;
            case CHAPTER -> Unit.CHAPTER;
            case SECTION -> Unit.SECTION;
            case SUBSECTION -> Unit.SUBSECTION;
            case ARTICLE -> Unit.ARTICLE;
            case ALTERNATIVE -> Unit.ALTERNATIVE;
            case UPPER, ROMAN -> Unit.HEADING;
            case ARABIC, DOTTED, PAREN, ENCLOSED, BULLET -> Unit.NUMBER;
            case LETTER -> Unit.LETTER;
        };
    }
}
