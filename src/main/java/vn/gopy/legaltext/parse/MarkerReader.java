package vn.gopy.legaltext.parse;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.parse.Marker.Style;

/** Recognises the numbering sign that begins a line, typed or drawn by the word processor. */
final class MarkerReader {

    private static final String BULLETS = "-–—−+•*●○▪■□◦➢✓→·";

    private MarkerReader() {}

    /** The marker that a line begins with; null when it has none. */
    static @Nullable Marker read(Line line) {
        if (line.isTable()) {
            return null;
        }
        if (!line.auto().isEmpty()) {
            Marker marker = ofAuto(line.auto(), line.text());
            if (marker != null) {
                return marker;
            }
        }
        return line.auto().isEmpty() ? typed(line.text()) : null;
    }

    private static @Nullable Marker ofAuto(String label, String text) {
        Marker alone = typed(label);
        if (alone == null) {
            boolean sign = !Words.hasWord(label) || label.equals("o") || label.equals("q");
            alone = sign ? new Marker(Style.BULLET, "", 0, "", label, "", ' ', true) : bareNumber(label);
        }
        if (alone == null) {
            return null;
        }
        String rest = alone.rest().isEmpty() ? text : alone.rest() + " " + text;
        return new Marker(
                alone.style(),
                alone.number(),
                alone.ordinal(),
                alone.suffix(),
                alone.label(),
                rest.strip(),
                alone.separator(),
                true);
    }

    private static @Nullable Marker bareNumber(String label) {
        return label.length() < 6 ? typed(label + ".") : null;
    }

    /** The marker that was typed before the words; null when there is none. */
    static @Nullable Marker typed(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return arabic(text);
        }
        return switch (first) {
            case 'Đ' -> orLetter(NamedMarkers.article(text), text);
            case 'P' -> orLetter(NamedMarkers.partOrAlternative(text), text);
            case 'C' -> orLetter(NamedMarkers.chapter(text), text);
            case 'M' -> orLetter(NamedMarkers.named(text, "muc", Style.SECTION), text);
            case 'T' -> orLetter(NamedMarkers.named(text, "tieu muc", Style.SUBSECTION), text);
            default -> BULLETS.indexOf(first) >= 0 ? bullet(text) : letterOrRoman(text);
        };
    }

    private static @Nullable Marker orLetter(@Nullable Marker marker, String text) {
        return marker == null ? letterOrRoman(text) : marker;
    }

    private static @Nullable Marker arabic(String text) {
        int end = Numerals.digits(text, 0);
        if (end > 3) {
            return null;
        }
        int at = end;
        int dots = 0;
        while (at + 1 < text.length() && text.charAt(at) == '.' && Numerals.isDigit(text.charAt(at + 1))) {
            int next = Numerals.digits(text, at + 1);
            if (next - at > 4) {
                return null;
            }
            at = next;
            dots++;
        }
        return dots == 0 ? clause(text, end) : dotted(text, at);
    }

    private static @Nullable Marker clause(String text, int end) {
        int suffixEnd = Numerals.suffix(text, end);
        int at = Numerals.skipSpaces(text, suffixEnd);
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
        int suffixEnd = Numerals.suffix(text, end);
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

    private static @Nullable Marker letterOrRoman(String text) {
        char first = text.charAt(0);
        if (Character.isUpperCase(first)) {
            return upper(text);
        }
        if (Marker.LETTERS.indexOf(first) < 0) {
            return null;
        }
        int end = Numerals.digits(text, 1);
        if (end == 1 && text.length() > 3 && text.charAt(1) == '.' && Numerals.isDigit(text.charAt(2))) {
            end = Numerals.digits(text, 2);
        }
        int at = Numerals.skipSpaces(text, end);
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
                Marker.LETTERS.indexOf(first) + 1,
                text.substring(1, end),
                text.substring(0, after),
                text.substring(after).strip(),
                separator,
                false);
    }

    private static @Nullable Marker upper(String text) {
        int end = 0;
        while (end < text.length() && end < 8 && Numerals.capital(text.charAt(end)) > 0) {
            end++;
        }
        int at = Numerals.skipSpaces(text, end);
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
                roman > 0 ? roman : Numerals.capital(number.charAt(0)),
                "",
                text.substring(0, after),
                text.substring(after).strip(),
                separator,
                false);
    }

    private static @Nullable Marker bullet(String text) {
        int after = 1;
        char first = text.charAt(0);
        if (after >= text.length()) {
            return null;
        }
        char next = text.charAt(after);
        if (next != ' ' && !Character.isLetter(next) && next != '“' && next != '"' && next != '(') {
            return Numerals.isDigit(next) && first != '+' ? null : sign(text, first);
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
