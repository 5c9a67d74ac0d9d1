package vn.gopy.legaltext.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.vietnamese.Folding;

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
        BULLET;

        boolean isGrouping() {
            return compareTo(ARTICLE) < 0;
        }
    }

    /** The order of letters in lists (Nghị định 78/2025/NĐ-CP Điều 69): no ă, â, ê, ô, ơ, ư; f, j, w, z are wrong but occur. */
    static final String LETTERS = "abcdđefghijklmnopqrstuvwxyz";

    /** Letters that a Vietnamese list does not have. */
    static final String FOREIGN_LETTERS = "fjwz";

    private static final String BULLETS = "-–—−+•*●○▪■□◦➢✓→·";

    /** The marker that a line begins with; null when it has none. */
    public static @Nullable Marker of(Line line) {
        if (line.isTable()) {
            return null;
        }
        if (!line.auto().isEmpty()) {
            Marker marker = ofAuto(line.auto(), line.text());
            if (marker != null) {
                return marker;
            }
        }
        return line.auto().isEmpty() ? ofTyped(line.text()) : null;
    }

    private static @Nullable Marker ofAuto(String label, String text) {
        Marker alone = ofTyped(label);
        if (alone == null) {
            boolean sign = !Words.hasWord(label) || label.equals("o") || label.equals("q");
            alone = sign ? new Marker(Style.BULLET, "", 0, "", label, "", ' ', true) : bareNumber(label);
        }
        if (alone == null) {
            return null;
        }
        String rest = alone.rest.isEmpty() ? text : alone.rest + " " + text;
        return new Marker(
                alone.style,
                alone.number,
                alone.ordinal,
                alone.suffix,
                alone.label,
                rest.strip(),
                alone.separator,
                true);
    }

    private static @Nullable Marker bareNumber(String label) {
        return label.length() < 6 ? ofTyped(label + ".") : null;
    }

    /** The marker that was typed before the words; null when there is none. */
    public static @Nullable Marker ofTyped(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return arabic(text);
        }
        return switch (first) {
            case 'Đ' -> orLetter(article(text), text);
            case 'P' -> orLetter(partOrAlternative(text), text);
            case 'C' -> orLetter(chapter(text), text);
            case 'M' -> orLetter(named(text, "muc", Style.SECTION), text);
            case 'T' -> orLetter(named(text, "tieu muc", Style.SUBSECTION), text);
            default -> BULLETS.indexOf(first) >= 0 ? bullet(text) : letterOrRoman(text);
        };
    }

    private static @Nullable Marker orLetter(@Nullable Marker marker, String text) {
        return marker == null ? letterOrRoman(text) : marker;
    }

    // ---- Điều

    private static @Nullable Marker article(String text) {
        int at = afterWord(text, "dieu");
        if (at < 0) {
            return null;
        }
        at = skipSpaces(text, at);
        int end = digits(text, at);
        if (end == at || end - at > 4) {
            return null;
        }
        int suffixEnd = suffix(text, end);
        return finish(Style.ARTICLE, text, at, end, suffixEnd);
    }

    /** The place after a word at the start of a text, compared without case and marks; -1 when it is not there. */
    private static int afterWord(String text, String folded) {
        if (text.length() < folded.length()) {
            return -1;
        }
        for (int i = 0; i < folded.length(); i++) {
            if (bare(text.charAt(i)) != folded.charAt(i)) {
                return -1;
            }
        }
        return folded.length();
    }

    private static char bare(char c) {
        return switch (Character.toLowerCase(c)) {
            case 'đ' -> 'd';
            case 'ê', 'ề', 'ế', 'ể', 'ễ', 'ệ', 'è', 'é', 'e' -> 'e';
            case 'ù', 'ú', 'ụ', 'ủ', 'ũ', 'u' -> 'u';
            // "Chương" is written without its horns too, "Mức 1" is no Mục
            case 'ư', 'ơ', 'o' -> 'o';
            case 'ầ', 'â', 'ấ', 'a', 'à', 'á' -> 'a';
            default -> Character.toLowerCase(c);
        };
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The letter of an inserted unit, and its digit: 43a, 5đ, 5a1; not the first letter of a word. */
    private static int suffix(String text, int from) {
        if (from >= text.length() || LETTERS.indexOf(text.charAt(from)) < 0) {
            return from;
        }
        int end = digits(text, from + 1);
        return end < text.length() && Character.isLetter(text.charAt(end)) ? from : end;
    }

    private static @Nullable Marker finish(Style style, String text, int from, int numberEnd, int suffixEnd) {
        int value = Integer.parseInt(text, from, numberEnd, 10);
        int at = skipSpaces(text, suffixEnd);
        char separator = at < text.length() ? text.charAt(at) : ' ';
        int labelEnd = suffixEnd;
        if (".:-–—)".indexOf(separator) >= 0) {
            at++;
            // "Điều 5.:" and "Điều 5.-"
            while (at < text.length() && ".:-–—".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        } else {
            separator = at > suffixEnd || at == text.length() ? ' ' : separator;
        }
        String number = text.substring(from, suffixEnd);
        return new Marker(
                style,
                number,
                value,
                text.substring(numberEnd, suffixEnd),
                text.substring(0, labelEnd),
                text.substring(Math.min(at, text.length())).strip(),
                separator,
                false);
    }

    // ---- Phần, Chương, Mục, Tiểu mục, Phương án

    private static @Nullable Marker partOrAlternative(String text) {
        Marker part = named(text, "phan", Style.PART);
        if (part != null) {
            return part;
        }
        Marker option = named(text, "phoong an", Style.ALTERNATIVE);
        return option == null ? named(text, "phuong an", Style.ALTERNATIVE) : option;
    }

    /** The vowels of Chương lose their horns in some files. */
    private static @Nullable Marker chapter(String text) {
        Marker marker = named(text, "choong", Style.CHAPTER);
        return marker == null ? named(text, "chuong", Style.CHAPTER) : marker;
    }

    private static @Nullable Marker named(String text, String word, Style style) {
        int at = afterWord(text, word);
        if (at < 0 || at >= text.length() || text.charAt(at) != ' ' && !isDigit(text.charAt(at))) {
            return null;
        }
        at = skipSpaces(text, at);
        int end = digits(text, at);
        if (end > at && end - at < 4) {
            return withTitle(finish(style, text, at, end, suffix(text, end)));
        }
        Marker words = ordinalWords(text, at, style);
        return words == null ? romanNamed(text, at, style) : words;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable Marker romanNamed(String text, int from, Style style) {
        int end = from;
        while (end < text.length() && "IVXLC".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int value = Words.roman(text.substring(from, end));
        if (value == 0) {
            return upperNamed(text, from, style);
        }
        int suffixEnd = suffix(text, end);
        if (suffixEnd < text.length() && Character.isLetterOrDigit(text.charAt(suffixEnd))) {
            return null;
        }
        return withTitle(numbered(style, text, from, suffixEnd, value, text.substring(end, suffixEnd)));
    }

    /** "Phần A", "Mục B". */
    private static @Nullable Marker upperNamed(String text, int from, Style style) {
        boolean letter = from < text.length() && "ABCDĐEGH".indexOf(text.charAt(from)) >= 0;
        boolean ends = from + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(from + 1));
        if (!letter || !ends || style == Style.CHAPTER || style == Style.ALTERNATIVE) {
            return null;
        }
        return withTitle(numbered(style, text, from, from + 1, capital(text.charAt(from)), ""));
    }

    private static Marker numbered(Style style, String text, int from, int end, int value, String suffix) {
        int at = skipSpaces(text, end);
        char separator = at < text.length() ? text.charAt(at) : ' ';
        boolean sign = ".:-–—)".indexOf(separator) >= 0;
        String rest =
                text.substring(Math.min(text.length(), sign ? at + 1 : at)).strip();
        return new Marker(
                style,
                text.substring(from, end),
                value,
                suffix,
                text.substring(0, end),
                rest,
                sign ? separator : ' ',
                false);
    }

    private static final String[] ORDINALS = {
        "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai", "muoi ba"
    };

    private static @Nullable Marker ordinalWords(String text, int from, Style style) {
        String tail = Folding.fold(text.substring(from, Math.min(text.length(), from + 24)));
        boolean spelled = tail.startsWith("thu ");
        int at = spelled ? 4 : 0;
        if (!spelled && style != Style.ALTERNATIVE) {
            return null;
        }
        for (int i = ORDINALS.length - 1; i >= 0; i--) {
            String word = i == 0 && !spelled ? "mot" : ORDINALS[i];
            int end = at + word.length();
            boolean whole = end == tail.length() || end < tail.length() && !Character.isLetter(tail.charAt(end));
            if (tail.startsWith(word, at) && whole) {
                return withTitle(numbered(style, text, from, from + end, i + 1, ""));
            }
        }
        return null;
    }

    /** "Chương II của Luật này" is a citation: after a bare number only a title can follow. */
    private static @Nullable Marker withTitle(@Nullable Marker marker) {
        if (marker == null || marker.rest.isEmpty()) {
            return marker;
        }
        boolean cited =
                marker.separator == ' ' ? !Words.isCapitals(firstWords(marker.rest)) : Words.startsLower(marker.rest);
        boolean mark = ",;/".indexOf(marker.rest.charAt(0)) >= 0;
        return (cited && !isTitleAfterSpace(marker)) || mark ? null : marker;
    }

    /** After "Mục 1" the name of a text makes a citation of it; "Quy định chung" is a title. */
    private static final Pattern OTHER_TEXT = Pattern.compile(
            "(?U)(Luật|Bộ luật|Nghị|Thông tư|Quyết định|Quy chế|Quy định (này|tại|số|của)|Phụ lục|Chương|Phần|Điều|Hiến)\\b");

    /** What follows the number is the name of a text: "Điều 28 Nghị định này". */
    boolean speaksOfAText() {
        return OTHER_TEXT.matcher(rest).lookingAt();
    }

    private static boolean isTitleAfterSpace(Marker marker) {
        return marker.separator == ' '
                && Words.startsUpper(marker.rest)
                && marker.rest.length() < 120
                && !Words.endsSentence(marker.rest)
                && !OTHER_TEXT.matcher(marker.rest).lookingAt();
    }

    private static String firstWords(String text) {
        return text.length() > 12 ? text.substring(0, 12) : text;
    }

    // ---- 1. 1.1. 1) 1-

    private static @Nullable Marker arabic(String text) {
        int end = digits(text, 0);
        if (end > 3) {
            return null;
        }
        int at = end;
        int dots = 0;
        while (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            int next = digits(text, at + 1);
            if (next - at > 4) {
                return null;
            }
            at = next;
            dots++;
        }
        return dots == 0 ? clause(text, end) : dotted(text, at);
    }

    private static @Nullable Marker clause(String text, int end) {
        int suffixEnd = suffix(text, end);
        int at = skipSpaces(text, suffixEnd);
        if (at >= text.length() || ".)-–/".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        char separator = text.charAt(at);
        int after = at + 1;
        boolean glued = after < text.length() && text.charAt(after) != ' ';
        if (separator != '.' && separator != ')' && glued && !Character.isUpperCase(text.charAt(after))) {
            return null;
        }
        if (separator == '/' && !glued && after < text.length() && text.charAt(after) != ' ') {
            return null;
        }
        while (after < text.length() && ".-/)".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        Style style = separator == ')' ? Style.PAREN : Style.ARABIC;
        return new Marker(
                style,
                text.substring(0, suffixEnd),
                Integer.parseInt(text, 0, end, 10),
                text.substring(end, suffixEnd),
                text.substring(0, after),
                text.substring(after).strip(),
                separator,
                false);
    }

    /** 1.1. and deeper; the last part counts. */
    private static @Nullable Marker dotted(String text, int end) {
        int suffixEnd = suffix(text, end);
        int after = suffixEnd;
        char separator = after < text.length() ? text.charAt(after) : ' ';
        if (".)-:".indexOf(separator) >= 0) {
            after++;
        } else if (separator != ' ') {
            return null;
        }
        String number = text.substring(0, suffixEnd);
        int last = text.lastIndexOf('.', end - 1) + 1;
        return new Marker(
                Style.DOTTED,
                number,
                Integer.parseInt(text, last, end, 10),
                text.substring(end, suffixEnd),
                text.substring(0, after),
                text.substring(after).strip(),
                separator,
                false);
    }

    // ---- a) a. a1) I. A.

    private static @Nullable Marker letterOrRoman(String text) {
        char first = text.charAt(0);
        if (Character.isUpperCase(first)) {
            return upper(text);
        }
        if (LETTERS.indexOf(first) < 0) {
            return null;
        }
        int end = digits(text, 1);
        if (end == 1 && text.length() > 3 && text.charAt(1) == '.' && isDigit(text.charAt(2))) {
            end = digits(text, 2);
        }
        int at = skipSpaces(text, end);
        if (at >= text.length() || ").-/".indexOf(text.charAt(at)) < 0 || end > 4) {
            return null;
        }
        char separator = text.charAt(at);
        int after = at + 1;
        boolean word = after < text.length() && text.charAt(after) != ' ' && separator != ')';
        if (word && !Character.isUpperCase(text.charAt(after))) {
            return null;
        }
        return new Marker(
                Style.LETTER,
                text.substring(0, end),
                LETTERS.indexOf(first) + 1,
                text.substring(1, end),
                text.substring(0, after),
                text.substring(after).strip(),
                separator,
                false);
    }

    private static @Nullable Marker upper(String text) {
        int end = 0;
        while (end < text.length() && end < 8 && capital(text.charAt(end)) > 0) {
            end++;
        }
        int at = skipSpaces(text, end);
        if (end == 0 || at >= text.length() || ".-–/)".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        String number = text.substring(0, end);
        int roman = Words.roman(number);
        boolean single = end == 1;
        if (roman == 0 && !single) {
            return null;
        }
        int after = at + 1;
        char separator = text.charAt(at);
        while (after < text.length() && ".-–/".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        boolean glued = after < text.length() && text.charAt(after) != ' ';
        if (glued && (!Character.isUpperCase(text.charAt(after)) || separator != '.' && separator != ')')) {
            return null;
        }
        return new Marker(
                roman > 0 ? Style.ROMAN : Style.UPPER,
                number,
                roman > 0 ? roman : capital(number.charAt(0)),
                "",
                text.substring(0, after),
                text.substring(after).strip(),
                separator,
                false);
    }

    /** The place of a capital letter among the letters of lists, 0 for any other sign. */
    private static int capital(char c) {
        return c >= 'A' && c <= 'Z' || c == 'Đ' ? LETTERS.indexOf(Character.toLowerCase(c)) + 1 : 0;
    }

    /** A single capital can be a letter of a list A, B, C as well as a Roman numeral. */
    @Nullable
    Marker asUpper() {
        return style == Style.ROMAN && number.length() == 1
                ? new Marker(Style.UPPER, number, capital(number.charAt(0)), "", label, rest, separator, auto)
                : null;
    }

    private static @Nullable Marker bullet(String text) {
        int after = 1;
        char first = text.charAt(0);
        if (after >= text.length()) {
            return null;
        }
        char next = text.charAt(after);
        if (next != ' ' && !Character.isLetter(next) && next != '“' && next != '"' && next != '(') {
            return isDigit(next) && first != '+' ? null : sign(text, first);
        }
        return sign(text, first);
    }

    private static @Nullable Marker sign(String text, char first) {
        String rest = text.substring(1).strip();
        return Words.hasWord(rest) && BULLETS.indexOf(rest.charAt(0)) < 0
                ? new Marker(Style.BULLET, "", 0, "", String.valueOf(first), rest, ' ', false)
                : null;
    }
}
