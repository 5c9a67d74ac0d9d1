package vn.gopy.legaltext.citation;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.citation.CitedUnit.Kind;
import vn.gopy.legaltext.parse.TextAt;
import vn.gopy.legaltext.parse.Words;

/** Reads the numbers of a kind of unit, each kind in its own forms: 5a, 1.3, đ1, II, thứ nhất, cuối, 01/PLI. */
final class CitedNumber {

    private static final Map<String, String> ORDINALS = Map.ofEntries(
            Map.entry("nhất", "1"),
            Map.entry("một", "1"),
            Map.entry("hai", "2"),
            Map.entry("ba", "3"),
            Map.entry("tư", "4"),
            Map.entry("bốn", "4"),
            Map.entry("năm", "5"),
            Map.entry("sáu", "6"),
            Map.entry("bảy", "7"),
            Map.entry("tám", "8"),
            Map.entry("chín", "9"),
            Map.entry("mười", "10"));

    private final String text;
    private final Kind kind;
    private final int start;
    private int end;

    /** @param start where the head word begins */
    CitedNumber(String text, Kind kind, int start) {
        this.text = text;
        this.kind = kind;
        this.start = start;
    }

    /** Behind the number that was read last. */
    int end() {
        return end;
    }

    /** The number at a position, in the form of paths; {@link #end} tells where it ends; null when none stands there. */
    @Nullable
    String at(int at) {
        return switch (kind) {
            case ARTICLE -> digits(at, 4);
            case CLAUSE -> or(dotted(at), letter(at));
            case POINT, SUBPOINT -> or(dotted(at), letter(at));
            case CHAPTER, SECTION, SUBSECTION -> or(roman(at), or(ordinal(at), or(dotted(at), quotedRoman(at))));
            case PART -> or(roman(at), or(ordinal(at), or(dotted(at), or(quotedRoman(at), capital(at)))));
            case ANNEX -> or(roman(at), or(digits(at, 3), capital(at)));
            case FORM -> form(at);
            case PAGE, LINE -> digits(at, 4);
            case PARAGRAPH, SENTENCE, BULLET -> nth(at);
        };
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    /** 5, 5a, 05; not 1.000 and not 5/2020. */
    private @Nullable String digits(int at, int most) {
        int i = at;
        while (TextAt.isDigit(text, i)) {
            i++;
        }
        if (i == at || i - at > most) {
            return null;
        }
        int letter = i;
        if (listLetter(TextAt.charAt(text, i)) && !TextAt.isWord(text, i + 1)) {
            letter = i + 1;
        }
        return ends(letter) ? found(plain(text.substring(at, letter)), letter) : null;
    }

    /** 1.3 of an outline; a plain number too. */
    private @Nullable String dotted(int at) {
        int i = at;
        while (TextAt.isDigit(text, i) || i > at && TextAt.charAt(text, i) == '.' && TextAt.isDigit(text, i + 1)) {
            i++;
        }
        if (i - at > 10 || text.substring(at, i).indexOf('.') < 0) {
            return digits(at, 3);
        }
        boolean thousands = i - at > 4 && text.charAt(i - 4) == '.';
        return !thousands && ends(i) ? found(text.substring(at, i), i) : null;
    }

    private @Nullable String letter(int at) {
        char c = TextAt.charAt(text, at);
        boolean small = listLetter(c);
        // of a chain of notes: "điểm A khoản 1"
        if (!small && !(listLetter(Character.toLowerCase(c)) && kind == Kind.POINT && headFollows(at + 1))) {
            return null;
        }
        int i = at + 1;
        while (i < at + 3 && TextAt.isDigit(text, i)) {
            i++;
        }
        return ends(i) ? found(text.substring(at, i).toLowerCase(Locale.ROOT), i) : null;
    }

    private boolean headFollows(int at) {
        int i = TextAt.skip(text, at);
        i = TextAt.charAt(text, i) == ',' ? TextAt.skip(text, i + 1) : i;
        return TextAt.anyWord(text, i, "khoản", "điều", "mục", "điểm") >= 0;
    }

    private static boolean listLetter(char c) {
        return TextAt.LETTERS.indexOf(c) >= 0 && c != 0;
    }

    /** II, IIa, and II.3 for the third under II. */
    private @Nullable String roman(int at) {
        int i = at;
        while (i < text.length() && "IVXLC".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        int value = i == at || i - at > 8 ? 0 : Words.roman(text.substring(at, i));
        // "Phần C" comes after "Phần B"
        boolean alphabetic = kind == Kind.PART && i == at + 1 && value >= 50;
        if (value == 0 || alphabetic) {
            return null;
        }
        int letter = listLetter(TextAt.charAt(text, i)) && !TextAt.isWord(text, i + 1) ? i + 1 : i;
        String below = TextAt.charAt(text, letter) == '.' ? dottedBelow(letter + 1) : null;
        if (below != null) {
            return value + "/" + below;
        }
        return ends(letter) ? found(value + text.substring(i, letter), letter) : null;
    }

    private @Nullable String dottedBelow(int at) {
        return kind == Kind.SECTION || kind == Kind.PART ? dotted(at) : null;
    }

    /** phần “IV. TỔ CHỨC THỰC HIỆN”. */
    private @Nullable String quotedRoman(int at) {
        char open = TextAt.charAt(text, at);
        if (open != '“' && open != '"') {
            return null;
        }
        String number = roman(at + 1);
        int close = number == null ? -1 : indexOf(open == '“' ? '”' : '"', end, 200);
        return close < 0 ? null : found(String.valueOf(number), close + 1);
    }

    private int indexOf(char sign, int from, int most) {
        for (int i = from; i < Math.min(text.length(), from + most); i++) {
            if (text.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    /** thứ nhất, thứ hai; a number in words only behind "thứ". */
    private @Nullable String ordinal(int at) {
        int after = TextAt.word(text, at, "thứ");
        if (after < 0) {
            return null;
        }
        int i = TextAt.skip(text, after);
        String digits = digits(i, 2);
        if (digits != null) {
            return digits;
        }
        int e = TextAt.wordEnd(text, i);
        String value = e - i > 5 ? null : ORDINALS.get(text.substring(i, e).toLowerCase(Locale.ROOT));
        return value == null ? null : found(value, e);
    }

    private @Nullable String nth(int at) {
        String ordinal = ordinal(at);
        if (ordinal != null) {
            return ordinal;
        }
        int last = TextAt.anyWord(text, at, "cuối cùng", "cuối");
        if (last >= 0) {
            return found("cuoi", last);
        }
        int first = TextAt.anyWord(text, at, "mở đầu", "đầu tiên", "đầu");
        return first >= 0 ? found("1", first) : digits(at, 2);
    }

    private @Nullable String capital(int at) {
        char c = TextAt.charAt(text, at);
        return Character.isUpperCase(c) && listLetter(Character.toLowerCase(c)) && ends(at + 1)
                ? found(String.valueOf(Character.toLowerCase(c)), at + 1)
                : null;
    }

    /** 01, 2a, 01/PLI, 01-TTr: what the number of a form is made of. */
    private @Nullable String form(int at) {
        int i = at;
        while (TextAt.isDigit(text, i)) {
            i++;
        }
        boolean named = text.substring(start, at).strip().endsWith("số") || text.charAt(start) == 'M' && i - at >= 2;
        if (i == at || i - at > 3 || !named) {
            return null;
        }
        int letter = Character.isLetter(TextAt.charAt(text, i)) && !TextAt.isWord(text, i + 1) ? i + 1 : i;
        int e = letter;
        if ((TextAt.charAt(text, e) == '/' || TextAt.charAt(text, e) == '-') && TextAt.isWord(text, e + 1)) {
            e = formEnd(e + 1);
        }
        return ends(letter) || e > letter
                ? found(plain(text.substring(at, letter)).toLowerCase(Locale.ROOT), e)
                : null;
    }

    private int formEnd(int at) {
        int i = at;
        while (i < text.length()
                && i < at + 20
                && (TextAt.isWord(text, i)
                        || (text.charAt(i) == '-' || text.charAt(i) == '/') && TextAt.isWord(text, i + 1))) {
            i++;
        }
        return i;
    }

    private String found(String number, int at) {
        end = at;
        return number;
    }

    /** A number ends where no letter, digit or decimal follows. */
    private boolean ends(int at) {
        char c = TextAt.charAt(text, at);
        if (Character.isLetterOrDigit(c) || c == '%' || c == '/' && TextAt.isWord(text, at + 1)) {
            return false;
        }
        return !((c == '.' || c == ',') && TextAt.isDigit(text, at + 1) && kind != Kind.ARTICLE && thousands(at + 1))
                && !(c == '.' && TextAt.isDigit(text, at + 1));
    }

    private boolean thousands(int at) {
        int i = at;
        while (TextAt.isDigit(text, i)) {
            i++;
        }
        return i - at == 3;
    }

    /** 01 and 1 are the same number. */
    static String plain(String number) {
        int i = 0;
        while (i + 1 < number.length() && number.charAt(i) == '0' && Character.isDigit(number.charAt(i + 1))) {
            i++;
        }
        return number.substring(i);
    }
}
