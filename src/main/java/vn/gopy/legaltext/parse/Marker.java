package vn.gopy.legaltext.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbering sign that begins a line, as far as the line alone tells; whether it really opens a provision depends on
 * what stands before it.
 *
 * @param number as printed, normalised
 * @param ordinal its value; for letters the place in the list alphabet
 * @param suffix the letter or digit of an inserted unit ({@code a} in 5a, {@code 1} in đ1), else empty
 * @param label as printed
 * @param rest the line after the label
 * @param separator the sign after the number, a space for none
 * @param auto drawn by the word processor
 */
public record Marker(
        Style style,
        String number,
        int ordinal,
        String suffix,
        String label,
        String rest,
        char separator,
        boolean auto) {

    /** How a level is written; from the widest to the narrowest. */
    public enum Style {
        PART,
        CHAPTER,
        SECTION,
        SUBSECTION,
        ARTICLE,
        ALTERNATIVE,
        UPPER,
        ROMAN,
        ARABIC,
        DOTTED,
        PAREN,
        LETTER,
        /** (1), known by {@link Enclosed} alone. */
        ENCLOSED,
        BULLET;

        boolean isGrouping() {
            return compareTo(ARTICLE) < 0;
        }
    }

    /** The order of letters in lists (Nghị định 78/2025/NĐ-CP Điều 69): no ă, â, ê, ô, ơ, ư; f, j, w, z are wrong but occur. */
    static final String LETTERS = "abcdđefghijklmnopqrstuvwxyz";

    /** Letters that a Vietnamese list does not have. */
    static final String FOREIGN_LETTERS = "fjwz";

    /** After "Mục 1" the name of a text makes a citation of it; "Quy định chung" is a title. */
    private static final Pattern OTHER_TEXT = Pattern.compile(
            "(?U)(Luật|Bộ luật|Nghị|Thông tư|Quyết định|Quy chế|Quy định (này|tại|số|của)|Phụ lục|Chương|Phần|Điều|Hiến)\\b");

    /** The marker that a line begins with; null when it has none. */
    public static @Nullable Marker of(Line line) {
        return MarkerReader.read(line);
    }

    /** The marker that was typed before the words; null when there is none. */
    public static @Nullable Marker ofTyped(String text) {
        return MarkerReader.typed(text);
    }

    /** What follows the number is the name of a text: "Điều 28 Nghị định này". */
    boolean speaksOfAText() {
        return OTHER_TEXT.matcher(rest).lookingAt();
    }

    /** A single capital can be a letter of a list A, B, C as well as a Roman numeral. */
    @Nullable
    Marker asUpper() {
        return style == Style.ROMAN && number.length() == 1
                ? new Marker(Style.UPPER, number, Numerals.capital(number.charAt(0)), "", label, rest, separator, auto)
                : null;
    }
}
