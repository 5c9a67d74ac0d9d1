package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.parse.Marker.Style;
import vn.gopy.vietnamese.Folding;

/**
 * Lists (1), (2), (3) inside a khoản, a điểm or a heading. A number in brackets is more often a remark than a sign of a
 * list, so one opens only where (2) follows (1) before anything else is numbered, and no rule but this one knows the sign.
 */
final class Enclosed {

    /** How far (2) may stand from (1), with dash lines and paragraphs between. */
    private static final int LOOK_AHEAD = 60;

    private static final Pattern SIGN = Pattern.compile("\\((\\d{1,2})\\)\\s*(.*)");

    private final OpenProvisions provisions;
    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final int end;

    /** @param end the first line that is no longer looked at */
    Enclosed(OpenProvisions provisions, List<Line> lines, @Nullable Marker[] markers, boolean[] quoted, int end) {
        this.provisions = provisions;
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
        this.end = end;
    }

    /** Takes the line when it goes on with an open list of this kind, or begins one. */
    boolean listed(int index) {
        Marker marker = sign(index);
        if (marker == null) {
            return false;
        }
        int open = provisions.openOf(Style.ENCLOSED, true);
        boolean next = open > 0 && provisions.follows(open, marker);
        int holder = provisions.holderIndex();
        boolean first = marker.ordinal() == 1 && isAnnounced(provisions.at(holder)) && goesOn(1, index);
        if (!next && !first) {
            return false;
        }
        Line line = lines.get(index);
        Node node = provisions.push(next ? open - 1 : holder, Level.OUTLINE, marker, line);
        node.text.append(marker.rest());
        provisions.lastText = node.text;
        return true;
    }

    /** Stands right below the number that it divides, or below words that announce it; notes below a form do not. */
    private boolean isAnnounced(Node holder) {
        boolean numbered = holder.level == Level.CLAUSE || holder.level == Level.POINT || holder.level == Level.OUTLINE;
        StringBuilder last = provisions.lastText;
        boolean announced = !last.isEmpty() && last.charAt(last.length() - 1) == ':' && !isNote(last);
        return numbered && (announced || holder.children.isEmpty());
    }

    /** "Ghi chú:" explains the blanks of a form. */
    private static boolean isNote(CharSequence text) {
        return Folding.startsWith(text.toString(), "ghi chu");
    }

    /** Whether the next number of the list comes before anything else that is numbered. */
    boolean goesOn(int ordinal, int index) {
        for (int i = index + 1; i < Math.min(end, index + LOOK_AHEAD); i++) {
            Marker other = quoted[i] ? null : markers[i];
            if (other != null && other.style() != Style.BULLET) {
                return false;
            }
            Marker marker = sign(i);
            if (marker != null && marker.ordinal() <= ordinal + 1) {
                return marker.ordinal() == ordinal + 1;
            }
        }
        return false;
    }

    private @Nullable Marker sign(int index) {
        Line line = lines.get(index);
        String text = line.isTable() || quoted[index] || line.role() != null ? "" : line.shown();
        if (!text.startsWith("(") || markers[index] != null) {
            return null;
        }
        Matcher sign = SIGN.matcher(text);
        if (!sign.matches() || !Words.hasWord(sign.group(2))) {
            return null;
        }
        int ordinal = Integer.parseInt(sign.group(1));
        boolean auto = !line.auto().isEmpty();
        return new Marker(
                Style.ENCLOSED,
                Integer.toString(ordinal),
                ordinal,
                "",
                "(" + sign.group(1) + ")",
                sign.group(2).strip(),
                ')',
                auto);
    }
}
