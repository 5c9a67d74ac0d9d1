package vn.gopy.legaltext.parse;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.parse.Marker.Style;
import vn.gopy.vietnamese.Folding;

/** Recognises the signs that are led by a word: Phần, Chương, Mục, Tiểu mục, Điều, Phương án. */
final class NamedMarkers {

    private static final String[] ORDINALS = {
        "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai", "muoi ba"
    };

    private NamedMarkers() {}

    static @Nullable Marker article(String text) {
        int at = afterWord(text, "dieu");
        if (at < 0) {
            return null;
        }
        at = Numerals.skipSpaces(text, at);
        int end = Numerals.digits(text, at);
        if (end == at || end - at > 4) {
            return null;
        }
        int suffixEnd = Numerals.suffix(text, end);
        return finish(Style.ARTICLE, text, at, end, suffixEnd);
    }

    static @Nullable Marker partOrAlternative(String text) {
        Marker part = named(text, "phan", Style.PART);
        if (part != null) {
            return part;
        }
        // In small letters it begins words: "Pa lăng".
        if (text.startsWith("PA")) {
            return named(text, "pa", Style.ALTERNATIVE);
        }
        Marker option = named(text, "phoong an", Style.ALTERNATIVE);
        return option == null ? named(text, "phuong an", Style.ALTERNATIVE) : option;
    }

    /** The vowels of Chương lose their horns in some files. */
    static @Nullable Marker chapter(String text) {
        Marker marker = named(text, "choong", Style.CHAPTER);
        return marker == null ? named(text, "chuong", Style.CHAPTER) : marker;
    }

    static @Nullable Marker named(String text, String word, Style style) {
        int at = afterWord(text, word);
        if (at < 0 || at >= text.length() || text.charAt(at) != ' ' && !Numerals.isDigit(text.charAt(at))) {
            return null;
        }
        at = Numerals.skipSpaces(text, at);
        int end = Numerals.digits(text, at);
        if (end > at && end - at < 4) {
            return withTitle(finish(style, text, at, end, Numerals.suffix(text, end)));
        }
        Marker words = ordinalWords(text, at, style);
        return words == null ? romanNamed(text, at, style) : words;
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

    private static @Nullable Marker finish(Style style, String text, int from, int numberEnd, int suffixEnd) {
        int value = Integer.parseInt(text, from, numberEnd, 10);
        int at = Numerals.skipSpaces(text, suffixEnd);
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

    private static @Nullable Marker romanNamed(String text, int from, Style style) {
        int end = from;
        while (end < text.length() && "IVXLC".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int value = Words.roman(text.substring(from, end));
        if (value == 0) {
            return upperNamed(text, from, style);
        }
        int suffixEnd = Numerals.suffix(text, end);
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
        return withTitle(numbered(style, text, from, from + 1, Numerals.capital(text.charAt(from)), ""));
    }

    private static Marker numbered(Style style, String text, int from, int end, int value, String suffix) {
        int at = Numerals.skipSpaces(text, end);
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
        if (marker == null || marker.rest().isEmpty()) {
            return marker;
        }
        boolean cited = marker.separator() == ' '
                ? !Words.isCapitals(firstWords(marker.rest()))
                : Words.startsLower(marker.rest());
        boolean mark = ",;/".indexOf(marker.rest().charAt(0)) >= 0;
        return (cited && !isTitleAfterSpace(marker)) || mark ? null : marker;
    }

    private static boolean isTitleAfterSpace(Marker marker) {
        return marker.separator() == ' '
                && Words.startsUpper(marker.rest())
                && marker.rest().length() < 120
                && !Words.endsSentence(marker.rest())
                && !marker.speaksOfAText();
    }

    private static String firstWords(String text) {
        return text.length() > 12 ? text.substring(0, 12) : text;
    }
}
