package vn.gopy.document.extract.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.gopy.document.extract.pdf.PdfPage.Drawn;
import vn.gopy.document.extract.pdf.PdfPage.Glyph;

/**
 * From all that a page draws to the letters of its text: what lies outside the page, slants over it, is drawn twice, lies
 * unseen under what is seen or is said to be no content goes; a mark drawn by itself sits on its letter again.
 */
final class PageGlyphs {

    /** A letter drawn again so near makes it bold, no second letter. */
    private static final float AGAIN = 0.2f;

    private static final float CELL = 12f;

    private PageGlyphs() {}

    /**
     * The letters of the text.
     *
     * @param dropped is told the words that go, in the order of drawing, one string for each kind
     */
    static List<Glyph> of(List<Drawn> drawn, Consumer<String> dropped) {
        List<Drawn> upright = without(drawn, Drawn::slants, dropped);
        boolean allArtifact = upright.stream().allMatch(Drawn::artifact);
        List<Drawn> content = allArtifact ? upright : without(upright, Drawn::artifact, dropped);
        List<Drawn> seen = content.stream().filter(it -> !it.hidden()).toList();
        var kept = new ArrayList<Drawn>(content.size());
        if (seen.isEmpty() || seen.size() == content.size()) {
            kept.addAll(content);
        } else {
            Set<Long> covered = cells(seen);
            content.stream()
                    .filter(it -> !it.hidden() || !covered.contains(cell(it.glyph(), 0, 0)))
                    .forEach(kept::add);
        }
        return Marks.onLetters(once(kept));
    }

    private static List<Drawn> without(
            List<Drawn> drawn, java.util.function.Predicate<Drawn> goes, Consumer<String> dropped) {
        var kept = new ArrayList<Drawn>(drawn.size());
        var gone = new ArrayList<Glyph>();
        for (Drawn one : drawn) {
            if (goes.test(one)) {
                gone.add(one.glyph());
            } else {
                kept.add(one);
            }
        }
        words(gone).forEach(dropped);
        return kept;
    }

    /** Words in the order of drawing: a jump to another place ends one. */
    private static List<String> words(List<Glyph> glyphs) {
        var words = new ArrayList<String>();
        var text = new StringBuilder();
        Glyph before = null;
        for (Glyph glyph : glyphs) {
            float far = before == null ? 0 : Math.abs(glyph.x() - before.right()) + Math.abs(glyph.y() - before.y());
            if (before != null && far > 3 * Math.max(glyph.size(), before.size())) {
                words.add(text.toString());
                text.setLength(0);
            } else if (before != null && far > Math.max(glyph.size(), before.size())) {
                text.append(' ');
            }
            text.append(glyph.text());
            before = glyph;
        }
        if (!text.toString().isBlank()) {
            words.add(text.toString());
        }
        return words;
    }

    private static Set<Long> cells(List<Drawn> seen) {
        var cells = new HashSet<Long>();
        for (Drawn one : seen) {
            for (int x = -1; x <= 1; x++) {
                for (int y = -1; y <= 1; y++) {
                    cells.add(cell(one.glyph(), x, y));
                }
            }
        }
        return cells;
    }

    private static long cell(Glyph glyph, int right, int down) {
        long x = (long) Math.floor((glyph.x() + glyph.width() / 2) / CELL) + right;
        long y = (long) Math.floor(glyph.y() / CELL) + down;
        return x << 32 ^ (y & 0xFFFF_FFFFL);
    }

    private static List<Glyph> once(List<Drawn> drawn) {
        var kept = new ArrayList<Glyph>(drawn.size());
        Map<Spot, List<Glyph>> near = new HashMap<>();
        float reach = 0;
        for (Drawn one : drawn) {
            Glyph glyph = one.glyph();
            if (glyph.text().isBlank()) {
                kept.add(glyph);
            } else if (!isAgain(glyph, near, reach)) {
                reach = Math.max(reach, Math.min(reach(glyph), CELL));
                near.computeIfAbsent(Spot.of(glyph), any -> new ArrayList<>(2)).add(glyph);
                kept.add(glyph);
            }
        }
        return kept;
    }

    /** Two drawings may lie on both sides of a border: looked for is in each square that the reach comes to. */
    private static boolean isAgain(Glyph glyph, Map<Spot, List<Glyph>> near, float reach) {
        int top = square(glyph.y() - reach);
        int bottom = square(glyph.y() + reach);
        int right = square(glyph.x() + reach);
        for (int x = square(glyph.x() - reach); x <= right; x++) {
            for (int y = top; y <= bottom; y++) {
                for (Glyph other : near.getOrDefault(new Spot(glyph.text(), x, y), List.of())) {
                    if (isAgain(other, glyph)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int square(float at) {
        return (int) Math.floor(at / CELL);
    }

    /** A letter in a small square of the page. */
    private record Spot(String text, int x, int y) {

        static Spot of(Glyph glyph) {
            return new Spot(glyph.text(), square(glyph.x()), square(glyph.y()));
        }
    }

    private static float reach(Glyph glyph) {
        return Math.max(AGAIN * glyph.width(), 0.3f);
    }

    private static boolean isAgain(Glyph first, Glyph second) {
        float most = reach(first);
        return first.text().equals(second.text())
                && Math.abs(first.x() - second.x()) <= most
                && Math.abs(first.y() - second.y()) <= most;
    }
}
