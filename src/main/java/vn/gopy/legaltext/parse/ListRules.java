package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.parse.Marker.Style;

/** Tells which lines are part of a list: khoản, điểm, outline numbers, dashes. */
final class ListRules {

    private static final Set<String> FIRST_PARTS = Set.of("1", ".1");

    private final OpenProvisions provisions;
    private final MarkersAhead ahead;
    private final PendingWarnings warnings;
    private final List<Line> lines;

    ListRules(OpenProvisions provisions, MarkersAhead ahead, PendingWarnings warnings, List<Line> lines) {
        this.provisions = provisions;
        this.ahead = ahead;
        this.warnings = warnings;
        this.lines = lines;
    }

    boolean bullet(Marker marker, int index) {
        if (marker.rest().isEmpty()) {
            return false;
        }
        char sign = "–—−".indexOf(marker.label().charAt(0)) >= 0
                ? '-'
                : marker.label().charAt(0);
        int parent = provisions.last();
        for (int i = provisions.last(); i > 0 && provisions.at(i).level == Level.BULLET; i--) {
            if (provisions.at(i).sign == sign) {
                parent = i - 1;
            }
        }
        Node node = provisions.push(parent, Level.BULLET, marker, lines.get(index));
        node.sign = sign;
        node.text.append(marker.rest());
        provisions.lastText = node.text;
        return true;
    }

    boolean dotted(Marker marker, int index) {
        boolean sure = marker.separator() != ' ' || marker.auto() || Words.startsUpper(marker.rest());
        if (!sure || marker.rest().isEmpty() && !marker.auto()) {
            return false;
        }
        String prefix = marker.number().substring(0, marker.number().lastIndexOf('.'));
        for (int i = provisions.last(); i > 0 && !OpenProvisions.isBarrier(provisions.at(i)); i--) {
            Node node = provisions.at(i);
            if (node.marker != null && node.marker.number().equals(prefix) && isArabic(node)) {
                return openListed(i, marker, index);
            }
        }
        int open = provisions.openOf(Style.DOTTED, true);
        if (open > 0 && samePrefix(provisions.at(open), prefix)) {
            return openListed(open - 1, marker, index);
        }
        boolean first = marker.ordinal() == 1
                || provisions.lastArticle != null
                        && provisions.lastArticle.marker != null
                        && provisions.lastArticle.marker.number().equals(prefix);
        if (!first && !ahead.hasNext(marker, index)) {
            return false;
        }
        int parent = provisions.last();
        while (parent > 0 && !isWider(provisions.at(parent).style, Style.DOTTED)) {
            parent--;
        }
        return openListed(parent, marker, index);
    }

    boolean roman(Marker marker, int index) {
        int openRoman = provisions.openOf(Style.ROMAN, true);
        int openUpper = provisions.openOf(Style.UPPER, true);
        Marker upper = marker.asUpper();
        boolean continuesRoman = openRoman > 0 && provisions.follows(openRoman, marker);
        if (upper != null && openUpper > 0 && provisions.follows(openUpper, upper) && !continuesRoman) {
            return listed(upper, index);
        }
        if (openRoman < 0 && marker.ordinal() == 1 || continuesRoman) {
            return listed(marker, index);
        }
        boolean likely = marker.number().length() > 1 || lines.get(index).isProminent();
        return likely && listed(marker, index);
    }

    /** A., I., 1., 1), a): part of a list that is open, or the first of a new one. */
    boolean listed(Marker marker, int index) {
        if (divides(provisions.top(), marker) && provisions.top().endsWithColon()) {
            return openListed(provisions.last(), marker, index);
        }
        for (int i = provisions.last(); i > 0 && !OpenProvisions.isHardBarrier(provisions.at(i)); i--) {
            boolean divided = i > 1 && isDivided(provisions.at(i - 1), provisions.at(i), marker);
            if (!divided && provisions.at(i).style == marker.style() && provisions.follows(i, marker)) {
                return openListed(i - 1, marker, index);
            }
        }
        int open = provisions.openOf(marker.style(), true);
        if (marker.ordinal() == 1 && marker.suffix().isEmpty()) {
            return firstOfList(open, marker, index);
        }
        return open > 0 ? irregular(open, marker, index) : lateBeginning(marker, index);
    }

    /** a1), a.1) right behind "a) Gồm:" is the first part of a), not a điểm that was put in behind it. */
    private static boolean divides(Node node, Marker marker) {
        Marker whole = node.marker;
        return whole != null
                && whole.style() == Style.LETTER
                && marker.style() == Style.LETTER
                && whole.ordinal() == marker.ordinal()
                && whole.suffix().isEmpty()
                && FIRST_PARTS.contains(marker.suffix());
    }

    /** A part of a) is open, and another letter follows: it follows a) itself. */
    private static boolean isDivided(Node whole, Node part, Marker next) {
        return whole.marker != null
                && part.marker != null
                && whole.marker.style() == Style.LETTER
                && part.marker.style() == Style.LETTER
                && whole.marker.ordinal() == part.marker.ordinal()
                && next.ordinal() != part.marker.ordinal();
    }

    private boolean firstOfList(int open, Marker marker, int index) {
        boolean sure = marker.style() != Style.UPPER
                        && marker.style() != Style.ROMAN
                        && (marker.separator() == ')'
                                || marker.style() == Style.ARABIC
                                        && (marker.separator() == '.' || Words.startsUpper(marker.rest())))
                || marker.auto()
                || lines.get(index).isProminent()
                || ahead.hasNext(marker, index)
                || ahead.opensList(marker, index);
        if (!sure) {
            return false;
        }
        if (open > 0) {
            boolean inside = provisions.last() > open && provisions.holderIndex() > open;
            boolean announced = provisions.at(provisions.holderIndex()).endsWithColon();
            if (inside && announced || announced && provisions.holderIndex() == open) {
                return openListed(provisions.holderIndex(), marker, index);
            }
            boolean accepted = openListed(open - 1, marker, index);
            warnings.add(Warning.Code.NUMBER_REPEATED, provisions.top(), NumberRemarks.anew(marker));
            return accepted;
        }
        return openListed(parentFor(marker), marker, index);
    }

    /** A new list hangs on the innermost numbered provision of a wider kind. */
    private int parentFor(Marker marker) {
        int parent = provisions.holderIndex();
        if (marker.style() == Style.ROMAN || marker.style() == Style.UPPER) {
            while (parent > 0 && isNoWider(provisions.at(parent).style, marker.style())) {
                parent--;
            }
        }
        return parent;
    }

    private boolean irregular(int open, Marker marker, int index) {
        Marker last = Objects.requireNonNull(provisions.at(open).marker);
        String shown = marker.rest();
        boolean sentence = shown.isEmpty() || !Words.startsLower(shown) || marker.separator() == ')';
        int gap = marker.ordinal() - last.ordinal();
        if (!sentence) {
            return false;
        }
        if (gap > 1
                && gap <= Sequence.LARGEST_GAP
                && (gap <= 3 || isBracketedLetter(marker) || ahead.hasNext(marker, index))) {
            openListed(open - 1, marker, index);
            warnings.add(Warning.Code.NUMBER_GAP, provisions.top(), NumberRemarks.gap(last, marker));
            return true;
        }
        if (gap == 0 && marker.suffix().equals(last.suffix())) {
            openListed(open - 1, marker, index);
            warnings.add(Warning.Code.NUMBER_REPEATED, provisions.top(), NumberRemarks.twice(marker));
            return true;
        }
        if (gap == 0 || gap == 1 || gap < 0 && ahead.hasNext(marker, index)) {
            openListed(open - 1, marker, index);
            warnings.add(Warning.Code.NUMBER_OUT_OF_ORDER, provisions.top(), NumberRemarks.after(last, marker));
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
        boolean plausible = marker.ordinal() <= Sequence.LARGEST_GAP && (marker.auto() || ahead.hasNext(marker, index));
        if (!plausible || Words.startsLower(marker.rest()) && marker.style() != Style.LETTER) {
            return false;
        }
        boolean accepted = openListed(parentOfLate(marker), marker, index);
        warnings.add(Warning.Code.NUMBER_GAP, provisions.top(), NumberRemarks.gap(null, marker));
        return accepted;
    }

    /** Where the first number is lost, the letters that stood under it hang too high: 2. goes beside them. */
    private int parentOfLate(Marker marker) {
        int parent = parentFor(marker);
        while (marker.style() == Style.ARABIC && parent > 0 && provisions.at(parent).style == Style.LETTER) {
            parent--;
        }
        return parent;
    }

    private boolean openListed(int parent, Marker marker, int index) {
        Line line = lines.get(index);
        Node node = provisions.push(parent, provisions.levelUnder(parent, marker), marker, line);
        Marker option = ahead.firstOption(marker, index);
        if (option == null) {
            node.opening(line, marker.rest());
            provisions.lastText = node.openingText();
        } else {
            provisions.openOption(provisions.last(), option, line);
        }
        if (marker.style() == Style.LETTER
                && Marker.FOREIGN_LETTERS.indexOf(marker.number().charAt(0)) >= 0) {
            warnings.add(
                    Warning.Code.LIST_LETTER_NOT_VIETNAMESE,
                    node,
                    Sentence.of(Sentence.Wording.LETTER_OUTSIDE_LISTS, marker.number()));
        }
        return true;
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

    private static boolean isWider(@Nullable Style style, Style than) {
        return style != null && style.compareTo(than) < 0;
    }
}
