package vn.gopy.legaltext.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.citation.CitedDocumentReader.Found;
import vn.gopy.legaltext.citation.CitedUnit.Kind;
import vn.gopy.legaltext.parse.Openings;
import vn.gopy.legaltext.parse.TextAt;

/**
 * Recognises citations in a text (viện dẫn; Nghị định 78/2025/NĐ-CP Điều 68, Nghị định 30/2020/NĐ-CP): units from the
 * smallest to the greatest, then the document. One pass, linear, for any text.
 */
public final class CitationScan {

    /** Grows when texts are worth being scanned again. */
    public static final int VERSION = 1;

    /** How far apart a document and the units behind it may stand: "Nghị định số 24/2000/NĐ-CP tại Điều 48". */
    private static final int NEAR = 8;

    /** No sentence strings more units together; beyond it a new chain begins. */
    private static final int LONGEST_CHAIN = 60;

    private final String text;
    private final boolean note;
    private final CitedDocumentReader documents;
    private final List<Citation> found = new ArrayList<>();
    private int documentEnd = -1;
    private @Nullable CitedText document;

    private CitationScan(String text, boolean note) {
        this.text = text;
        this.note = note;
        this.documents = new CitedDocumentReader(text, note);
    }

    /** The citations of a text as drafted, in order; lists and ranges as {@link Citation} says. */
    public static List<Citation> in(String text) {
        return new CitationScan(text, false).all();
    }

    /** The citations of an opinion or a note, where short forms count too: "Đ12 k1", "k.2 Đ.5", "trang 3, dòng 12". */
    public static List<Citation> inNote(String text) {
        return new CitationScan(text, true).all();
    }

    private List<Citation> all() {
        // an array is read twice as fast as a string, and nearly all the time goes into words that begin nothing
        char[] chars = text.toCharArray();
        boolean inWord = false;
        int at = 0;
        while (at < chars.length) {
            boolean word = TextAt.isWord(chars[at]);
            int end = word && !inWord && mayStart(chars, at) ? at(at) : -1;
            if (end > at) {
                at = end;
                inWord = TextAt.isWord(text, end - 1) && TextAt.isWord(text, end);
            } else {
                inWord = word;
                at++;
            }
        }
        return found.isEmpty() ? List.of() : List.copyOf(found);
    }

    private boolean mayStart(char[] chars, int at) {
        if (note || at + 2 >= chars.length) {
            return true;
        }
        char c = chars[at];
        if (c >= '0' && c <= '9') {
            return isNumber(at);
        }
        return STARTS[Openings.slot(c, chars[at + 1], chars[at + 2])];
    }

    private static final boolean[] STARTS = new boolean[Openings.SIZE];

    static {
        for (int slot = 0; slot < STARTS.length; slot++) {
            STARTS[slot] = CitedHead.mayStart(slot) || CitedDocumentReader.mayStart(slot);
        }
    }

    /** Digits with a slash or a hyphen soon behind them. */
    private boolean isNumber(int at) {
        for (int i = at + 1; i < at + 14 && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '-' || c >= '\u2010' && c <= '\u2015') {
                return true;
            }
        }
        return false;
    }

    /** Behind the citations that begin here; -1 for none. */
    private int at(int at) {
        CitedHead head = CitedHead.at(text, at, false, note);
        int chainEnd = head == null ? -1 : chain(head);
        if (chainEnd >= 0) {
            return chainEnd;
        }
        Found named = documents.at(at);
        if (named == null) {
            return -1;
        }
        if (!(named.text() instanceof CitedText.Unknown)) {
            found.add(new Citation(named.start(), named.end(), List.of(), null, named.text()));
        }
        remember(named);
        return named.end();
    }

    private void remember(Found named) {
        documentEnd = named.end();
        document = named.text();
    }

    // ---- chains of units

    private int chain(CitedHead first) {
        var heads = new ArrayList<CitedHead>();
        CitedHead head = first;
        while (head != null && heads.size() < LONGEST_CHAIN) {
            heads.add(head);
            head = nextHead(head);
        }
        Chain chain = new Chain(text, turned(heads));
        if (!chain.plausible() || isHeading(heads)) {
            return -1;
        }
        int end = heads.getLast().end();
        boolean self = heads.getLast().items().getLast().number() == null;
        Found named = self ? null : documentBehind(end);
        if (named == null && !self && before(first.start())) {
            found.addAll(chain.citations(Objects.requireNonNull(document), -1));
            return end;
        }
        CitedText its = named == null ? new CitedText.Here() : named.text();
        found.addAll(chain.citations(its, named == null ? -1 : named.end()));
        if (named != null) {
            remember(named);
        }
        return named == null ? end : Math.max(end, named.end());
    }

    /** "Điều 6. Tham gia góp ý" at the beginning of a line that an amending law quotes. */
    private boolean isHeading(List<CitedHead> heads) {
        CitedHead only = heads.getFirst();
        int before = only.start() - 1;
        boolean quote = TextAt.charAt(text, before) == '“' || TextAt.charAt(text, before) == '"';
        int line = quote ? before - 1 : before;
        boolean begins = line < 0 || text.charAt(line) == '\n';
        boolean titled = TextAt.charAt(text, only.end()) == '.' && TextAt.isSpace(TextAt.charAt(text, only.end() + 1));
        return heads.size() == 1 && only.kind() == Kind.ARTICLE && begins && titled;
    }

    /** Whether a document stands just before: "Luật Đầu tư công số 39/2019/QH14, Điều 5". */
    private boolean before(int start) {
        if (documentEnd < 0 || start - documentEnd > NEAR || !(document instanceof CitedText.Other)) {
            return false;
        }
        String between = text.substring(documentEnd, start).strip();
        return between.isEmpty() && note
                || between.equals(",")
                || between.equals("(")
                || between.equals("tại")
                || between.equals(", tại");
    }

    private @Nullable CitedHead nextHead(CitedHead before) {
        int end = before.end();
        int at = TextAt.skip(text, end);
        boolean joined = false;
        char sign = TextAt.charAt(text, at);
        if (sign == ',' || sign == ';' || sign == '&' || note && sign == '/') {
            joined = sign == ';' || sign == '&';
            at = TextAt.skip(text, at + 1);
        }
        int and = TextAt.anyWord(text, at, "và", "hoặc", "hay", "cùng", "cũng như");
        if (and >= 0) {
            joined = true;
            at = TextAt.skip(text, and);
        }
        int of = TextAt.anyWord(text, at, "của", "thuộc", "tại", "trong");
        at = of < 0 ? at : TextAt.skip(text, of);
        int all = TextAt.word(text, at, "các");
        at = all < 0 ? at : TextAt.skip(text, all);
        boolean apart = at > end || Character.isDigit(text.charAt(end - 1));
        if (!apart || !Character.isLetter(TextAt.charAt(text, at))) {
            return null;
        }
        CitedHead head = CitedHead.at(text, at, joined, note);
        return head == null && note && before.kind() == Kind.CLAUSE ? CitedHead.letter(text, at) : head;
    }

    private @Nullable Found documentBehind(int end) {
        int at = TextAt.skip(text, end);
        char sign = TextAt.charAt(text, at);
        if (sign == ',' || sign == '-' || sign == '–') {
            Found other = documents.at(TextAt.skip(text, at + 1));
            return other != null && other.text() instanceof CitedText.Other ? other : null;
        }
        boolean bracket = sign == '(';
        int inside = bracket ? TextAt.skip(text, at + 1) : at;
        int attached = documents.attached(inside);
        if (attached >= 0) {
            Found issuing = documents.issuing(attached);
            return issuing == null ? new Found(end, end, new CitedText.Unknown()) : issuing;
        }
        if (bracket) {
            Found other = documents.at(inside);
            return other != null && other.text() instanceof CitedText.Other ? new Found(end, end, other.text()) : null;
        }
        int of = TextAt.anyWord(text, at, "của", "trong", "tại", "thuộc");
        int next = of < 0 ? at : TextAt.skip(text, of);
        int copy = TextAt.word(text, next, "bản");
        next = copy < 0 ? next : TextAt.skip(text, copy);
        Found draft = documents.draft(next);
        Found named = draft != null ? draft : documents.at(next);
        boolean proper = Character.isUpperCase(TextAt.charAt(text, next));
        boolean another = proper || of >= 0 && TextAt.word(text, at, "của") >= 0;
        return named != null ? named : another ? new Found(end, end, new CitedText.Unknown()) : null;
    }

    /** "khoản a điểm 1 mục III", as some write: letters are for điểm, numbers for khoản. */
    private static List<CitedHead> turned(List<CitedHead> heads) {
        boolean letter = heads.stream().anyMatch(head -> head.kind() == Kind.CLAUSE && starts(head, true));
        if (!letter) {
            return heads;
        }
        return heads.stream()
                .map(head -> switch (head.kind()) {
                    case CLAUSE -> starts(head, true) ? as(head, Kind.POINT) : head;
                    case POINT -> starts(head, false) ? as(head, Kind.CLAUSE) : head;
                    default -> head;
                })
                .toList();
    }

    private static CitedHead as(CitedHead head, Kind kind) {
        return new CitedHead(kind, head.start(), head.end(), head.items(), head.joined());
    }

    private static boolean starts(CitedHead head, boolean letter) {
        String number = head.items().getFirst().number();
        return number != null && !number.isEmpty() && Character.isLetter(number.charAt(0)) == letter;
    }

    /** Heads that belong together: which of them is the part of which. */
    private record Chain(String text, List<CitedHead> heads) {

        /** Whether these are units of a legal text: "điểm 8" alone is a mark, "đoạn 1" a piece of road. */
        boolean plausible() {
            if (heads.size() > 1) {
                return true;
            }
            CitedHead only = heads.getFirst();
            return switch (only.kind()) {
                case ARTICLE, CHAPTER, SUBSECTION, FORM, ANNEX, CLAUSE ->
                    only.kind() != Kind.CLAUSE || !starts(only, true);
                case POINT -> !starts(only, false);
                case SECTION -> true;
                case PART -> Character.isUpperCase(text.charAt(only.start()));
                case PAGE, LINE -> true;
                case SENTENCE, BULLET, PARAGRAPH, SUBPOINT ->
                    only.items().getFirst().number() == null;
            };
        }

        /**
         * @param named the text named behind the chain
         * @param end behind its words, which the last citation takes in; -1 for none
         */
        List<Citation> citations(CitedText named, int end) {
            var citations = new ArrayList<Citation>();
            for (int i = 0; i < heads.size(); i++) {
                CitedHead head = heads.get(i);
                CitedText its = i > lastSelf() ? named : new CitedText.Here();
                for (int k = taken(i) ? 1 : 0; k < head.items().size(); k++) {
                    citations.add(citation(i, k, its, end));
                }
            }
            return citations;
        }

        /** "khoản 2 Điều này, Điều 7 Luật …": a document named behind is not meant by what stands before "này". */
        private int lastSelf() {
            int last = heads.size() - 1;
            while (last >= 0 && heads.get(last).items().getFirst().number() != null) {
                last--;
            }
            return last;
        }

        private Citation citation(int i, int k, CitedText named, int end) {
            CitedHead head = heads.get(i);
            CitedHead.Item item = head.items().get(k);
            var units = new ArrayList<CitedUnit>();
            units.add(new CitedUnit(head.kind(), item.number()));
            for (int above = parent(i); above >= 0; above = parent(above)) {
                CitedHead parent = heads.get(above);
                units.addFirst(
                        new CitedUnit(parent.kind(), parent.items().getFirst().number()));
            }
            boolean lastItem = k == head.items().size() - 1;
            int to = lastItem ? reach(i, item.end()) : item.end();
            boolean takesDocument = end >= 0
                    && lastItem
                    && to >= heads.getLast().items().getLast().end();
            boolean self = units.getFirst().isThis();
            CitedUnit last = item.last() == null ? null : new CitedUnit(head.kind(), item.last());
            return new Citation(
                    start(i, item),
                    takesDocument && !self ? Math.max(to, end) : to,
                    List.copyOf(units),
                    last,
                    self ? new CitedText.Here() : named);
        }

        /** How far the words of the last number of a head go on over the heads it is a part of. */
        private int reach(int i, int own) {
            int end = own;
            int at = i;
            while (at + 1 < heads.size() && parent(at) == at + 1) {
                at++;
                end = heads.get(at).items().getFirst().end();
                if (heads.get(at).items().size() > 1) {
                    break;
                }
            }
            return end;
        }

        /** Whether the first number of the head is told by the citation before it: the 5 in "khoản 2 Điều 5". */
        private boolean taken(int i) {
            return i > 0 && parent(i - 1) == i || i + 1 < heads.size() && parent(i + 1) == i;
        }

        /** The head of which this one is a part; -1 for none. */
        private int parent(int i) {
            Kind kind = heads.get(i).kind();
            if (heads.get(i).items().getFirst().number() == null && kind != Kind.POINT && kind != Kind.CLAUSE) {
                return -1;
            }
            for (int k = i + 1; k < heads.size(); k++) {
                CitedHead head = heads.get(k);
                boolean higher = head.kind().compareTo(kind) > 0;
                if (higher && !(k == i + 1 && head.joined())) {
                    return k;
                }
            }
            return parentBehind(i);
        }

        /** From great to small, as some write: "Điều 5 khoản 2 điểm a"; -1 for none. */
        private int parentBehind(int i) {
            int k = i - 1;
            while (k >= 0 && heads.get(k).kind().compareTo(heads.get(i).kind()) <= 0) {
                k--;
            }
            boolean open = k >= 0 && !heads.get(k + 1).joined();
            return open && heads.get(k).items().getFirst().number() != null ? k : -1;
        }

        private int start(int i, CitedHead.Item item) {
            int behind = parent(i);
            boolean turned = behind >= 0
                    && behind == i - 1
                    && item == heads.get(i).items().getFirst();
            return turned ? start(behind, heads.get(behind).items().getFirst()) : item.start();
        }
    }
}
