package vn.gopy.legaltext.citation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.head.DocumentNumber;
import vn.gopy.legaltext.parse.Cues;
import vn.gopy.legaltext.parse.Openings;
import vn.gopy.legaltext.parse.TextAt;

/** Reads which document stands at a position: by number, as a law by its name, or as "Quy chế này". */
final class CitedDocumentReader {

    /** @param end behind the words that name the text */
    record Found(int start, int end, CitedText text) {}

    private static final String SYMBOL = "\\p{L}[\\p{L}\\p{N}&]{0,14}";
    private static final String DASH = "[-\u2010-\u2015\u2212]";
    private static final String GAP = "[\\s\u00A0]{0,2}";
    // a blank beside a hyphen only where a symbol in capitals goes on: "61/2018/NĐ - CP"
    private static final String PARTS =
            "(?:(?:" + DASH + "|/|" + GAP + DASH + GAP + "(?=\\p{Lu}{2}))" + SYMBOL + "){0,4}";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}[a-zđ]?(?:\\.\\d{1,3})?" + GAP + "(?:" + "/" + GAP
            + "(?:(?<year>\\d{4})" + GAP + "/" + GAP + ")?(?<state>" + SYMBOL + PARTS + ")" + "|" + DASH + GAP
            + "(?<party>\\p{L}{1,5}" + GAP + "/" + GAP + SYMBOL + PARTS + ")|" + DASH
            + "(?<old>\\p{Lu}{2,6}))(?![\\p{L}\\p{N}])");
    private static final Pattern DATE = Pattern.compile(
            "(?iu)ngày[\\s\u00A0]{1,3}(\\d{1,2})(?:[\\s\u00A0]{1,3}tháng[\\s\u00A0]{1,3}(\\d{1,2})[\\s\u00A0]{1,3}năm[\\s\u00A0]{1,3}(\\d{4})"
                    + "|[-/.](\\d{1,2})[-/.](\\d{4}))(?!\\d)");
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 200;

    private static final Set<String> BY_NAME = Set.of("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp");
    private static final List<String> ATTACHED =
            List.of("được ban hành kèm theo", "ban hành kèm theo", "kèm theo", "ban hành theo");

    private final String text;
    private final boolean note;

    /** @param note whether the short numbers of notes count too: "NQ 57" */
    CitedDocumentReader(String text, boolean note) {
        this.text = text;
        this.note = note;
    }

    /** The document whose words begin here; null for none. */
    @Nullable
    Found at(int at) {
        char c = TextAt.charAt(text, at);
        if (c == 0) {
            return null;
        }
        if (c >= '0' && c <= '9') {
            return bare(at);
        }
        Name name = Name.at(text, at);
        if (name != null) {
            return typed(at, at + name.length(text, at), name.type());
        }
        return note && Character.isUpperCase(c) ? shortly(at) : null;
    }

    /** Whether the words of a document may begin where the letters of this slot stand. */
    static boolean mayStart(int slot) {
        return Name.OPENINGS.count(slot) > 0;
    }

    /** "NQ 57", "NĐ 331": the symbol of a kind and the sequence number. */
    private @Nullable Found shortly(int at) {
        int symbolEnd = TextAt.wordEnd(text, at);
        while (symbolEnd > at && TextAt.isDigit(text, symbolEnd - 1)) {
            symbolEnd--;
        }
        String symbol = text.substring(at, Math.min(symbolEnd, at + 6));
        int number = TextAt.skip(text, symbolEnd);
        int end = number;
        while (TextAt.isDigit(text, end)) {
            end++;
        }
        boolean plain =
                end > number && end - number < 6 && !TextAt.isWord(text, end) && TextAt.charAt(text, end) != '/';
        if (symbol.length() < 2 || !plain) {
            return null;
        }
        String digits = text.substring(number, end);
        return Cues.typeOfSymbol(symbol)
                .filter(type -> type.symbol().equals(symbol))
                .map(type -> new CitedDocument(type.name(), symbol + " " + digits, null, null, null, null, null))
                .map(document -> new Found(at, number + digits.length(), new CitedText.Other(document)))
                .orElse(null);
    }

    /** A kind of document by its name in small letters. */
    private record Name(String words, String type) {

        static final Openings<Name> OPENINGS = new Openings<>();

        static {
            Cues.types().stream()
                    .sorted((one, other) -> other.name().length() - one.name().length())
                    .map(type -> new Name(type.name().toLowerCase(Locale.ROOT), type.name()))
                    .forEach(name -> OPENINGS.add(name.words(), name));
        }

        /** The longest name that stands here as whole words; null for none. */
        static @Nullable Name at(String text, int at) {
            int slot = at < text.length() ? Openings.slot(text, at) : 0;
            for (int n = 0; at < text.length() && n < OPENINGS.count(slot); n++) {
                Name name = OPENINGS.get(slot, n);
                int end = TextAt.phrase(text, at, name.words);
                if (end >= 0 && !Character.isLetter(TextAt.charAt(text, end))) {
                    return name;
                }
            }
            return null;
        }

        int length(String text, int at) {
            return TextAt.phrase(text, at, words) - at;
        }
    }

    private @Nullable Found typed(int start, int end, String type) {
        int at = TextAt.skip(text, end);
        int self = TextAt.word(text, at, "này");
        if (self >= 0) {
            return new Found(start, self, new CitedText.Itself(type));
        }
        Found numbered = numbered(start, at, type, null);
        if (numbered != null) {
            return numbered;
        }
        int above = TextAt.anyWord(text, at, "nêu trên", "nói trên", "trên");
        if (above >= 0) {
            return new Found(start, above, new CitedText.Unknown());
        }
        if (!BY_NAME.contains(type)) {
            return named(start, at, type);
        }
        // "pháp luật đất đai" is no law
        return Character.isUpperCase(text.charAt(start)) ? law(start, end, type) : null;
    }

    /** "số 30/2020/NĐ-CP ngày …", with or without "số". */
    private @Nullable Found numbered(int start, int from, String type, @Nullable String name) {
        int after = TextAt.phrase(text, from, "số");
        boolean said = after >= 0 && !Character.isLetter(TextAt.charAt(text, after));
        int at = said ? TextAt.skip(text, after) : from;
        at = said && TextAt.charAt(text, at) == ':' ? TextAt.skip(text, at + 1) : at;
        if (!TextAt.isDigit(text, at)) {
            return null;
        }
        CitedDocument document = number(at);
        if (document == null) {
            return null;
        }
        int end = numberEnd;
        return dated(start, end, new CitedDocument(type, document.number(), name, document.year(), null, null, null));
    }

    private int numberEnd;

    /** The number at a position; sets {@link #numberEnd}. */
    private @Nullable CitedDocument number(int at) {
        Matcher matcher = NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER));
        if (!matcher.useTransparentBounds(true).lookingAt() || !plausible(matcher)) {
            return null;
        }
        numberEnd = matcher.end();
        String canonical = DocumentNumber.find(matcher.group())
                .map(DocumentNumber::canonical)
                .orElse(null);
        String year = matcher.group("year");
        return canonical == null
                ? null
                : new CitedDocument(
                        null, canonical, null, year == null ? null : Integer.valueOf(year), null, null, null);
    }

    /** "10/ngày" and "2/3" are no numbers of documents: a symbol has capitals, or a year before it. */
    private static boolean plausible(Matcher matcher) {
        String symbol = matcher.group("state") != null ? matcher.group("state") : matcher.group("party");
        if (symbol == null) {
            return true;
        }
        boolean capitals = Character.isUpperCase(symbol.charAt(0)) && symbol.length() > 1;
        return capitals || matcher.group("year") != null && symbol.indexOf('-') > 0;
    }

    private @Nullable Found bare(int at) {
        int i = at;
        while (TextAt.isDigit(text, i)) {
            i++;
        }
        i = Character.isLetter(TextAt.charAt(text, i)) ? i + 1 : i;
        i = TextAt.charAt(text, i) == '.' ? TextAt.wordEnd(text, i + 1) : i;
        char sign = TextAt.charAt(text, TextAt.skip(text, i));
        boolean possible = i - at < 10 && (sign == '/' || sign == '-' || sign >= '\u2010' && sign <= '\u2015');
        CitedDocument document = possible ? number(at) : null;
        // of the old forms "87-CP" only behind their kind: else "19-CT" in a formula were one
        boolean old = document != null
                && document.number() != null
                && document.number().indexOf('/') < 0;
        return document == null || old ? null : dated(at, numberEnd, document);
    }

    /** The date and the issuer behind a number belong to it; the issuer's words stay outside of the citation. */
    private Found dated(int start, int end, CitedDocument document) {
        int at = TextAt.skip(text, end);
        at = TextAt.charAt(text, at) == ',' ? TextAt.skip(text, at + 1) : at;
        LocalDate date = date(at);
        int after = date == null ? end : dateEnd;
        return new Found(
                start, after, new CitedText.Other(document.dated(null, date, issuer(TextAt.skip(text, after)))));
    }

    private int dateEnd;

    private @Nullable LocalDate date(int at) {
        char c = TextAt.charAt(text, at);
        if (c != 'n' && c != 'N') {
            return null;
        }
        Matcher matcher = DATE.matcher(text).region(at, Math.min(text.length(), at + 40));
        if (!matcher.lookingAt()) {
            return null;
        }
        dateEnd = matcher.end();
        String month = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
        String year = matcher.group(3) == null ? matcher.group(5) : matcher.group(3);
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(matcher.group(1)));
        } catch (DateTimeException misprint) {
            return null;
        }
    }

    /** Of local issuers, whose numbers repeat in every province: "của Ủy ban nhân dân tỉnh A". */
    private @Nullable String issuer(int at) {
        int of = TextAt.word(text, at, "của");
        int start = of < 0 ? at : TextAt.skip(text, of);
        int body = of < 0
                ? -1
                : TextAt.anyWord(
                        text, start, "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd");
        int area = body < 0
                ? -1
                : TextAt.anyWord(
                        text, TextAt.skip(text, body), "tỉnh", "thành phố", "tp", "huyện", "quận", "xã", "phường");
        if (area < 0) {
            return null;
        }
        int end = area;
        for (int i = TextAt.skip(text, end);
                Character.isUpperCase(TextAt.charAt(text, i));
                i = TextAt.skip(text, end)) {
            end = TextAt.wordEnd(text, i);
        }
        return end == area ? null : text.substring(start, end);
    }

    // ---- laws by name

    private @Nullable Found law(int start, int typeEnd, String type) {
        int at = TextAt.skip(text, typeEnd);
        int nameEnd = type.equals("Hiến pháp")
                ? constitution(typeEnd)
                : LawNames.end(text, at, Character.isUpperCase(text.charAt(start + 1)));
        if (nameEnd < 0) {
            return null;
        }
        String name = type.equals("Hiến pháp") ? "" : text.substring(at, nameEnd);
        int next = TextAt.skip(text, nameEnd);
        int self = TextAt.word(text, next, "này");
        if (self >= 0) {
            return new Found(start, self, new CitedText.Itself(type));
        }
        next = TextAt.charAt(text, next) == ',' ? TextAt.skip(text, next + 1) : next;
        Found numbered = numbered(start, next, type, name);
        if (numbered != null) {
            return numbered;
        }
        var document = new CitedDocument(type, null, name, null, null, null, null);
        int year = year(TextAt.skip(text, nameEnd));
        if (year > 0) {
            return new Found(start, yearEnd, new CitedText.Other(document.dated(year, null, null)));
        }
        LocalDate date = date(TextAt.skip(text, nameEnd));
        return date == null
                ? new Found(start, nameEnd, new CitedText.Other(document))
                : new Found(start, dateEnd, new CitedText.Other(document.dated(null, date, null)));
    }

    /** There is one at a time, so that it needs no name. */
    private int constitution(int typeEnd) {
        int at = TextAt.skip(text, typeEnd);
        int named = TextAt.anyWord(
                text, at, "nước cộng hòa xã hội chủ nghĩa việt nam", "nước cộng hoà xã hội chủ nghĩa việt nam");
        return named >= 0 ? named : typeEnd;
    }

    private int yearEnd;

    /** "năm 2019", "(năm 2019)", "2019"; 0 for none. */
    private int year(int from) {
        int at = from;
        boolean bracket = TextAt.charAt(text, at) == '(';
        at = bracket ? TextAt.skip(text, at + 1) : at;
        int said = TextAt.word(text, at, "năm");
        at = said < 0 ? at : TextAt.skip(text, said);
        int end = at;
        while (TextAt.isDigit(text, end)) {
            end++;
        }
        boolean century = end - at == 4 && (text.startsWith("19", at) || text.startsWith("20", at));
        if (!century
                || TextAt.charAt(text, end) == '/'
                || bracket && TextAt.charAt(text, TextAt.skip(text, end)) != ')') {
            return 0;
        }
        yearEnd = bracket ? TextAt.skip(text, end) + 1 : end;
        return Integer.parseInt(text.substring(at, end));
    }

    // ---- texts with a name of their own

    /** "Quy chế làm việc này", "Quy chế … ban hành kèm theo Quyết định số 12/QĐ-UBND". */
    private @Nullable Found named(int start, int from, String type) {
        // "theo quy định tại …" is on every line: only what bears a name is looked at further
        boolean name = Character.isUpperCase(text.charAt(start));
        int limit = name ? Math.min(text.length(), from + LONGEST_NAME) : Math.min(text.length(), from + 1);
        int words = 0;
        for (int at = from; at < limit && Character.isLetter(text.charAt(at)); words++) {
            int attached = attached(at);
            if (attached >= 0) {
                Found issuing = issuing(attached);
                return issuing == null ? null : issued(start, issuing, type);
            }
            if (TextAt.anyWord(text, at, "phụ lục", "mẫu số", "biểu số") >= 0) {
                return null; // "Báo cáo theo mẫu tại Phụ lục II ban hành kèm theo …": the annex is issued with it
            }
            int end = TextAt.wordEnd(text, at);
            int self = words < 4 && words > 0 ? TextAt.word(text, at, "này") : -1;
            if (self >= 0) {
                return new Found(start, self, new CitedText.Itself(type));
            }
            at = TextAt.skip(text, end);
            at = TextAt.charAt(text, at) == ',' ? TextAt.skip(text, at + 1) : at;
        }
        return null;
    }

    /** The document that issues another: one with a number, or "Quyết định này". */
    @Nullable
    Found issuing(int at) {
        Name name = Name.at(text, at);
        if (name == null) {
            return null;
        }
        int next = TextAt.skip(text, at + name.length(text, at));
        int self = TextAt.word(text, next, "này");
        return self >= 0
                ? new Found(at, self, new CitedText.Itself(name.type()))
                : numbered(at, next, name.type(), null);
    }

    private static Found issued(int start, Found issuing, String type) {
        CitedText text = switch (issuing.text()) {
            case CitedText.Other other -> new CitedText.Other(other.document().withAttached(type));
            case CitedText.Itself self -> new CitedText.Itself(type);
            default -> issuing.text();
        };
        return new Found(start, issuing.end(), text);
    }

    /** Behind "ban hành kèm theo"; -1 when it does not stand here. */
    int attached(int at) {
        char c = TextAt.charAt(text, at);
        if (c != 'b' && c != 'k' && c != 'đ') {
            return -1;
        }
        for (String phrase : ATTACHED) {
            int end = TextAt.word(text, at, phrase);
            if (end >= 0) {
                return TextAt.skip(text, end);
            }
        }
        return -1;
    }

    /** "dự thảo Quyết định", "dự thảo": the draft that a note is about. */
    @Nullable
    Found draft(int at) {
        int end = TextAt.word(text, at, "dự thảo");
        if (end < 0) {
            return null;
        }
        int next = TextAt.skip(text, end);
        Name name = Name.at(text, next);
        if (name != null) {
            return new Found(at, next + name.length(text, next), new CitedText.Draft(name.type()));
        }
        return new Found(at, end, new CitedText.Draft(null));
    }
}
