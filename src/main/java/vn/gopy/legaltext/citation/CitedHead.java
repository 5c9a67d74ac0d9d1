package vn.gopy.legaltext.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.citation.CitedUnit.Kind;
import vn.gopy.legaltext.parse.Openings;
import vn.gopy.legaltext.parse.TextAt;

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
        private final CitedNumber numbers;

        Reader(String text, Kind kind, int start, boolean joined) {
            this.text = text;
            this.kind = kind;
            this.start = start;
            this.joined = joined;
            this.numbers = new CitedNumber(text, kind, start);
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
            String number = numbers.at(at);
            boolean more = false;
            while (number != null && (more ? listGoesOn() : !measured())) {
                int numberEnd = numbers.end();
                String last = range(numberEnd, number);
                items.add(
                        new Item(items.isEmpty() ? start : at, last == null ? numberEnd : numbers.end(), number, last));
                numberEnd = items.getLast().end();
                at = comma(numberEnd);
                number = at < 0 || kind == Kind.PARAGRAPH || kind == Kind.SENTENCE ? null : numbers.at(at);
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
            String number = numbers.at(again < 0 ? i : TextAt.skip(text, again));
            boolean rising = number != null && rises(from, number);
            return rising && !measured() && (!dash || listGoesOn()) ? number : null;
        }

        private boolean rises(String from, String to) {
            return Character.isDigit(from.charAt(0)) == Character.isDigit(to.charAt(0))
                    && CitedHead.order(from) < CitedHead.order(to);
        }

        /** A unit of measure follows: an amount, no citation. */
        private boolean measured() {
            int at = TextAt.skip(text, numbers.end());
            int e = TextAt.wordEnd(text, at);
            return e > at
                    && e - at < 6
                    && MEASURES.contains(text.substring(at, e).toLowerCase(Locale.ROOT));
        }

        /** After a comma only what is plainly the end of a list, or its next separator, makes a number part of it. */
        private boolean listGoesOn() {
            int at = TextAt.skip(text, numbers.end());
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
