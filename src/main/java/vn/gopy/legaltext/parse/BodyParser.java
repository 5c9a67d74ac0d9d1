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

    /** How far behind the title the first number is looked for. */
    private static final int NUMBER_SEARCH = 80;

    private static final int GROUP_REACH = 20;

    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final int start;
    private final int end;
    private final List<Dropped> dropped;

    private Optional<Cues.Type> type = Optional.empty();
    private int titleFrom;
    private int titleTo;
    /** The line after the head, of which a part may stand behind the title. */
    private int headTo;

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
        var title = new TitleFinder(lines, markers, start, end).find(limit);
        type = title.type();
        titleFrom = title.from();
        titleTo = title.to();
        headTo = title.headTo();
        findContent(firstArticle, limit);
        followRoles();
        closingFrom = first(contentFrom, BlockRole.CLOSING);
        if (closingFrom >= end) {
            closingFrom = new ClosingFinder(lines, markers, quoted, contentFrom, end, type).find(firstArticle >= 0);
        }
        return parsed();
    }

    private Parsed parsed() {
        var tree = new Tree(lines, markers, quoted, closingFrom, dropped);
        for (int i = contentFrom; i < closingFrom; i++) {
            tree.add(i);
        }
        Node root = tree.finish("");
        List<Line> head = new ArrayList<>(lines.subList(start, titleFrom));
        head.addAll(lines.subList(titleTo, headTo));
        List<Line> preamble = lines.subList(headTo, contentFrom);
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

    private void findContent(int firstArticle, int limit) {
        if (firstArticle >= 0) {
            contentFrom = Math.max(limit, headTo);
            return;
        }
        int at = headTo;
        int numbered = firstNumbered(headTo);
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
        for (int i = from; i < Math.min(end, from + NUMBER_SEARCH); i++) {
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
            headTo = titleTo;
        }
        int preamble = first(start, BlockRole.PREAMBLE);
        titleTo = Math.max(titleFrom, Math.min(titleTo, preamble));
        headTo = Math.max(titleTo, Math.min(headTo, preamble));
        contentFrom = Math.max(contentFrom, headTo);
        for (int i = preamble; i < end; i++) {
            contentFrom = lines.get(i).role() == BlockRole.PREAMBLE ? Math.max(contentFrom, i + 1) : contentFrom;
        }
        for (int i = headTo; i < contentFrom; i++) {
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
