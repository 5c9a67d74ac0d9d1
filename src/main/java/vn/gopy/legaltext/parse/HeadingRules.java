package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.parse.Marker.Style;

/** Tells which lines open a Phần, Chương, Mục, Điều or Phương án. */
final class HeadingRules {

    private final OpenProvisions provisions;
    private final MarkersAhead ahead;
    private final Titles titles;
    private final PendingWarnings warnings;
    private final List<Line> lines;
    private final List<Dropped> dropped;

    HeadingRules(
            OpenProvisions provisions,
            MarkersAhead ahead,
            Titles titles,
            PendingWarnings warnings,
            List<Line> lines,
            List<Dropped> dropped) {
        this.provisions = provisions;
        this.ahead = ahead;
        this.titles = titles;
        this.warnings = warnings;
        this.lines = lines;
        this.dropped = dropped;
    }

    boolean grouping(Marker marker, int index) {
        int open = provisions.openOf(marker.style(), false);
        Line line = lines.get(index);
        if (open > 0) {
            Node before = provisions.at(open);
            Marker last = Objects.requireNonNull(before.marker);
            if (last.ordinal() == marker.ordinal() && last.suffix().equals(marker.suffix())) {
                return repeatedHeading(before, marker, line);
            }
            if (marker.ordinal() < last.ordinal() && marker.ordinal() != 1) {
                return false;
            }
            if (marker.ordinal() > last.ordinal() + 1) {
                if (marker.ordinal() > last.ordinal() + Sequence.LARGEST_GAP) {
                    return false;
                }
            }
        }
        int parent = provisions.last();
        while (parent > 0 && !isWiderGroup(provisions.at(parent), marker.style())) {
            parent--;
        }
        Node node = provisions.push(parent, levelOf(marker), marker, line);
        if (open > 0) {
            checkGap(node, marker);
        }
        titles.begin(node, marker.rest());
        provisions.lastText = new StringBuilder();
        return true;
    }

    private void checkGap(Node node, Marker marker) {
        Node before = provisions.siblingBefore(node);
        if (before != null && before.marker != null && marker.ordinal() > before.marker.ordinal() + 1) {
            warnings.add(Warning.Code.NUMBER_GAP, node, NumberRemarks.gap(before.marker, marker));
        }
    }

    private static boolean isWiderGroup(Node node, Style style) {
        return node.style != null && node.style.compareTo(style) < 0 && node.style.isGrouping();
    }

    private Level levelOf(Marker marker) {
        return switch (marker.style()) {
            case PART -> Level.PART;
            case CHAPTER -> Level.CHAPTER;
            case SECTION -> Level.SECTION;
            default -> Level.SUBSECTION;
        };
    }

    private boolean repeatedHeading(Node before, Marker marker, Line line) {
        boolean sameTitle =
                marker.rest().isEmpty() || before.heading != null && before.heading.equalsIgnoreCase(marker.rest());
        if (!sameTitle || before.children.isEmpty()) {
            return false;
        }
        dropped.add(new Dropped(line.shown(), Dropped.Why.RUNNING_HEADER));
        titles.repeat(before);
        return true;
    }

    boolean article(Marker marker, int index) {
        Line line = lines.get(index);
        Articles.Verdict verdict = Articles.judge(
                provisions.lastArticle == null ? null : provisions.lastArticle.marker,
                marker,
                line,
                ahead::hasArticle,
                index);
        if (verdict == Articles.Verdict.TEXT) {
            return false;
        }
        if (verdict == Articles.Verdict.REPEATED && isSameTitle(marker)) {
            dropped.add(new Dropped(line.shown(), Dropped.Why.RUNNING_HEADER));
            return true;
        }
        int parent = provisions.last();
        while (parent > 0 && !(OpenProvisions.isGroup(provisions.at(parent)) || isAlternativeOfArticles(parent))) {
            parent--;
        }
        Marker before = provisions.lastArticle == null ? null : provisions.lastArticle.marker;
        Node node = provisions.push(parent, Level.ARTICLE, marker, line);
        node.opening(line, marker.rest());
        provisions.lastText = node.openingText();
        provisions.lastArticle = node;
        warnAbout(verdict, node, before);
        return true;
    }

    private boolean isAlternativeOfArticles(int at) {
        Node node = provisions.at(at);
        return node.style == Style.ALTERNATIVE && OpenProvisions.isGroup(provisions.at(at - 1))
                || node.style == Style.ALTERNATIVE && provisions.at(at - 1) == provisions.root;
    }

    private boolean isSameTitle(Marker marker) {
        return provisions.lastArticle != null
                && !marker.rest().isEmpty()
                && provisions.lastArticle.openingText().toString().equalsIgnoreCase(marker.rest());
    }

    private void warnAbout(Articles.Verdict verdict, Node node, @Nullable Marker before) {
        Marker marker = Objects.requireNonNull(node.marker);
        switch (verdict) {
            case GAP -> warnings.add(Warning.Code.NUMBER_GAP, node, NumberRemarks.gap(before, marker));
            case REPEATED -> warnings.add(Warning.Code.NUMBER_REPEATED, node, NumberRemarks.twice(marker));
            case OUT_OF_ORDER ->
                warnings.add(
                        Warning.Code.NUMBER_OUT_OF_ORDER,
                        node,
                        NumberRemarks.after(Objects.requireNonNull(before), marker));
            default -> {}
        }
    }

    boolean alternative(Marker marker, int index) {
        boolean short_ = marker.rest().isEmpty() || marker.separator() != ' ';
        int open = provisions.openOf(Style.ALTERNATIVE, false);
        if (!short_ || (open < 0 && marker.ordinal() != 1)) {
            return false;
        }
        int parent = open > 0 ? open - 1 : provisions.holderIndex();
        if (open < 0 && ahead.nextStyle(index) == Style.ARTICLE) {
            while (parent > 0 && !OpenProvisions.isGroup(provisions.at(parent))) {
                parent--;
            }
        }
        provisions.openOption(parent, marker, lines.get(index));
        return true;
    }
}
