package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.parse.Marker.Style;

/**
 * Splits paragraphs that lost a paragraph mark: "… c) ba; d) bốn;" before a line "đ) năm", or a khoản 1 on the line of its
 * Điều. Only a number that the lists around would otherwise miss is looked for, so that an enumeration inside a sentence
 * stays what it is.
 */
public final class Glued {

    /** A list interrupted by so many unnumbered lines is not looked into. */
    private static final int REACH = 6;

    private static final int MOST_MISSING = 8;

    private final List<Line> lines;
    private final Map<Integer, List<Line>> pieces = new HashMap<>();
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private boolean found;

    private Glued(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted) {
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
    }

    /** The same lines, some of them in two or more. */
    public static List<Line> split(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted) {
        var glued = new Glued(lines, markers, quoted);
        glued.search();
        if (!glued.found) {
            return lines;
        }
        var all = new ArrayList<Line>(lines.size() + 16);
        for (int i = 0; i < lines.size(); i++) {
            all.addAll(glued.pieces(i));
        }
        return all;
    }

    private List<Line> pieces(int i) {
        List<Line> cut = pieces.get(i);
        return cut == null ? List.of(lines.get(i)) : cut;
    }

    private void search() {
        int before = -1;
        for (int i = 0; i < lines.size(); i++) {
            Marker marker = quoted[i] || lines.get(i).isTable() ? null : markers[i];
            if (marker == null || marker.style() == Style.BULLET) {
                continue;
            }
            Marker last = before < 0 ? null : markers[before];
            if (last != null) {
                between(before, i, last, marker);
            }
            before = i;
        }
        Marker last = before < 0 ? null : markers[before];
        if (last != null) {
            chain(before, last);
        }
    }

    private void between(int from, int to, Marker last, Marker next) {
        boolean filled = to - from <= REACH && mayMiss(last, next) && fill(from, to, last, next);
        boolean goesOn = next.style() == last.style() && Sequence.follows(last, next);
        if (!filled && !goesOn) {
            chain(from, last);
        }
    }

    /** "e) năm; g) sáu; h) bảy." where no line goes on with g). */
    private void chain(int line, Marker first) {
        boolean listed = first.style() == Style.LETTER && first.separator() == ')'
                || first.style() == Style.ARABIC && first.separator() == '.';
        if (!listed || first.auto() || !first.suffix().isEmpty()) {
            return;
        }
        var cuts = new ArrayList<int[]>();
        int at = 1;
        int skipped = 0;
        for (int wanted = first.ordinal() + 1; wanted <= Marker.LETTERS.length() && skipped < 2; wanted++) {
            int[] cut = find(line, at, line + 1, label(first.style(), wanted, first.separator()));
            if (cut.length > 0) {
                cuts.add(cut);
                at = cut[1] + 1;
            } else if (!isSkipped(first.style(), wanted)) {
                break;
            } else {
                skipped++;
            }
        }
        cut(cuts);
    }

    /** Whether numbers are missing between two neighbours of one list, or before its first. */
    private static boolean mayMiss(Marker last, Marker next) {
        if (next.auto() || !next.suffix().isEmpty()) {
            return false;
        }
        boolean listed = next.style() == Style.LETTER && next.separator() == ')' || next.style() == Style.ARABIC;
        if (last.style() == next.style()) {
            int missing = next.ordinal() - last.ordinal();
            return listed && missing > 1 && missing <= MOST_MISSING && !Sequence.follows(last, next);
        }
        boolean wider = last.style() == Style.ARABIC && next.style() == Style.LETTER;
        boolean firstClause = next.style() == Style.ARABIC && next.ordinal() == 2 && last.style() == Style.LETTER;
        return listed && (wider && next.ordinal() > 1 && next.ordinal() <= MOST_MISSING || firstClause);
    }

    private boolean fill(int from, int to, Marker last, Marker next) {
        if (next.style() == Style.ARABIC && last.style() == Style.LETTER) {
            return firstClause(from, next);
        }
        int wanted = last.style() == next.style() ? last.ordinal() + 1 : 1;
        var cuts = new ArrayList<int[]>();
        int line = from;
        int at = 1;
        while (wanted < next.ordinal()) {
            int[] cut = find(line, at, to, label(next.style(), wanted, next.separator()));
            if (cut.length == 0 && !isSkipped(next.style(), wanted)) {
                return false;
            }
            if (cut.length > 0) {
                cuts.add(cut);
                line = cut[0];
                at = cut[1] + 1;
            }
            wanted++;
        }
        return cut(cuts);
    }

    /** A Điều, then a), b), then 2.: its khoản 1 stands behind the title. */
    private boolean firstClause(int from, Marker next) {
        int article = from;
        while (article >= 0 && from - article < 40) {
            Marker marker = quoted[article] ? null : markers[article];
            if (marker != null && marker.style() == Style.ARTICLE) {
                int[] cut = find(article, 6, article + 1, label(Style.ARABIC, 1, next.separator()));
                return cut(cut.length == 0 ? List.of() : List.of(cut));
            }
            if (marker != null && marker.style() != Style.LETTER && marker.style() != Style.BULLET) {
                return false;
            }
            article--;
        }
        return false;
    }

    private static boolean isSkipped(Style style, int ordinal) {
        char letter = style == Style.LETTER ? Marker.LETTERS.charAt(ordinal - 1) : 'a';
        return letter == 'đ' || Marker.FOREIGN_LETTERS.indexOf(letter) >= 0;
    }

    private static String label(Style style, int ordinal, char separator) {
        String number =
                style == Style.LETTER ? String.valueOf(Marker.LETTERS.charAt(ordinal - 1)) : Integer.toString(ordinal);
        return number + separator + ' ';
    }

    /** Line and offset of a label after the end of a clause or item; empty when there is none. */
    private int[] find(int line, int from, int to, String label) {
        int at = from;
        for (int i = line; i < to; i++) {
            Line candidate = lines.get(i);
            boolean free = candidate.role() == null && !candidate.reshaped() && !quoted[i];
            String text = free ? candidate.text() : "";
            int found = text.indexOf(label, at);
            while (found >= 0 && !isBorder(text, found, label)) {
                found = text.indexOf(label, found + 1);
            }
            if (found >= 0) {
                return new int[] {i, found};
            }
            at = 0;
        }
        return new int[0];
    }

    private static boolean isBorder(String text, int at, String label) {
        boolean title = label.startsWith("1") && text.regionMatches(true, 0, "Điều ", 0, 5);
        int after = at + label.length();
        boolean begins = after < text.length() && Character.isUpperCase(text.charAt(after));
        if (at < 3) {
            return at > 0 && begins && !Character.isLetterOrDigit(text.charAt(0));
        }
        char before = text.charAt(at - 1) == ' ' ? text.charAt(at - 2) : text.charAt(at - 1);
        return begins && (";.:".indexOf(before) >= 0 || title && text.charAt(at - 1) == ' ');
    }

    private boolean cut(List<int[]> cuts) {
        for (int i = cuts.size() - 1; i >= 0; i--) {
            int[] cut = cuts.get(i);
            var parts = new ArrayList<>(pieces(cut[0]));
            Line first = parts.removeFirst();
            Block.Look look = first.look();
            var plain = new Block.Look(0, look.bold(), false, look.italic(), false, look.style(), look.font());
            parts.addFirst(new Line(
                    "", first.text().substring(cut[1]).strip(), plain, first.kind(), null, null, false, first.page()));
            parts.addFirst(new Line(
                    first.auto(),
                    first.text().substring(0, cut[1]).strip(),
                    look,
                    first.kind(),
                    null,
                    null,
                    false,
                    first.page()));
            pieces.put(cut[0], List.copyOf(parts));
        }
        found |= !cuts.isEmpty();
        return !cuts.isEmpty();
    }
}
