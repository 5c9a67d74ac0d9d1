package vn.gopy.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Letters on one base line without a wide gap between them. */
final class PdfLine {

    private static final float SPACE = 0.14f;
    private static final float WIDE = 1.9f;
    private static final float SAME_LINE = 0.45f;
    private static final float SMALL = 0.78f;
    private static final Map<String, String> POWERS = Map.of("2", "²", "3", "³");
    private static final Set<String> UNITS = Set.of("m", "km", "hm", "dam", "dm", "cm", "mm");

    /** A stretch of letters in one font. */
    record Run(String text, String font, boolean bold, boolean italic) {}

    final List<PdfPage.Glyph> glyphs = new ArrayList<>();
    final int page;
    float x;
    float right;
    float y;
    float size;
    /** The piece of the same base line that stands left of this one. */
    boolean hasLeftNeighbour;

    boolean hasRightNeighbour;
    final List<String> marks = new ArrayList<>();
    private String plain = "";

    PdfLine(int page) {
        this.page = page;
    }

    /** Arranges letters into lines from top to bottom, pieces of one line from left to right. */
    static List<PdfLine> of(List<PdfPage.Glyph> glyphs, int page) {
        var sorted = new ArrayList<>(glyphs);
        sorted.removeIf(glyph -> glyph.text().isBlank());
        sorted.sort(Comparator.comparingDouble(PdfPage.Glyph::y));
        var lines = new ArrayList<PdfLine>();
        int i = 0;
        while (i < sorted.size()) {
            var same = new ArrayList<PdfPage.Glyph>();
            float base = sorted.get(i).y();
            float size = sorted.get(i).size();
            while (i < sorted.size()
                    && sorted.get(i).y() - base
                            <= SAME_LINE * Math.max(size, sorted.get(i).size())) {
                PdfPage.Glyph glyph = sorted.get(i++);
                same.add(glyph);
                if (glyph.size() > size * 1.1f) {
                    // a raised mark came first: the line's own letters set its base
                    size = glyph.size();
                    base = glyph.y();
                }
            }
            lines.addAll(pieces(same, page));
        }
        hangMarks(lines);
        return lines;
    }

    /** A mark raised so high that it made a line of its own belongs to the line below. */
    private static void hangMarks(List<PdfLine> lines) {
        for (int i = lines.size() - 2; i >= 0; i--) {
            PdfLine mark = lines.get(i);
            boolean digits = mark.plain.length() < 4 && mark.plain.chars().allMatch(Character::isDigit);
            for (int k = i + 1; digits && k < Math.min(lines.size(), i + 3); k++) {
                PdfLine below = lines.get(k);
                boolean near = below.y - mark.y < below.size && below.y >= mark.y && mark.x < below.right + below.size;
                if (below.size * SMALL > mark.size && near && mark.x > below.x) {
                    below.hang(mark);
                    lines.remove(i);
                    break;
                }
            }
        }
    }

    private void hang(PdfLine mark) {
        List<PdfPage.Glyph> before =
                glyphs.stream().filter(it -> it.x() < mark.x).toList();
        if (mark.glyphs.size() == 1 && isPower(before, mark.glyphs.getFirst())) {
            glyphs.add(before.size(), power(mark.glyphs.getFirst()));
            plain = written();
        } else {
            marks.add(mark.plain);
        }
    }

    private static List<PdfLine> pieces(List<PdfPage.Glyph> same, int page) {
        same.sort(Comparator.comparingDouble(PdfPage.Glyph::x));
        var pieces = new ArrayList<PdfLine>();
        PdfLine line = new PdfLine(page);
        float right = same.getFirst().x();
        for (PdfPage.Glyph glyph : same) {
            if (glyph.x() - right > WIDE * Math.max(glyph.size(), 6) && !line.glyphs.isEmpty()) {
                pieces.add(line);
                line = new PdfLine(page);
            }
            line.glyphs.add(glyph);
            right = Math.max(right, glyph.right());
        }
        pieces.add(line);
        for (int i = 0; i < pieces.size(); i++) {
            pieces.get(i).finish();
            pieces.get(i).hasLeftNeighbour = i > 0;
            pieces.get(i).hasRightNeighbour = i + 1 < pieces.size();
        }
        return pieces;
    }

    private void finish() {
        x = glyphs.getFirst().x();
        right = glyphs.stream().map(PdfPage.Glyph::right).max(Float::compare).orElse(x);
        size = commonSize();
        takeOutMarks();
        y = glyphs.isEmpty()
                ? 0
                : glyphs.stream().map(PdfPage.Glyph::y).max(Float::compare).orElse(0f);
        plain = written();
    }

    private String written() {
        var text = new StringBuilder();
        runs().forEach(run -> text.append(run.text()));
        return text.toString().strip();
    }

    private float commonSize() {
        var counts = new java.util.HashMap<Float, Integer>();
        glyphs.forEach(glyph -> counts.merge(glyph.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(10f);
    }

    /** Small raised digits are marks of footnotes, no part of the text. */
    private void takeOutMarks() {
        if (glyphs.stream().allMatch(glyph -> Character.isDigit(glyph.text().charAt(0)))) {
            return;
        }
        float base = glyphs.stream()
                .filter(glyph -> glyph.size() > SMALL * size)
                .map(PdfPage.Glyph::y)
                .max(Float::compare)
                .orElse(0f);
        var mark = new StringBuilder();
        var kept = new ArrayList<PdfPage.Glyph>();
        for (PdfPage.Glyph glyph : glyphs) {
            boolean raised = glyph.size() <= SMALL * size && base - glyph.y() > 0.12f * size;
            if (raised && mark.isEmpty() && isPower(kept, glyph)) {
                kept.add(power(glyph));
            } else if (raised && Character.isDigit(glyph.text().charAt(0))) {
                mark.append(glyph.text());
            } else {
                if (!mark.isEmpty()) {
                    marks.add(mark.toString());
                    mark.setLength(0);
                }
                kept.add(glyph);
            }
        }
        if (!mark.isEmpty()) {
            marks.add(mark.toString());
        }
        glyphs.clear();
        glyphs.addAll(kept);
    }

    private static PdfPage.Glyph power(PdfPage.Glyph digit) {
        return digit.with(POWERS.getOrDefault(digit.text(), digit.text()));
    }

    /** A raised 2 or 3 after a unit of length makes square and cubic metres of it. */
    private static boolean isPower(List<PdfPage.Glyph> before, PdfPage.Glyph raised) {
        if (!POWERS.containsKey(raised.text())) {
            return false;
        }
        var unit = new StringBuilder();
        for (int i = before.size() - 1; i >= 0 && unit.length() < 3; i--) {
            PdfPage.Glyph letter = before.get(i);
            boolean apart = (i + 1 < before.size() ? before.get(i + 1) : raised).x() - letter.right()
                    > SPACE * Math.max(letter.size(), raised.size());
            if (apart || !Character.isLetter(letter.text().charAt(0))) {
                break;
            }
            unit.insert(0, letter.text());
        }
        return UNITS.contains(unit.toString());
    }

    /** The text in stretches of one font, spaces put where letters stand apart. */
    List<Run> runs() {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        PdfPage.Glyph before = null;
        for (PdfPage.Glyph glyph : glyphs) {
            if (before != null) {
                boolean apart = glyph.x() - before.right() > SPACE * Math.max(glyph.size(), before.size());
                if (!sameLook(before, glyph)) {
                    runs.add(new Run(text.toString(), before.font(), before.bold(), before.italic()));
                    text.setLength(0);
                }
                text.append(apart ? " " : "");
            }
            text.append(glyph.text());
            before = glyph;
        }
        if (before != null) {
            runs.add(new Run(text.toString(), before.font(), before.bold(), before.italic()));
        }
        return runs;
    }

    private static boolean sameLook(PdfPage.Glyph a, PdfPage.Glyph b) {
        return a.font().equals(b.font());
    }

    String text() {
        return plain;
    }

    boolean isBold() {
        long bold = glyphs.stream().filter(PdfPage.Glyph::bold).count();
        return bold * 10 >= glyphs.size() * 9L;
    }

    boolean startsBold() {
        return !glyphs.isEmpty() && glyphs.getFirst().bold();
    }

    float middle() {
        return (x + right) / 2;
    }
}
