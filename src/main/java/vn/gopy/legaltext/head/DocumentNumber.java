package vn.gopy.legaltext.head;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Regime;
import vn.gopy.legaltext.parse.Cues;
import vn.gopy.legaltext.parse.TextAt;
import vn.gopy.legaltext.parse.Words;

/**
 * The number and symbol of a document (số và ký hiệu), State {@code 30/2020/NĐ-CP} or Party {@code 57-NQ/TW}: a slash
 * right after the sequence number means State, a hyphen Party.
 *
 * @param canonical as printed, with one kind of hyphen, no spaces and known symbols in their case; null when the sequence
 *     number is blank
 * @param type the symbol of the type, null for official letters and laws
 * @param year as printed, null for none
 */
public record DocumentNumber(
        @Nullable String canonical,
        @Nullable String type,
        @Nullable String year,
        Regime regime) {

    private static final Map<String, String> SYMBOLS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (String symbol :
                ("NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB SY TrS SL "
                                + "NĐ TT TTLT NQLT VBHN PL L KL CV BCTĐ UBND HĐND UBTVQH UBTVQH QH CP TTg BCĐ TU TW VPTW VPCP VPQH ĐU BCĐTW HĐTP HĐBT "
                                + "LCT HĐNN AL VBPL HDLN CTN TANDTC VKSNDTC")
                        .split(" ")) {
            SYMBOLS.put(symbol, symbol);
        }
        SYMBOLS.put("ND", "NĐ");
        SYMBOLS.put("QD", "QĐ");
        SYMBOLS.put("HDND", "HĐND");
        SYMBOLS.put("BCD", "BCĐ");
    }

    private static final Set<String> AS_PRINTED = Set.copyOf(SYMBOLS.values());

    private static final String DASH = "[-\u2010-\u2015\u2212]";
    // the issuer's part: Đ and marks occur in it, spaces only around signs
    private static final String SYMBOL = "\\p{L}[\\p{L}\\d&]*";
    private static final Pattern STATE = Pattern.compile(
            "(?U)(?<seq>\\d[\\d.]*[a-zA-ZđĐ]?)?[ ._…]*/\\s*(?:(?<year>\\d{4})\\s*/)?\\s*" + DASH + "?\\s*(?<sym>"
                    + SYMBOL + "(?:(?:\\s*" + DASH + "\\s*|[./]|\\s*/\\s*(?=\\p{Lu}{2}))" + SYMBOL + ")*)");
    private static final Pattern PARTY = Pattern.compile("(?U)(?<seq>\\d[\\d.]*[a-zA-ZđĐ]?)?[ ._…]*" + DASH
            + "\\s*(?<type>\\p{L}{1,5})\\s*/\\s*(?<iss>" + SYMBOL + "(?:\\s*[/" + "-]\\s*" + SYMBOL + ")*)");
    private static final Pattern OLD =
            Pattern.compile("(?U)(?<seq>\\d+[a-zđ]?)\\s*" + DASH + "\\s*(?<sym>" + SYMBOL + "(?:[/-]" + SYMBOL + ")*)");
    /** A letter at the end may be one: 12a, 05B. */
    private static final Pattern MISREAD = Pattern.compile(
            "^([:\\s]*)((?=[^/]{0,6}\\d)(?=\\d*[lI|OoSBZ])[\\dlI|OoSBZ]{1,5}[\\dlI|Oo])(?=\\s*[/\u2013-])");

    private static final String LETTERS_FOR_DIGITS = "lI|OoSBZ";
    private static final String DIGITS_READ = "11100582";
    private static final int SHORTEST_GLUED = 4;
    private static final Pattern UNSAID = Pattern.compile(DASH + "|\\s");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern GLUED = Pattern.compile(
            "(?:(NQ|NĐ|QĐ|TT|KH|CT|TB|BC)(CP|UBND|HĐND|TTg|QH|BCĐ|BNV|BTC|BTP|TU)|(TTr|CTr)([A-ZĐ]{2,}))(-.*)?");

    private static final Pattern ASSEMBLY = Pattern.compile("(QH|UBTVQH)\\d*");

    /** The number that a line such as "Số: 30/2020/NĐ-CP" prints; empty when it holds none, not even a blank one. */
    public static Optional<DocumentNumber> find(String printed) {
        String text = withDigits(printed);
        DocumentNumber plain = plain(text);
        if (plain != null) {
            return Optional.of(plain);
        }
        Matcher party = PARTY.matcher(text);
        Matcher state = STATE.matcher(text);
        int slash = text.lastIndexOf('/');
        int dash = dash(text);
        boolean stateFound = slash >= 0 && state.find();
        if (dash >= 0 && dash < slash && party.find() && (!stateFound || party.start() <= state.start())) {
            String type = symbol(party.group("type"));
            String seq = party.group("seq");
            String issuer = symbols(party.group("iss"));
            // joint circulars are the State's, also with the hyphen of old
            Regime regime = type.equals("TTLT") ? Regime.STATE_QPPL : Regime.PARTY;
            return Optional.of(
                    new DocumentNumber(seq == null ? null : seq + "-" + type + "/" + issuer, type, null, regime));
        }
        if (stateFound) {
            return Optional.of(state(state.group("seq"), state.group("year"), state.group("sym")));
        }
        Matcher old = OLD.matcher(text);
        return dash >= 0 && old.find()
                ? Optional.of(new DocumentNumber(
                        old.group("seq") + "-" + symbols(old.group("sym")), null, null, Regime.STATE_ADMIN))
                : Optional.empty();
    }

    /** A recognition takes 1 for l and 0 for O: among digits before the first sign such a letter is one. */
    private static String withDigits(String printed) {
        Matcher misread = MISREAD.matcher(printed);
        if (!misread.find()) {
            return printed;
        }
        var digits = new StringBuilder(misread.group(2));
        for (int i = 0; i < digits.length(); i++) {
            int at = LETTERS_FOR_DIGITS.indexOf(digits.charAt(i));
            if (at >= 0) {
                digits.setCharAt(i, DIGITS_READ.charAt(at));
            }
        }
        return misread.group(1) + digits + printed.substring(misread.end());
    }

    /** Where the first symbol ends. */
    private static int border(String symbols) {
        int at = 0;
        while (at < symbols.length() && symbols.charAt(at) != '-' && symbols.charAt(at) != '/') {
            at++;
        }
        return at;
    }

    /** Nearly all are: digits, a slash, maybe a year and a slash, symbols without spaces; null for any other form. */
    private static @Nullable DocumentNumber plain(String text) {
        int start = 0;
        while (TextAt.charAt(text, start) == ':' || TextAt.charAt(text, start) == ' ') {
            start++;
        }
        int slash = digitsEnd(text, start);
        int year = digitsEnd(text, slash + 1);
        boolean dated = year == slash + 5 && TextAt.charAt(text, year) == '/';
        int symbols = dated ? year + 1 : slash + 1;
        return slash > start && TextAt.charAt(text, slash) == '/' && isSymbols(text, symbols)
                ? state(
                        text.substring(start, slash),
                        dated ? text.substring(slash + 1, year) : null,
                        text.substring(symbols))
                : null;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (TextAt.isDigit(text, at)) {
            at++;
        }
        return at;
    }

    /** Whether all the rest is symbols, each beginning with a letter, with one sign between them. */
    private static boolean isSymbols(String text, int from) {
        boolean begins = true;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c == '-' || c == '/';
            if (begins ? !Character.isLetter(c) : !sign && c != '&' && !Character.isLetterOrDigit(c)) {
                return false;
            }
            begins = sign;
        }
        return !begins;
    }

    /** The first hyphen of whatever kind; -1 for none. */
    private static int dash(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c >= '\u2010' && c <= '\u2015' || c == '\u2212') {
                return i;
            }
        }
        return -1;
    }

    private static DocumentNumber state(@Nullable String seq, @Nullable String year, String printed) {
        String symbols = symbols(printed);
        Matcher glued = GLUED.matcher(symbols);
        if (border(symbols) >= SHORTEST_GLUED && glued.matches()) {
            String rest = glued.group(5) == null ? "" : glued.group(5);
            symbols = glued.group(1) == null
                    ? glued.group(3) + "-" + glued.group(4) + rest
                    : glued.group(1) + "-" + glued.group(2) + rest;
        }
        int border = border(symbols);
        String first = symbols.substring(0, border);
        boolean typed = Words.hasWord(symbols.substring(border))
                && Cues.typeOfSymbol(first).isPresent();
        boolean law = first.contains("QH") && ASSEMBLY.matcher(first).matches();
        String canonical = seq == null ? null : seq + "/" + (year == null ? "" : year + "/") + symbols;
        Regime regime = year != null || law ? Regime.STATE_QPPL : Regime.STATE_ADMIN;
        return new DocumentNumber(canonical, typed ? first : null, year, regime);
    }

    private static String symbols(String printed) {
        var out = new StringBuilder();
        var part = new StringBuilder();
        for (int i = 0; i <= printed.length(); i++) {
            char c = i < printed.length() ? printed.charAt(i) : '-';
            if (Character.isLetterOrDigit(c) || c == '&') {
                part.append(c);
            } else if (c != ' ') {
                out.append(symbol(part.toString()));
                part.setLength(0);
                if (i < printed.length()) {
                    out.append(c == '/' ? '/' : '-');
                }
            }
        }
        return out.toString();
    }

    private static String symbol(String printed) {
        String known = AS_PRINTED.contains(printed) ? printed : SYMBOLS.get(printed);
        if (known != null) {
            return known;
        }
        boolean small = printed.equals(printed.toLowerCase(Locale.ROOT));
        return small && printed.length() > 2 ? printed.toUpperCase(Locale.ROOT) : printed;
    }

    /** The key by which two spellings of a number are the same: no hyphens, no leading zeros, capitals. */
    public static String key(String number) {
        String bare = UNSAID.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
        return LEADING_ZEROS.matcher(bare).replaceFirst("");
    }
}
