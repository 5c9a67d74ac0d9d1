package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.parse.Marker.Style;

/**
 * Grows the provisions of one body or annex, line by line. The open provisions form a stack; a numbering sign is believed
 * when it continues an open list or begins a new one, and is text otherwise.
 */
final class Tree {

    /** How far a doubtful number looks for the one that would follow it. */
    private static final int LOOK_AHEAD = 200;

    private static final int LARGEST_GAP = 10;
    private static final int FEWEST_ARTICLES = 4;

    /** No real text nests deeper; hostile ones must not make the tree's walkers call themselves without end. */
    private static final int DEEPEST = 40;

    private static final int LONGEST_TITLE = 300;
    private static final int MOST_TITLE_LINES = 5;

    private final Node root = new Node(Level.PARAGRAPH, null);
    private final List<Node> stack = new ArrayList<>();
    private final List<Dropped> dropped;
    private final List<Pending> warnings = new ArrayList<>();
    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final int end;

    private @Nullable Node titleOf;
    private int titleLines;
    private boolean titleProminent;
    private @Nullable Node repeated;
    private @Nullable Node lastArticle;
    private StringBuilder lastText = root.text;
    private boolean lastWasTitle;

    private record Pending(Warning.Code code, Node node, Sentence message) {}

    /** @param end the first line that is no longer part of this tree */
    Tree(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted, int end, List<Dropped> dropped) {
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
        this.end = end;
        this.dropped = dropped;
        stack.add(root);
    }

    // ---- lines

    void add(int index) {
        Line line = lines.get(index);
        if (line.isTable()) {
            table(line);
        } else if (line.role() == BlockRole.HEADING) {
            heading(line);
        } else if (line.opensByRepair()) {
            open(line, java.util.Objects.requireNonNull(markers[index]));
        } else if (quoted[index]) {
            quotation(line);
        } else if (!isPartOfTitle(line, markers[index]) && !isRepeatedTitle(line)) {
            Marker marker = markers[index];
            if (marker == null || !opened(marker, index)) {
                paragraph(line, index);
            }
        }
    }

    // ---- lines that a person gave a role

    private void heading(Line line) {
        closeTitle();
        if (top() == root) {
            paragraphUnder(root).text.append(line.shown());
        } else {
            top().title(line.shown());
        }
        lastText = new StringBuilder();
        lastWasTitle = false;
    }

    /** Opens a provision of the level that a person chose, under the innermost that can hold it. */
    private void open(Line line, Marker marker) {
        BlockRole role = java.util.Objects.requireNonNull(line.role());
        int parent = stack.size() - 1;
        while (parent > 0 && !holds(stack.get(parent), role)) {
            parent--;
        }
        Node node = push(parent, java.util.Objects.requireNonNull(role.level()), marker, line);
        if (marker.style().isGrouping()) {
            node.heading = marker.rest();
            titleOf = node;
            titleLines = marker.rest().isEmpty() ? 0 : 1;
            titleProminent = false;
            lastText = new StringBuilder();
        } else {
            node.opening(line, marker.rest());
            lastText = node.openingText();
            lastArticle = role == BlockRole.ARTICLE ? node : lastArticle;
        }
    }

    private static boolean holds(Node node, BlockRole role) {
        boolean wider = isGroup(node) || role != BlockRole.ARTICLE && node.level == Level.ALTERNATIVE;
        return switch (role) {
            case PART, CHAPTER, SECTION, SUBSECTION -> isGroup(node) && node.level.compareTo(role.level()) < 0;
            case ARTICLE -> wider;
            case CLAUSE -> wider || node.level == Level.ARTICLE;
            case POINT ->
                wider || node.level == Level.ARTICLE || node.level == Level.CLAUSE || node.level == Level.OUTLINE;
            case BULLET -> node.level != Level.BULLET;
            default -> wider || node.level == Level.OUTLINE && node.depth != null && node.depth < role.depth();
        };
    }

    private void table(Line line) {
        closeTitle();
        Node parent = holder();
        Node table = new Node(Level.TABLE, null);
        table.rows = line.rows();
        parent.children.add(table);
        lastText = new StringBuilder();
    }

    private void quotation(Line line) {
        closeTitle();
        Node top = top();
        StringBuilder text = top == root ? paragraphUnder(root).text : textOf(top);
        text.append(text.isEmpty() ? "" : "\n").append(line.shown());
        lastText = text;
        lastWasTitle = false;
    }

    /** Where more text of a provision goes: after its last unnumbered paragraph, if it has one. */
    private static StringBuilder textOf(Node node) {
        if (node.children.isEmpty()) {
            return node.text;
        }
        Node last = node.children.getLast();
        return last.level == Level.PARAGRAPH ? last.text : node.text;
    }

    private void paragraph(Line line, int index) {
        String shown = line.shown();
        if (!Words.hasWord(shown)) {
            return;
        }
        closeTitle();
        if (continuesSentence(line)) {
            lastText.append(' ').append(shown);
            return;
        }
        lastWasTitle = false;
        Node owner = ownerOfUnnumbered(index);
        if (owner != root && owner.isEmpty()) {
            owner.opening(line);
            lastText = owner.openingText();
        } else {
            Node paragraph = paragraphUnder(owner);
            paragraph.look = line.look();
            paragraph.text.append(shown);
            lastText = paragraph.text;
        }
    }

    private static Node paragraphUnder(Node owner) {
        Node paragraph = new Node(Level.PARAGRAPH, null);
        owner.children.add(paragraph);
        return paragraph;
    }

    /** A paragraph mark in mid-sentence (and a title on two lines). */
    private boolean continuesSentence(Line line) {
        if (!line.auto().isEmpty() || !Words.startsLower(line.text()) || lastText.isEmpty()) {
            return false;
        }
        char mark = Words.lastMark(tail(lastText));
        return Character.isLetterOrDigit(mark) || mark == ',' || mark == '-' || mark == '(';
    }

    /** The provision that unnumbered text belongs to. */
    private Node ownerOfUnnumbered(int index) {
        int at = stack.size() - 1;
        while (at > 0 && stack.get(at).level == Level.BULLET) {
            at--;
        }
        Node node = stack.get(at);
        boolean lettered = node.style == Style.LETTER || node.style == Style.PAREN;
        if (lettered && at > 1 && (node.left || !holdsMore(node) && !goesOn(node, index))) {
            node.left = true;
            // after the last điểm a paragraph speaks of the whole khoản again
            return stack.get(at - 1);
        }
        return node;
    }

    /** A điểm that is a bare title, or a lead-in whose sentence is not finished, owns what follows it. */
    private boolean holdsMore(Node node) {
        String opening = tail(node.openingText());
        boolean leadIn = opening.endsWith(":");
        boolean finished = !lastText.isEmpty() && ".!?".indexOf(Words.lastMark(tail(lastText))) >= 0;
        return node.isEmpty() || (leadIn ? !finished : !Words.endsSentence(opening));
    }

    private static String tail(StringBuilder text) {
        return text.substring(Math.max(0, text.length() - 4));
    }

    /** Whether a later line continues the list that this provision is in. */
    private boolean goesOn(Node node, int index) {
        int last = Math.min(end, index + LOOK_AHEAD);
        for (int i = index + 1; i < last; i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker == null || marker.style() == Style.BULLET) {
                continue;
            }
            return marker.style() == node.style && node.marker != null && Sequence.follows(node.marker, marker);
        }
        return false;
    }

    // ---- titles of Phần, Chương, Mục

    private boolean isPartOfTitle(Line line, @Nullable Marker marker) {
        Node node = titleOf;
        if (node == null) {
            return false;
        }
        boolean empty = node.heading == null || node.heading.isEmpty();
        boolean takes = marker == null
                || (empty
                        && Words.isCapitals(line.text())
                        && !marker.style().isGrouping()
                        && marker.style() != Style.ARTICLE
                        && marker.style() != Style.ROMAN
                        && marker.style() != Style.ARABIC);
        if (!takes || !Words.hasWord(line.shown()) || line.text().length() > LONGEST_TITLE) {
            return false;
        }
        String title = Objects.requireNonNullElse(node.heading, "");
        boolean goesOn = empty
                ? !(line.text().length() > 120 && Words.endsSentence(line.text()))
                : titleLines < MOST_TITLE_LINES
                        && (Words.isCapitals(line.text()) && Words.isCapitals(title)
                                || Words.startsLower(line.text()) && !Words.endsSentence(title)
                                || titleProminent
                                        && line.look().centred()
                                        && line.look().bold());
        if (goesOn) {
            node.heading = empty ? line.shown() : node.heading + " " + line.shown();
            titleProminent = line.look().centred() && line.look().bold();
            titleLines++;
        }
        return goesOn;
    }

    private void closeTitle() {
        titleOf = null;
        repeated = null;
    }

    private boolean isRepeatedTitle(Line line) {
        if (repeated == null || repeated.heading == null) {
            return false;
        }
        boolean same = repeated.heading
                .toUpperCase(java.util.Locale.ROOT)
                .contains(line.text().toUpperCase(java.util.Locale.ROOT));
        if (same && !line.text().isEmpty()) {
            dropped.add(new Dropped(line.shown(), Dropped.Why.RUNNING_HEADER));
        }
        return same;
    }

    // ---- numbered lines

    private boolean opened(Marker marker, int index) {
        return switch (marker.style()) {
            case PART, CHAPTER, SECTION, SUBSECTION -> grouping(marker, index);
            case ARTICLE -> article(marker, index);
            case ALTERNATIVE -> alternative(marker, index);
            case BULLET -> bullet(marker, index);
            case DOTTED -> dotted(marker, index);
            case ROMAN -> roman(marker, index);
            default -> listed(marker, index);
        };
    }

    private boolean grouping(Marker marker, int index) {
        int open = openOf(marker.style(), false);
        Line line = lines.get(index);
        if (open > 0) {
            Node before = stack.get(open);
            Marker last = java.util.Objects.requireNonNull(before.marker);
            if (last.ordinal() == marker.ordinal() && last.suffix().equals(marker.suffix())) {
                return repeatedHeading(before, marker, line);
            }
            if (marker.ordinal() < last.ordinal() && marker.ordinal() != 1) {
                return false;
            }
            if (marker.ordinal() > last.ordinal() + 1) {
                if (marker.ordinal() > last.ordinal() + LARGEST_GAP) {
                    return false;
                }
            }
        }
        int parent = stack.size() - 1;
        while (parent > 0 && !isWider(stack.get(parent), marker.style())) {
            parent--;
        }
        Node node = push(parent, levelOf(marker), marker, line);
        if (open > 0) {
            checkGap(stack, node, open, marker);
        }
        node.heading = marker.rest();
        titleOf = node;
        titleLines = marker.rest().isEmpty() ? 0 : 1;
        titleProminent = false;
        lastText = new StringBuilder();
        return true;
    }

    private void checkGap(List<Node> open, Node node, int at, Marker marker) {
        Node before = siblingBefore(node);
        if (before != null && before.marker != null && marker.ordinal() > before.marker.ordinal() + 1) {
            warn(Warning.Code.NUMBER_GAP, node, NumberRemarks.gap(before.marker, marker));
        }
    }

    private @Nullable Node siblingBefore(Node node) {
        Node parent = stack.get(stack.size() - 2);
        for (int i = parent.children.size() - 2; i >= 0; i--) {
            if (parent.children.get(i).style == node.style) {
                return parent.children.get(i);
            }
        }
        return null;
    }

    private static boolean isWider(Node node, Style style) {
        return node.style != null && node.style.compareTo(style) < 0 && node.style.isGrouping();
    }

    private boolean repeatedHeading(Node before, Marker marker, Line line) {
        boolean sameTitle =
                marker.rest().isEmpty() || before.heading != null && before.heading.equalsIgnoreCase(marker.rest());
        if (!sameTitle || before.children.isEmpty()) {
            return false;
        }
        dropped.add(new Dropped(line.shown(), Dropped.Why.RUNNING_HEADER));
        repeated = before;
        return true;
    }

    private boolean article(Marker marker, int index) {
        Line line = lines.get(index);
        Articles.Verdict verdict = Articles.judge(
                lastArticle == null ? null : lastArticle.marker, marker, line, this::articleAhead, index);
        if (verdict == Articles.Verdict.TEXT) {
            return false;
        }
        if (verdict == Articles.Verdict.REPEATED && isSameTitle(marker)) {
            dropped.add(new Dropped(line.shown(), Dropped.Why.RUNNING_HEADER));
            return true;
        }
        int parent = stack.size() - 1;
        while (parent > 0 && !(isGroup(stack.get(parent)) || isAlternativeOfArticles(parent))) {
            parent--;
        }
        Marker before = lastArticle == null ? null : lastArticle.marker;
        Node node = push(parent, Level.ARTICLE, marker, line);
        node.opening(line, marker.rest());
        lastText = node.openingText();
        lastArticle = node;
        warnAbout(verdict, node, before);
        return true;
    }

    private static boolean isGroup(Node node) {
        return node.style != null && node.style.isGrouping();
    }

    private boolean isAlternativeOfArticles(int at) {
        Node node = stack.get(at);
        return node.style == Style.ALTERNATIVE && isGroup(stack.get(at - 1))
                || node.style == Style.ALTERNATIVE && stack.get(at - 1) == root;
    }

    private boolean isSameTitle(Marker marker) {
        return lastArticle != null
                && !marker.rest().isEmpty()
                && lastArticle.openingText().toString().equalsIgnoreCase(marker.rest());
    }

    private void warnAbout(Articles.Verdict verdict, Node node, @Nullable Marker before) {
        Marker marker = java.util.Objects.requireNonNull(node.marker);
        switch (verdict) {
            case GAP -> warn(Warning.Code.NUMBER_GAP, node, NumberRemarks.gap(before, marker));
            case REPEATED -> warn(Warning.Code.NUMBER_REPEATED, node, NumberRemarks.twice(marker));
            case OUT_OF_ORDER ->
                warn(
                        Warning.Code.NUMBER_OUT_OF_ORDER,
                        node,
                        NumberRemarks.after(java.util.Objects.requireNonNull(before), marker));
            default -> {}
        }
    }

    /** Whether an article with this number comes later in this tree. */
    private boolean articleAhead(int index, int ordinal) {
        int seen = 0;
        for (int i = index + 1; i < end && seen < 6; i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker != null && marker.style() == Style.ARTICLE) {
                if (marker.ordinal() == ordinal) {
                    return true;
                }
                seen++;
            }
        }
        return false;
    }

    private boolean alternative(Marker marker, int index) {
        boolean short_ = marker.rest().isEmpty() || marker.separator() != ' ';
        int open = openOf(Style.ALTERNATIVE, false);
        if (!short_ || (open < 0 && marker.ordinal() != 1)) {
            return false;
        }
        int parent = open > 0 ? open - 1 : holderIndex();
        if (open < 0 && nextNumbered(index) == Style.ARTICLE) {
            while (parent > 0 && !isGroup(stack.get(parent))) {
                parent--;
            }
        }
        openOption(parent, marker, lines.get(index));
        return true;
    }

    private void openOption(int parent, Marker marker, Line line) {
        Node node = push(parent, Level.ALTERNATIVE, marker, line);
        node.text.append(marker.rest());
        lastText = node.text;
    }

    /** "1. Phương án 1: …" is a khoản in two options, when a line "Phương án 2: …" follows it. */
    private @Nullable Marker firstOption(Marker marker, int index) {
        Marker option = marker.rest().startsWith("P") ? Marker.ofTyped(marker.rest()) : null;
        if (option == null || option.style() != Style.ALTERNATIVE || option.ordinal() != 1) {
            return null;
        }
        for (int i = index + 1; i < Math.min(end, index + LOOK_AHEAD); i++) {
            Marker later = quoted[i] ? null : markers[i];
            if (later != null && (later.style() == Style.ARTICLE || later.style() == marker.style())) {
                return null;
            }
            if (later != null && later.style() == Style.ALTERNATIVE && later.ordinal() == 2) {
                return option;
            }
        }
        return null;
    }

    private @Nullable Style nextNumbered(int index) {
        for (int i = index + 1; i < Math.min(end, index + 4); i++) {
            if (markers[i] != null && !quoted[i]) {
                return markers[i].style();
            }
        }
        return null;
    }

    private boolean bullet(Marker marker, int index) {
        if (marker.rest().isEmpty()) {
            return false;
        }
        char sign = "–—−".indexOf(marker.label().charAt(0)) >= 0
                ? '-'
                : marker.label().charAt(0);
        int parent = stack.size() - 1;
        for (int i = stack.size() - 1; i > 0 && stack.get(i).level == Level.BULLET; i--) {
            if (stack.get(i).sign == sign) {
                parent = i - 1;
            }
        }
        Node node = push(parent, Level.BULLET, marker, lines.get(index));
        node.sign = sign;
        node.text.append(marker.rest());
        lastText = node.text;
        return true;
    }

    private boolean dotted(Marker marker, int index) {
        boolean sure = marker.separator() != ' ' || marker.auto() || Words.startsUpper(marker.rest());
        if (!sure || marker.rest().isEmpty() && !marker.auto()) {
            return false;
        }
        String prefix = marker.number().substring(0, marker.number().lastIndexOf('.'));
        for (int i = stack.size() - 1; i > 0 && !isBarrier(stack.get(i)); i--) {
            Node node = stack.get(i);
            if (node.marker != null && node.marker.number().equals(prefix) && isArabic(node)) {
                return openListed(i, marker, index);
            }
        }
        int open = openOf(Style.DOTTED, true);
        if (open > 0 && samePrefix(stack.get(open), prefix)) {
            return openListed(open - 1, marker, index);
        }
        boolean first = marker.ordinal() == 1
                || lastArticle != null
                        && lastArticle.marker != null
                        && lastArticle.marker.number().equals(prefix);
        if (!first && !isAhead(marker, index)) {
            return false;
        }
        int parent = stack.size() - 1;
        while (parent > 0 && !isWider(stack.get(parent).style, Style.DOTTED)) {
            parent--;
        }
        return openListed(parent, marker, index);
    }

    private static boolean isWider(@Nullable Style style, Style than) {
        return style != null && style.compareTo(than) < 0;
    }

    private static boolean isNoWider(@Nullable Style style, Style than) {
        return style != null && style.compareTo(than) >= 0;
    }

    private static boolean isArabic(Node node) {
        return node.style == Style.ARABIC || node.style == Style.DOTTED;
    }

    private static boolean samePrefix(Node node, String prefix) {
        String number = node.marker == null ? "" : node.marker.number();
        int dot = number.lastIndexOf('.');
        return dot > 0 && number.substring(0, dot).equals(prefix);
    }

    private boolean roman(Marker marker, int index) {
        int openRoman = openOf(Style.ROMAN, true);
        int openUpper = openOf(Style.UPPER, true);
        Marker upper = marker.asUpper();
        boolean continuesRoman = openRoman > 0 && follows(openRoman, marker);
        if (upper != null && openUpper > 0 && follows(openUpper, upper) && !continuesRoman) {
            return listed(upper, index);
        }
        if (openRoman < 0 && marker.ordinal() == 1 || continuesRoman) {
            return listed(marker, index);
        }
        boolean likely = marker.number().length() > 1 || lines.get(index).isProminent();
        return likely && listed(marker, index);
    }

    private boolean follows(int at, Marker marker) {
        Marker last = stack.get(at).marker;
        return last != null && Sequence.follows(last, marker);
    }

    /** A., I., 1., 1), a): part of a list that is open, or the first of a new one. */
    private boolean listed(Marker marker, int index) {
        for (int i = stack.size() - 1; i > 0 && !isHardBarrier(stack.get(i)); i--) {
            if (stack.get(i).style == marker.style() && follows(i, marker)) {
                return openListed(i - 1, marker, index);
            }
        }
        int open = openOf(marker.style(), true);
        if (marker.ordinal() == 1 && marker.suffix().isEmpty()) {
            return firstOfList(open, marker, index);
        }
        return open > 0 ? irregular(open, marker, index) : lateBeginning(marker, index);
    }

    private boolean firstOfList(int open, Marker marker, int index) {
        boolean sure = marker.style() != Style.UPPER
                        && marker.style() != Style.ROMAN
                        && (marker.separator() == ')'
                                || marker.style() == Style.ARABIC
                                        && (marker.separator() == '.' || Words.startsUpper(marker.rest())))
                || marker.auto()
                || lines.get(index).isProminent()
                || isAhead(marker, index)
                || opensList(marker, index);
        if (!sure) {
            return false;
        }
        if (open > 0) {
            boolean inside = stack.size() - 1 > open && holderIndex() > open;
            boolean announced = stack.get(holderIndex()).endsWithColon();
            if (inside && announced || announced && holderIndex() == open) {
                return openListed(holderIndex(), marker, index);
            }
            boolean accepted = openListed(open - 1, marker, index);
            warn(Warning.Code.NUMBER_REPEATED, top(), NumberRemarks.anew(marker));
            return accepted;
        }
        return openListed(parentFor(marker), marker, index);
    }

    /** "I. Nhiệm vụ" directly above "1. …", without a "II." to come. */
    private boolean opensList(Marker marker, int index) {
        Marker next = index + 1 < end && !quoted[index + 1] ? markers[index + 1] : null;
        return next != null && Words.startsUpper(marker.rest()) && next.style() == Style.ARABIC && next.ordinal() == 1;
    }

    /** A new list hangs on the innermost numbered provision of a wider kind. */
    private int parentFor(Marker marker) {
        int parent = holderIndex();
        if (marker.style() == Style.ROMAN || marker.style() == Style.UPPER) {
            while (parent > 0 && isNoWider(stack.get(parent).style, marker.style())) {
                parent--;
            }
        }
        return parent;
    }

    private boolean irregular(int open, Marker marker, int index) {
        Marker last = java.util.Objects.requireNonNull(stack.get(open).marker);
        String shown = marker.rest();
        boolean sentence = shown.isEmpty() || !Words.startsLower(shown) || marker.separator() == ')';
        int gap = marker.ordinal() - last.ordinal();
        if (!sentence) {
            return false;
        }
        if (gap > 1 && gap <= LARGEST_GAP && (gap <= 3 || isBracketedLetter(marker) || isAhead(marker, index))) {
            openListed(open - 1, marker, index);
            warn(Warning.Code.NUMBER_GAP, top(), NumberRemarks.gap(last, marker));
            return true;
        }
        if (gap == 0 && marker.suffix().equals(last.suffix())) {
            openListed(open - 1, marker, index);
            warn(Warning.Code.NUMBER_REPEATED, top(), NumberRemarks.twice(marker));
            return true;
        }
        if (gap == 0 || gap == 1 || gap < 0 && isAhead(marker, index)) {
            openListed(open - 1, marker, index);
            warn(Warning.Code.NUMBER_OUT_OF_ORDER, top(), NumberRemarks.after(last, marker));
            return true;
        }
        return false;
    }

    /** Hardly anything but a điểm is written "đ)". */
    private static boolean isBracketedLetter(Marker marker) {
        return marker.style() == Style.LETTER && marker.separator() == ')';
    }

    /** A list that does not begin with its first number: its first line has lost it, or it is no list. */
    private boolean lateBeginning(Marker marker, int index) {
        boolean plausible = marker.ordinal() <= LARGEST_GAP && (marker.auto() || isAhead(marker, index));
        if (!plausible || Words.startsLower(marker.rest()) && marker.style() != Style.LETTER) {
            return false;
        }
        boolean accepted = openListed(parentOfLate(marker), marker, index);
        warn(Warning.Code.NUMBER_GAP, top(), NumberRemarks.gap(null, marker));
        return accepted;
    }

    /** Where the first number is lost, the letters that stood under it hang too high: 2. goes beside them. */
    private int parentOfLate(Marker marker) {
        int parent = parentFor(marker);
        while (marker.style() == Style.ARABIC && parent > 0 && stack.get(parent).style == Style.LETTER) {
            parent--;
        }
        return parent;
    }

    /** Whether the number that follows this one comes soon. */
    private boolean isAhead(Marker marker, int index) {
        int last = Math.min(end, index + LOOK_AHEAD);
        for (int i = index + 1; i < last; i++) {
            Marker next = quoted[i] ? null : markers[i];
            if (next == null) {
                continue;
            }
            if (next.style() == Style.ARTICLE || next.style().isGrouping()) {
                return false;
            }
            if (next.style() == marker.style() && Sequence.follows(marker, next)) {
                return true;
            }
        }
        return false;
    }

    private boolean openListed(int parent, Marker marker, int index) {
        Line line = lines.get(index);
        Node node = push(parent, levelUnder(parent, marker), marker, line);
        Marker option = firstOption(marker, index);
        if (option == null) {
            node.opening(line, marker.rest());
            lastText = node.openingText();
        } else {
            openOption(stack.size() - 1, option, line);
        }
        if (marker.style() == Style.LETTER
                && Marker.FOREIGN_LETTERS.indexOf(marker.number().charAt(0)) >= 0) {
            warn(
                    Warning.Code.LIST_LETTER_NOT_VIETNAMESE,
                    node,
                    Sentence.of(Sentence.Wording.LETTER_OUTSIDE_LISTS, marker.number()));
        }
        return true;
    }

    // ---- the stack

    private Level levelOf(Marker marker) {
        return switch (marker.style()) {
            case PART -> Level.PART;
            case CHAPTER -> Level.CHAPTER;
            case SECTION -> Level.SECTION;
            default -> Level.SUBSECTION;
        };
    }

    private Level levelUnder(int parent, Marker marker) {
        boolean inArticle = false;
        boolean underPoint = false;
        boolean underClause = false;
        for (int i = 1; i <= parent; i++) {
            inArticle |= stack.get(i).level == Level.ARTICLE;
            underPoint |= stack.get(i).level == Level.POINT;
            underClause |= stack.get(i).level == Level.CLAUSE;
        }
        if (marker.style() == Style.LETTER) {
            return Level.POINT;
        }
        if (!inArticle || marker.style() == Style.ROMAN || marker.style() == Style.UPPER) {
            return Level.OUTLINE;
        }
        if (marker.style() == Style.ARABIC) {
            return underPoint || underClause ? Level.OUTLINE : Level.CLAUSE;
        }
        return underPoint || underClause ? Level.POINT : Level.CLAUSE;
    }

    private Node push(int parent, Level level, Marker marker, Line line) {
        closeTitle();
        while (stack.size() - 1 > Math.min(parent, DEEPEST)) {
            stack.removeLast();
        }
        Node node = new Node(level, marker);
        node.look = line.look();
        stack.getLast().children.add(node);
        stack.add(node);
        if (level == Level.OUTLINE) {
            node.depth = 1
                    + (int) stack.stream()
                            .filter(it -> it != node && it.level == Level.OUTLINE)
                            .count();
        }
        return node;
    }

    private Node top() {
        return stack.getLast();
    }

    /** The innermost open provision that is no dash line. */
    private int holderIndex() {
        int at = stack.size() - 1;
        while (at > 0 && stack.get(at).level == Level.BULLET) {
            at--;
        }
        return at;
    }

    private Node holder() {
        return stack.get(holderIndex());
    }

    private int openOf(Style style, boolean insideArticle) {
        for (int i = stack.size() - 1; i > 0; i--) {
            if (insideArticle && isBarrier(stack.get(i))) {
                return -1;
            }
            if (stack.get(i).style == style) {
                return i;
            }
        }
        return -1;
    }

    /** Lists never run on across these. */
    private static boolean isBarrier(Node node) {
        return node.style == Style.ALTERNATIVE || isHardBarrier(node);
    }

    private static boolean isHardBarrier(Node node) {
        return node.style == Style.ARTICLE || isGroup(node);
    }

    private void warn(Warning.Code code, Node node, Sentence message) {
        warnings.add(new Pending(code, node, message));
    }

    // ---- the result

    /** The finished tree: titles told from sentences, paths given. */
    Node finish(String prefix) {
        root.settle();
        entitle();
        Paths.give(root, prefix);
        return root;
    }

    /** Where nearly all Điều have titles, a short line with a full stop above the khoản is one too. */
    private void entitle() {
        var articles = new ArrayList<Node>();
        collectArticles(root, articles);
        long titled = articles.stream().filter(it -> it.heading != null).count();
        if (articles.size() >= FEWEST_ARTICLES && titled * 4 >= articles.size() * 3L) {
            articles.forEach(Node::entitle);
        }
    }

    private static void collectArticles(Node node, List<Node> articles) {
        for (Node child : node.children) {
            if (child.level == Level.ARTICLE) {
                articles.add(child);
            } else if (isGroup(child)) {
                collectArticles(child, articles);
            }
        }
    }

    List<Warning> warnings() {
        return warnings.stream()
                .map(it -> new Warning(it.code(), it.node().path, it.message()))
                .toList();
    }
}
