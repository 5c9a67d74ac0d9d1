package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.head.HeaderData;
import vn.gopy.legaltext.parse.Marker.Style;
import vn.gopy.vietnamese.Folding;

/** Finds the type and the title of a body among its first lines. */
final class TitleFinder {

    private static final int SEARCHED_LINES = 80;
    private static final int MOST_TITLE_LINES = 8;
    private static final int MOST_AUTHORITY_LINES = 3;
    private static final int LONGEST_TITLE_LINE = 400;

    /**
     * Where the title stands.
     *
     * @param from its first line
     * @param to the line after its last
     * @param headTo the line after those behind it that belong to the head all the same; {@code to} where none do
     */
    record Title(Optional<Cues.Type> type, int from, int to, int headTo) {}

    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final int start;
    private final int end;

    private Optional<Cues.Type> type = Optional.empty();
    private int titleFrom;
    private int titleTo;
    private int headTo;

    TitleFinder(List<Line> lines, @Nullable Marker[] markers, int start, int end) {
        this.lines = lines;
        this.markers = markers;
        this.start = start;
        this.end = end;
    }

    /** The title, sought before {@code limit}. */
    Title find(int limit) {
        search(limit);
        return new Title(type, titleFrom, titleTo, Math.max(headTo, titleTo));
    }

    private void search(int limit) {
        int search = Math.min(limit, start + SEARCHED_LINES);
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
                boolean typeInTitle = found.get().isLaw() || !isOnlyType(lines.get(i), found.get());
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
        for (int k = i + 1; k < Math.min(search, i + SEARCHED_LINES / 4); k++) {
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
                headTo = headAfter(titleTo, search);
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

    /** What a letter is about stands below its number; Quốc hiệu and date, in the other half of the page, may follow it. */
    private int headAfter(int from, int search) {
        int to = from;
        for (int i = from; i < Math.min(search, from + MOST_TITLE_LINES) && isHeadLine(lines.get(i)); i++) {
            Line line = lines.get(i);
            boolean sure = Cues.isNation(line)
                    || Cues.isMotto(line)
                    || HeaderData.isNumberLine(line.text())
                    || HeaderData.isDateLine(line.text());
            to = sure ? i + 1 : to;
        }
        return to;
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
}
