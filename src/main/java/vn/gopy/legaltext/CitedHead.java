package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.CitedUnit.Kind;

/**
 * A head word with its numbers: "khoản 1, 2 và 4", "Điều này", "từ khoản 2 đến khoản 5" without "từ".
 *
 * @param joined whether "và", "hoặc" or a semicolon stands before it
 */
record CitedHead(Kind kind, int start, int end, List<Item> items, boolean joined) {

    /** One number of a list, or a range. */
    record Item(
            int start,
            int end,
            @Nullable String number,
            @Nullable String last) {}

    /** What may follow a number that is no citation: "Điều 5 triệu", "khoản 500 nghìn". */
    private static final Set<String> MEASURES = Set.of(
            "triệu", "nghìn", "ngàn", "tỷ", "tỉ", "đồng", "trăm", "lần", "người", "ngày", "tháng", "tuần", "giờ",
            "phút", "mét", "km", "kg", "cm", "ha", "mm", "usd", "vnđ", "năm", "tuổi", "hộ", "cái", "chiếc", "suất");

    /** What makes another word of a head word that follows it. */
    private static final Set<String> BEFORE = Set.of(
            "danh", "hạng", "chuyên", "đề", "tài", "điều", "thời", "địa", "quan", "đặc", "trọng", "ưu", "nhược", "biểu",
            "cao", "cổ", "thành", "cấu", "nêm", "công", "giao");

    /** What may follow the last number of a list that goes on after a comma: else "Điều 5, 12 cán bộ" were a list. */
    private static final Set<String> AFTER_LIST = Set.of(
            "của", "tại", "thuộc", "trong", "này", "nêu", "nói", "trên", "dưới", "sau", "và", "hoặc", "hay", "cùng",
            "đã", "được", "thì", "là", "bị", "có", "phải", "không", "quy", "do", "khi", "để", "như", "điểm", "khoản",
            "điều", "mục", "chương", "phần", "phụ", "tiểu", "luật", "bộ", "nghị", "quyết", "thông", "pháp", "hiến",
            "dự", "các", "đến", "với", "về", "ban", "kèm", "theo", "vào", "thành", "bằng", "mà", "nếu", "trừ", "còn",
            "gồm", "bao", "chỉ", "cần", "đề", "tiết", "quyền", "trở");

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

    /**
     * The head at a position where a word begins.
     *
     * @param note whether the short forms of notes count too: "Đ12", "k.2", "trang 3"
     * @return null when no citation begins there
     */
    static @Nullable CitedHead at(String text, int at, boolean joined, boolean note) {
        int slot = Openings.slot(text, at);
        for (int n = 0; n < Word.OPENINGS.count(slot); n++) {
            Word word = Word.OPENINGS.get(slot, n);
            int end = TextAt.phrase(text, at, word.phrase);
            if (end >= 0 && !Character.isLetter(TextAt.charAt(text, end))) {
                return new Reader(text, word.kind, at, joined).read(end);
            }
        }
        return note ? shortly(text, at, joined) : null;
    }

    /** "Đ12", "Đ.5", "k.2", "trang 3". */
    private static @Nullable CitedHead shortly(String text, int at, boolean joined) {
        for (Word word : Word.SHORT) {
            int end = TextAt.phrase(text, at, word.phrase);
            if (end >= 0 && !Character.isLetter(TextAt.charAt(text, end))) {
                return new Reader(text, word.kind, at, joined).read(end);
            }
        }
        return null;
    }

    /** Whether a head word may begin where the letters of this slot stand. */
    static boolean mayStart(int slot) {
        return Word.OPENINGS.count(slot) > 0;
    }

    /** A letter that stands alone behind a khoản in a note: the "c" of "Đ13 k2 c". */
    static @Nullable CitedHead letter(String text, int at) {
        CitedHead head = new Reader(text, Kind.POINT, at, false).read(at);
        return head == null || head.items().getFirst().number() == null ? null : head;
    }

    /** The words by which a unit is known. */
    private record Word(String phrase, Kind kind) {

        static final Openings<Word> OPENINGS = new Openings<>();
        static final List<Word> SHORT = List.of(
                new Word("đ.", Kind.ARTICLE),
                new Word("đ", Kind.ARTICLE),
                new Word("k.", Kind.CLAUSE),
                new Word("k", Kind.CLAUSE),
                new Word("trang", Kind.PAGE),
                new Word("dòng", Kind.LINE));

        static {
            add("điều", Kind.ARTICLE);
            add("điểm", Kind.POINT);
            add("đoạn", Kind.PARAGRAPH);
            add("khoản", Kind.CLAUSE);
            add("chương", Kind.CHAPTER);
            add("câu", Kind.SENTENCE);
            add("mục", Kind.SECTION);
            add("mẫu biểu số", Kind.FORM);
            add("mẫu số", Kind.FORM);
            add("mẫu", Kind.FORM);
            add("biểu mẫu số", Kind.FORM);
            add("biểu số", Kind.FORM);
            add("tiểu mục", Kind.SUBSECTION);
            add("tiết", Kind.SUBPOINT);
            add("phụ lục số", Kind.ANNEX);
            add("phụ lục", Kind.ANNEX);
            add("phần", Kind.PART);
            add("gạch đầu dòng", Kind.BULLET);
        }

        private static void add(String phrase, Kind kind) {
            OPENINGS.add(phrase, new Word(phrase, kind));
        }
    }

    private static final class Reader {

        private final String text;
        private final int start;
        private final boolean joined;
        private final Kind kind;
        private int end;

        Reader(String text, Kind kind, int start, boolean joined) {
            this.text = text;
            this.kind = kind;
            this.start = start;
            this.joined = joined;
        }

        @Nullable
        CitedHead read(int after) {
            if (isTail()) {
                return null;
            }
            int at = TextAt.skip(text, after);
            int self = TextAt.word(text, at, "này");
            if (self >= 0) {
                return kind.compareTo(Kind.SUBPOINT) < 0
                        ? null
                        : new CitedHead(kind, start, self, List.of(new Item(start, self, null, null)), joined);
            }
            int from = TextAt.word(text, at, "từ");
            at = from < 0 ? at : TextAt.skip(text, from);
            List<Item> items = items(at);
            if (items.isEmpty()) {
                return kind == Kind.ANNEX && Character.isUpperCase(text.charAt(start)) && issued(at)
                        ? new CitedHead(kind, start, after, List.of(new Item(start, after, "", null)), joined)
                        : null;
            }
            return new CitedHead(kind, start, items.getLast().end(), List.copyOf(items), joined);
        }

        /** The head word is the end of another word: "danh mục 1", "tài khoản 2", "thời điểm". */
        private boolean isTail() {
            int end = start;
            while (end > 0 && TextAt.isSpace(text.charAt(end - 1)) && start - end < 3) {
                end--;
            }
            int begin = end;
            while (begin > 0 && end - begin < 6 && Character.isLetter(text.charAt(begin - 1))) {
                begin--;
            }
            return end < start
                    && end > begin
                    && BEFORE.contains(text.substring(begin, end).toLowerCase(Locale.ROOT));
        }

        /** "Phụ lục ban hành kèm theo Nghị định này": the only one. */
        private boolean issued(int at) {
            return TextAt.anyWord(text, at, "ban hành kèm theo", "kèm theo", "ban hành theo") >= 0;
        }

        private List<Item> items(int first) {
            var items = new ArrayList<Item>();
            int at = first;
            String number = number(at);
            boolean more = false;
            while (number != null && (more ? listGoesOn() : !measured())) {
                int numberEnd = end;
                String last = range(numberEnd, number);
                items.add(new Item(items.isEmpty() ? start : at, last == null ? numberEnd : end, number, last));
                numberEnd = items.getLast().end();
                at = comma(numberEnd);
                number = at < 0 || kind == Kind.PARAGRAPH || kind == Kind.SENTENCE ? null : number(at);
                more = true;
            }
            return items;
        }

        /** Behind what parts the numbers of a list; -1 when the list ends. */
        private int comma(int at) {
            int i = TextAt.skip(text, at);
            char c = TextAt.charAt(text, i);
            if (c == ',' || c == '&' || c == ';') {
                i = TextAt.skip(text, i + 1);
                int and = TextAt.anyWord(text, i, "và", "hoặc");
                return and < 0 ? i : TextAt.skip(text, and);
            }
            int and = i == at ? -1 : TextAt.anyWord(text, i, "và", "hoặc", "hay", "cùng");
            return and < 0 ? -1 : TextAt.skip(text, and);
        }

        /** The end of a range behind a number; null when it is no range. */
        private @Nullable String range(int numberEnd, String from) {
            int at = TextAt.skip(text, numberEnd);
            int to = TextAt.word(text, at, "đến");
            boolean dash = to < 0 && "-–".indexOf(TextAt.charAt(text, at)) >= 0 && at < text.length();
            if (to < 0 && (!dash || kind == Kind.POINT)) {
                return null;
            }
            int i = TextAt.skip(text, dash ? at + 1 : to);
            int all = TextAt.word(text, i, "hết");
            i = all < 0 ? i : TextAt.skip(text, all);
            int again = TextAt.word(text, i, kind.word().toLowerCase(Locale.ROOT));
            String number = number(again < 0 ? i : TextAt.skip(text, again));
            boolean rising = number != null && rises(from, number);
            return rising && !measured() && (!dash || listGoesOn()) ? number : null;
        }

        private boolean rises(String from, String to) {
            return Character.isDigit(from.charAt(0)) == Character.isDigit(to.charAt(0))
                    && CitedHead.order(from) < CitedHead.order(to);
        }

        /** The number at a position, in the form of paths; sets {@link #end}. */
        private @Nullable String number(int at) {
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
            return ends(letter) ? found(CitedHead.plain(text.substring(at, letter)), letter) : null;
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
            boolean named =
                    text.substring(start, at).strip().endsWith("số") || text.charAt(start) == 'M' && i - at >= 2;
            if (i == at || i - at > 3 || !named) {
                return null;
            }
            int letter = Character.isLetter(TextAt.charAt(text, i)) && !TextAt.isWord(text, i + 1) ? i + 1 : i;
            int e = letter;
            if ((TextAt.charAt(text, e) == '/' || TextAt.charAt(text, e) == '-') && TextAt.isWord(text, e + 1)) {
                e = formEnd(e + 1);
            }
            return ends(letter) || e > letter
                    ? found(CitedHead.plain(text.substring(at, letter)).toLowerCase(Locale.ROOT), e)
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
            return !((c == '.' || c == ',')
                            && TextAt.isDigit(text, at + 1)
                            && kind != Kind.ARTICLE
                            && thousands(at + 1))
                    && !(c == '.' && TextAt.isDigit(text, at + 1));
        }

        private boolean thousands(int at) {
            int i = at;
            while (TextAt.isDigit(text, i)) {
                i++;
            }
            return i - at == 3;
        }

        /** A unit of measure follows: an amount, no citation. */
        private boolean measured() {
            int at = TextAt.skip(text, end);
            int e = TextAt.wordEnd(text, at);
            return e > at
                    && e - at < 6
                    && MEASURES.contains(text.substring(at, e).toLowerCase(Locale.ROOT));
        }

        /** After a comma only what is plainly the end of a list, or its next separator, makes a number part of it. */
        private boolean listGoesOn() {
            int at = TextAt.skip(text, end);
            int e = TextAt.wordEnd(text, at);
            if (e == at) {
                return true;
            }
            if (Character.isUpperCase(text.charAt(at))) {
                return true;
            }
            return e - at < 8 && AFTER_LIST.contains(text.substring(at, e).toLowerCase(Locale.ROOT));
        }
    }

    /** 01 and 1 are the same number. */
    static String plain(String number) {
        int i = 0;
        while (i + 1 < number.length() && number.charAt(i) == '0' && Character.isDigit(number.charAt(i + 1))) {
            i++;
        }
        return number.substring(i);
    }

    /** Orders numbers as the law does: 5, 5a, 5đ, 6; letters in Vietnamese order; đ, đ1. */
    static int order(String number) {
        int i = 0;
        int value = 0;
        while (i < number.length() && Character.isDigit(number.charAt(i)) && i < 5) {
            value = value * 10 + number.charAt(i++) - '0';
        }
        int letter = i < number.length() ? TextAt.LETTERS.indexOf(number.charAt(i)) + 1 : 0;
        int digit = i + 1 < number.length() && Character.isDigit(number.charAt(i + 1)) ? number.charAt(i + 1) - '0' : 0;
        return (value * 32 + letter) * 10 + digit;
    }
}
