package vn.gopy.search.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * A document's number and symbol (số và ký hiệu) found in a text: State numbers carry a slash behind the sequence
 * ({@code 30/2020/NĐ-CP}, Nghị định 30/2020/NĐ-CP Phụ lục I), Party numbers a hyphen ({@code 57-NQ/TW}, Hướng dẫn
 * 05-HD/VPTW).
 *
 * @param printed as found, in NFC
 * @param start offset of its first character in the text
 * @param end offset behind its last character
 * @param keys under which it is found: complete, without marks, by sequence and year, by sequence and type
 */
public record TypedNumber(String printed, int start, int end, Set<String> keys) {

    private static final String DASH = "[-\u2010-\u2015\u2212]";
    private static final String GAP = "[\\s\u00A0\u2007\u202F]{0,3}";
    private static final String SEQUENCE = "(?<![\\p{L}\\p{M}\\p{N}/.,-])(\\d{1,5}[a-zđ]?(?:\\.\\d{1,3})?)";
    private static final String SYMBOL = "\\p{L}[\\p{L}\\p{N}&]{0,14}";
    private static final String TAIL = "(?![\\p{L}\\p{N}])";

    private static final Pattern NUMBER = Pattern.compile(
            SEQUENCE + GAP + "(?:"
                    + "/" + GAP + "(?<year>\\d{4})(?:" + GAP + "/" + GAP + "(?<type>" + SYMBOL + "(?:" + GAP + DASH
                    + GAP
                    + SYMBOL + "){0,3}))?"
                    + "|/" + GAP + "(?<state>" + SYMBOL + "(?:" + GAP + DASH + GAP + SYMBOL + "){1,3}|\\p{Lu}{4,12})"
                    + "|" + DASH + GAP + "(?<party>" + SYMBOL + GAP + "/" + GAP + SYMBOL + "(?:/" + SYMBOL + ")?)"
                    + ")" + TAIL,
            Pattern.UNICODE_CASE);

    private static final Pattern BEGUN = Pattern.compile("(\\d{1,5}[a-zđ]?)(?:/|" + DASH + ")(\\S{0,30})");

    /** Cyrillic, Greek, and what looks like Đ; below each the Latin letter. */
    private static final String OTHER_SCRIPTS = "АВСЕНІКМОРТХаеосрх" + "ΑΒΕΗΙΚΜΝΟΡΤΥΧο" + "\u00D0\u0189\u00F0\u0256";

    private static final String LATIN = "ABCEHIKMOPTXaeocpx" + "ABEHIKMNOPTYXo" + "ĐĐđđ";

    private static final List<String> TYPES = List.of(
            "TTLT", "VBHN", "NQLT", "BCTĐ", "QyĐ", "CTr", "TTr", "NQ", "NĐ", "QĐ", "TT", "CT", "QC", "TC", "TB", "HD",
            "KH", "PA", "ĐA", "DA", "BC", "BB", "HĐ", "CV", "CĐ", "KL", "PL", "QH");

    /** All numbers of a text, in order. */
    public static List<TypedNumber> findIn(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        return NUMBER.matcher(nfc).results().map(TypedNumber::of).toList();
    }

    /** The keys of all numbers of a text. */
    public static Set<String> keysIn(String text) {
        Set<String> keys = new LinkedHashSet<>();
        findIn(text).forEach(number -> keys.addAll(number.keys()));
        return keys;
    }

    /** The key that says most, whatever marks the number was typed with. */
    String narrowestKey() {
        return keys.stream()
                .filter(key -> key.startsWith("~"))
                .findFirst()
                .orElseGet(() -> keys.iterator().next());
    }

    /** The key of every document of this type with this sequence number, as in {@code NQ 57}. */
    public static String keyOf(String type, String sequence) {
        return withoutZeros(sequence) + ":" + plain(type);
    }

    /**
     * How the key of a number that is still being typed starts, as in {@code 15/20} or {@code 57-NQ}; empty when the
     * words do not look like one.
     */
    public static String startOfKey(String typed) {
        Matcher begun = BEGUN.matcher(typed.strip());
        if (!begun.matches()) {
            return "";
        }
        String rest = begun.group(2);
        String start = withoutZeros(begun.group(1)) + "/" + bare(rest);
        return rest.chars().allMatch(Character::isDigit) ? start : "~" + plain(start);
    }

    private static TypedNumber of(MatchResult found) {
        String sequence = withoutZeros(found.group(1));
        String year = found.group("year");
        String symbol = first(found.group("type"), found.group("state"), found.group("party"));
        Set<String> keys = new LinkedHashSet<>();
        if (!symbol.isEmpty()) {
            String complete =
                    (sequence + (year == null ? "" : "/" + year) + "/" + bare(symbol)).toUpperCase(Locale.ROOT);
            keys.add(complete);
            keys.add("~" + plain(complete));
            keys.addAll(byType(sequence, bare(symbol)));
        }
        if (year != null) {
            keys.add(sequence + "/" + year);
        }
        return new TypedNumber(found.group(), found.start(), found.end(), keys);
    }

    private static List<String> byType(String sequence, String symbol) {
        String upper = symbol.toUpperCase(Locale.ROOT);
        List<String> keys = new ArrayList<>();
        for (String type : TYPES) {
            if (plain(upper).startsWith(plain(type))) {
                keys.add(keyOf(type, sequence));
                break;
            }
        }
        return keys;
    }

    private static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }

    /** Hyphens get lost in files ({@code 61/2018/NĐCP}) and stand for nothing that the rest does not say. */
    private static String bare(String symbol) {
        String joined = symbol.replaceAll("[\\s\u00A0\u2007\u202F]|" + DASH, "");
        StringBuilder latin = new StringBuilder(joined.length());
        joined.chars().forEach(c -> latin.append(latin((char) c)));
        return latin.toString();
    }

    /** Letters of other scripts look like Latin ones in print, and text recognition takes them for each other. */
    private static char latin(char c) {
        int at = OTHER_SCRIPTS.indexOf(c);
        return at < 0 ? c : LATIN.charAt(at);
    }

    private static String plain(String symbol) {
        return EvenFolding.fold(symbol).toUpperCase(Locale.ROOT);
    }

    private static String withoutZeros(String sequence) {
        return sequence.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=\\d)", "");
    }
}
