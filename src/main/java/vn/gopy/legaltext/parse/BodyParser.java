package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.head.HeaderData;
import vn.gopy.legaltext.parse.Marker.Style;
import vn.gopy.vietnamese.Folding;

/** Reads one body: head, title, preamble, provisions, closing, and the places an opinion can point to. */
public final class BodyParser {

    private static final int TITLE_SEARCH = 80;
    private static final int MOST_TITLE_LINES = 8;
    private static final int GROUP_REACH = 20;
    private static final int MOST_AUTHORITY_LINES = 3;
    private static final int LONGEST_TITLE_LINE = 400;

    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final int start;
    private final int end;
    private final List<Dropped> dropped;

    private Optional<Cues.Type> type = Optional.empty();
    private int titleFrom;
    private int titleTo;
    private int contentFrom;
    private int closingFrom;

    /**
     * @param part the lines of the body
     * @param dropped receives what is left out
     */
    public BodyParser(
            List<Line> lines, @Nullable Marker[] markers, boolean[] quoted, Division.Part part, List<Dropped> dropped) {
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
        this.start = part.start();
        this.end = part.end();
        this.dropped = dropped;
    }

    /** What was read, with the lines that header data come from. */
    public record Parsed(
            Body body,
            Optional<Cues.Type> type,
            List<Line> head,
            List<Line> preamble,
            List<Line> closing,
            List<Warning> warnings) {}

    /** Reads the body; to be called once. */
    public Parsed parse() {
        int firstArticle = firstArticle();
        int limit = firstArticle >= 0 ? firstGroupBefore(firstArticle) : end;
        findTitle(limit);
        findContent(firstArticle, limit);
        followRoles();
        findClosing(firstArticle >= 0);
        var tree = new Tree(lines, markers, quoted, closingFrom, dropped);
        for (int i = contentFrom; i < closingFrom; i++) {
            tree.add(i);
        }
        Node root = tree.finish("");
        List<Line> head = lines.subList(start, titleFrom);
        List<Line> preamble = lines.subList(titleTo, contentFrom);
        List<Line> closing = lines.subList(closingFrom, end);
        String title = join(lines.subList(titleFrom, titleTo), " ");
        var body = new Body(
                type.map(Cues.Type::code).orElse("VB"),
                type.map(Cues.Type::name).orElse(null),
                join(head, "\n"),
                title.isEmpty() ? null : title,
                join(preamble, "\n"),
                join(closing, "\n"),
                root.children.stream().map(Node::provision).toList(),
                Places.of(title, preamble, closing));
        return new Parsed(body, type, head, preamble, closing, tree.warnings());
    }

    // ---- where the parts begin

    private int firstArticle() {
        for (int i = start; i < end; i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker != null
                    && marker.style() == Style.ARTICLE
                    && Articles.judge(null, marker, lines.get(i), (at, ordinal) -> false, i) != Articles.Verdict.TEXT) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Phần, Chương and Mục that stand directly before the first article open the content. It need not be the first of
     * them: the file may be a later part of a long text, which begins with its Chương XIII.
     */
    private int firstGroupBefore(int article) {
        for (int i = Math.max(start, article - GROUP_REACH); i < article; i++) {
            if (!quoted[i] && markers[i] != null && markers[i].style().isGrouping()) {
                return i;
            }
        }
        return article;
    }

    private void findTitle(int limit) {
        int search = Math.min(limit, start + TITLE_SEARCH);
        titleFrom = start;
        titleTo = start;
        int first = start;
        while (first < search && !Words.hasWord(lines.get(first).shown())) {
            first++;
        }
        if (first < search && Division.isAnnexLine(lines.get(first))) {
            type = Optional.of(Cues.annexType());
            titleFrom = first;
            titleTo = titleEnd(first + 1, search);
            return;
        }
        for (int i = start; i < search; i++) {
            Optional<Cues.Type> found = Cues.typeLine(lines.get(i));
            if (found.isPresent() && !isEnactingAfterGrounds(i) && !isNameOfSeries(found.get(), i, search)) {
                type = found;
                boolean typeInTitle = isLaw(found.get()) || !isOnlyType(lines.get(i), found.get());
                titleFrom = typeInTitle ? i : i + 1;
                titleTo = beforeAuthority(titleEnd(i + 1, search));
                return;
            }
        }
        letterTitle(search);
    }

    /** "THỦ TƯỚNG CHÍNH PHỦ" between the title and the grounds says who decides: no part of the title. */
    private int beforeAuthority(int to) {
        boolean grounds = to < end
                && (Cues.isGround(lines.get(to).text())
                        || Cues.isEnacting(lines.get(to).text()));
        if (!grounds) {
            return to;
        }
        for (int i = to - 1; i > titleFrom && i >= to - MOST_AUTHORITY_LINES; i--) {
            Line line = lines.get(i);
            if (Words.hasWord(line.text()) && Cues.isAuthority(line.text())) {
                return Cues.isOpenEnded(lines.get(i - 1).text()) ? to : i;
            }
            if (Words.hasWord(line.text()) && !Words.isCapitals(line.text())) {
                return to;
            }
        }
        return to;
    }

    /** "VĂN BẢN HỢP NHẤT" above the real title of the consolidated law. */
    private boolean isNameOfSeries(Cues.Type found, int i, int search) {
        if (!found.symbol().equals("VBHN")) {
            return false;
        }
        for (int k = i + 1; k < Math.min(search, i + TITLE_SEARCH / 4); k++) {
            if (Cues.typeLine(lines.get(k))
                    .filter(later -> !later.symbol().equals("VBHN"))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnactingAfterGrounds(int i) {
        if (lines.get(i).text().endsWith(":")) {
            return true;
        }
        for (int k = Math.max(start, i - 6); k < i; k++) {
            if (Cues.isGround(lines.get(k).text()) && lines.get(k).text().length() > 12) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLaw(Cues.Type type) {
        return switch (type.symbol()) {
            case "Luật", "BL", "HP", "PL", "VBHN" -> true;
            default -> false;
        };
    }

    private static boolean isOnlyType(Line line, Cues.Type type) {
        return line.text().length() <= type.name().length() + 6;
    }

    private int titleEnd(int from, int limit) {
        int at = from;
        while (at < limit && at < from + MOST_TITLE_LINES && isTitleLine(at, from)) {
            at++;
        }
        return at;
    }

    private boolean isTitleLine(int at, int from) {
        Line line = lines.get(at);
        String text = line.text();
        if (line.isTable() || Cues.isAttachment(text) || Cues.isEnacting(text) || isPreface(text)) {
            return false;
        }
        if (!Words.hasWord(line.shown())) {
            return true;
        }
        Marker marker = markers[at];
        if (marker != null && !(marker.style() == Style.BULLET && at == from)) {
            return false;
        }
        // "thực hiện Nghị quyết …" under KẾ HOẠCH says what the plan is for, it is no ground
        if (at == from && Words.startsLower(text) && !sentenceLike(text)) {
            return true;
        }
        if (Cues.isNation(line)
                || Cues.isMotto(line)
                || text.startsWith("Số:")
                || Folding.startsWith(text, "kinh gui")) {
            return false;
        }
        boolean plan = line.look().bold() && !Folding.startsWith(text, "can cu");
        boolean ground = Cues.isGround(text) && !plan && !Words.isCapitals(text);
        boolean sentence = text.endsWith(".") && text.length() > 150;
        boolean plainAfterFirst = at > from
                && !line.isProminent()
                && Words.startsUpper(text)
                && Words.hasWord(lines.get(at - 1).shown());
        return !ground && !sentence && !plainAfterFirst;
    }

    private static boolean sentenceLike(String text) {
        return text.length() > LONGEST_TITLE_LINE || text.endsWith(";") || text.endsWith(":");
    }

    private static boolean isPreface(String text) {
        return Folding.startsWith(text, "loi noi dau")
                || Folding.startsWith(text, "ngay ") && HeaderData.isDateLine(text)
                || Folding.startsWith(text, "luat so")
                || Folding.startsWith(text, "bo luat so");
    }

    /** A letter has no type line: what it is about stands after V/v. */
    private void letterTitle(int search) {
        for (int i = start; i < Math.min(search, start + 30); i++) {
            String text = lines.get(i).text();
            if (Folding.startsWith(text, "v/v") || Folding.startsWith(text, "ve viec")) {
                titleFrom = i;
                titleTo = i + 1;
                while (titleTo < search
                        && Words.startsLower(lines.get(titleTo).text())
                        && !Cues.isNation(lines.get(titleTo))) {
                    titleTo++;
                }
                return;
            }
        }
        int at = start;
        while (at < search && isHeadLine(lines.get(at)) && at < start + 15) {
            at++;
        }
        titleFrom = at;
        titleTo = at;
        titleAfterDate(search);
    }

    /** A title whose type line is missing, or stands in small letters: what is between the date and the grounds. */
    private void titleAfterDate(int search) {
        int last = -1;
        for (int i = start; i < Math.min(search, start + 20); i++) {
            String text = lines.get(i).text();
            if (Cues.isGround(text) || Cues.isEnacting(text)) {
                break;
            }
            boolean head = Cues.isNation(lines.get(i))
                    || Cues.isMotto(lines.get(i))
                    || HeaderData.isDateLine(text)
                    || HeaderData.isNumberLine(text);
            last = head ? i : last;
        }
        int from = last + 1;
        while (from < search && !Words.hasWord(lines.get(from).shown())) {
            from++;
        }
        if (last < 0) {
            titleByLook(search);
            return;
        }
        int to = from;
        while (to < search && to < from + MOST_TITLE_LINES && mayBeTitle(to)) {
            to++;
        }
        if (to > from
                && to < end
                && (to == search || Cues.isGround(lines.get(to).text()))) {
            titleFrom = from;
            titleTo = beforeAuthority(to);
            type = numberedType(from)
                    .or(() -> Cues.namedType(lines.get(titleFrom).text()));
        }
    }

    private boolean mayBeTitle(int at) {
        Line line = lines.get(at);
        return markers[at] == null
                && !line.isTable()
                && line.text().length() < LONGEST_TITLE_LINE
                && !Cues.isGround(line.text())
                && !Cues.isEnacting(line.text())
                && !Folding.startsWith(line.text(), "kinh gui");
    }

    /** A file without any head: its first line is the title if it looks like one. */
    private void titleByLook(int search) {
        if (titleFrom < search
                && markers[titleFrom] == null
                && lines.get(titleFrom).isProminent()) {
            titleTo = titleEnd(titleFrom + 1, search);
            type = Cues.namedType(lines.get(titleFrom).text());
        }
    }

    private Optional<Cues.Type> numberedType(int to) {
        return HeaderData.number(lines.subList(start, to))
                .flatMap(number -> Optional.ofNullable(number.type()))
                .flatMap(Cues::typeOfSymbol);
    }

    private static boolean isHeadLine(Line line) {
        return Cues.isNation(line)
                || Cues.isMotto(line)
                || Cues.isParty(line)
                || !Words.hasWord(line.shown())
                || HeaderData.isNumberLine(line.text())
                || HeaderData.isDateLine(line.text())
                || Words.isCapitals(line.text()) && line.auto().isEmpty() && Marker.of(line) == null;
    }

    private void findContent(int firstArticle, int limit) {
        if (firstArticle >= 0) {
            contentFrom = Math.max(limit, titleTo);
            return;
        }
        int at = titleTo;
        int numbered = firstNumbered(titleTo);
        while (at < end && !lines.get(at).isTable()) {
            String text = lines.get(at).text();
            boolean ground = Cues.isGround(text) && (markers[at] == null || markers[at].style() == Style.BULLET);
            boolean opening = ground
                    || Cues.isEnacting(text)
                    || Cues.isAttachment(text)
                    || !Words.hasWord(text) && lines.get(at).auto().isEmpty()
                    || Folding.startsWith(text, "kinh gui")
                    || HeaderData.isDateLine(text)
                    || HeaderData.isNumberLine(text);
            if (!opening && (numbered < 0 || at >= numbered)) {
                break;
            }
            at++;
        }
        contentFrom = at;
    }

    private int firstNumbered(int from) {
        for (int i = from; i < Math.min(end, from + TITLE_SEARCH); i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker != null && marker.style() != Style.BULLET && marker.ordinal() == 1) {
                return i;
            }
        }
        return -1;
    }

    /** Borders that a person set by saying what a line is. */
    private void followRoles() {
        int title = first(start, BlockRole.TITLE);
        if (title < end) {
            titleFrom = title;
            titleTo = title + 1;
            while (titleTo < end && lines.get(titleTo).role() == BlockRole.TITLE) {
                titleTo++;
            }
        }
        int preamble = first(start, BlockRole.PREAMBLE);
        titleTo = Math.max(titleFrom, Math.min(titleTo, preamble));
        contentFrom = Math.max(contentFrom, titleTo);
        for (int i = preamble; i < end; i++) {
            contentFrom = lines.get(i).role() == BlockRole.PREAMBLE ? Math.max(contentFrom, i + 1) : contentFrom;
        }
        for (int i = titleTo; i < contentFrom; i++) {
            contentFrom = lines.get(i).opensByRepair() ? i : contentFrom;
        }
    }

    private int first(int from, BlockRole role) {
        int at = from;
        while (at < end && lines.get(at).role() != role) {
            at++;
        }
        return at;
    }

    private int lastOpenedByRepair() {
        int at = end - 1;
        while (at >= contentFrom && !lines.get(at).opensByRepair()) {
            at--;
        }
        return at;
    }

    private void findClosing(boolean articles) {
        closingFrom = first(contentFrom, BlockRole.CLOSING);
        if (closingFrom < end) {
            return;
        }
        int from = Math.max(articles ? lastArticle() : contentFrom, lastOpenedByRepair() + 1);
        var numbers = new OpenNumbers();
        for (int i = Math.max(from, contentFrom); i < end; i++) {
            if (quoted[i] || lines.get(i).isTable()) {
                continue;
            }
            int closing = closingAt(i, from);
            if (closing >= 0 && (articles || !numbers.goOn(lines, markers, quoted, i, end))) {
                closingFrom = articles ? closing : withLastWords(closing);
                return;
            }
            numbers.pass(markers[i]);
        }
    }

    /** "Trên đây là Kế hoạch …, đề nghị các cơ quan thực hiện./." speaks of the whole text, not of its last heading. */
    private int withLastWords(int closing) {
        int at = closing - 1;
        while (at > contentFrom && !Words.hasWord(lines.get(at).shown())) {
            at--;
        }
        boolean last = at > contentFrom && markers[at] == null && !lines.get(at).isTable() && !quoted[at];
        return last && lines.get(at).text().startsWith("Trên đây là ") ? at : closing;
    }

    /** Where the closing begins if this line announces it, else -1. */
    private int closingAt(int i, int from) {
        String text = lines.get(i).text();
        boolean plain = markers[i] == null && i > from && !Division.isUnitTitle(lines, markers, i);
        boolean post = plain && i > from + 1 && Cues.isPost(text);
        boolean adopted = plain
                && Cues.isAdoption(text)
                && type.filter(it -> isLaw(it) || it.symbol().equals("NQ")).isPresent();
        boolean certified = plain && Cues.isCertification(text);
        if (Cues.isEndMark(text) && !adopted) {
            return i + 1;
        }
        return Cues.isRecipients(text) || Cues.isSignature(text) || post || adopted || certified ? i : -1;
    }

    /** The last article of the chain of numbers. */
    private int lastArticle() {
        Marker last = null;
        int at = contentFrom;
        for (int i = contentFrom; i < end; i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker == null || marker.style() != Style.ARTICLE) {
                continue;
            }
            boolean chained = last == null
                    || Sequence.follows(last, marker)
                    || marker.ordinal() > last.ordinal() && marker.ordinal() < last.ordinal() + 4;
            boolean signed = marker.separator() != ' ' || marker.rest().isEmpty();
            if (chained && signed || last != null && Sequence.follows(last, marker)) {
                last = marker;
                at = i;
            }
        }
        return at;
    }

    /** The lines as one text with {@code glue} between them; rows of tables as lines of their own. */
    public static String join(List<Line> lines, String glue) {
        var kept = new ArrayList<String>();
        for (Line line : lines) {
            if (line.isTable()) {
                java.util.Objects.requireNonNull(line.rows()).forEach(row -> kept.add(String.join(" | ", row)));
            } else if (Words.hasWord(line.shown())) {
                kept.add(line.shown());
            }
        }
        return String.join(glue, kept);
    }
}
