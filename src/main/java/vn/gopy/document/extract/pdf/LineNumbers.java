package vn.gopy.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gopy.document.extract.pdf.PdfPage.Glyph;

/** Numbers of lines that word processors draw in the left margin: rising whole numbers before most lines of a page. */
final class LineNumbers {

    private static final int FEWEST = 5;
    private static final float SAME_LINE = 0.45f;
    private static final float APART = 0.6f;
    private static final float ALIGNED = 4f;

    private record Row(int number, float left, float right, List<Glyph> digits, float next) {

        boolean isNumbered() {
            return number >= 0;
        }
    }

    private LineNumbers() {}

    /** The same letters without such numbers. */
    static List<Glyph> removed(List<Glyph> glyphs) {
        List<Row> rows = rows(glyphs);
        List<Row> numbered = rows.stream().filter(Row::isNumbered).toList();
        float right = numbered.stream().map(Row::right).max(Float::compare).orElse(0f);
        if (numbered.size() < FEWEST
                || numbered.size() * 10 < rows.size() * 6
                || !isColumn(numbered)
                || rows.stream().anyMatch(row -> row.next() < right)) {
            return glyphs;
        }
        Set<Glyph> gone = new HashSet<>();
        numbered.forEach(row -> gone.addAll(row.digits()));
        return glyphs.stream().filter(it -> !gone.contains(it)).toList();
    }

    private static boolean isColumn(List<Row> rows) {
        float left = rows.getFirst().left();
        float right = rows.getFirst().right();
        boolean leftAligned = true;
        boolean rightAligned = true;
        boolean rising = true;
        for (int i = 1; i < rows.size(); i++) {
            leftAligned &= Math.abs(rows.get(i).left() - left) < ALIGNED;
            rightAligned &= Math.abs(rows.get(i).right() - right) < ALIGNED;
            rising &= rows.get(i).number() > rows.get(i - 1).number();
        }
        int span = rows.getLast().number() - rows.getFirst().number();
        return rising && (leftAligned || rightAligned) && (span < 3 * rows.size() || span % 5 == 0);
    }

    private static List<Row> rows(List<Glyph> glyphs) {
        List<Glyph> sorted = glyphs.stream()
                .filter(it -> !it.text().isBlank())
                .sorted(Comparator.comparingDouble(Glyph::y))
                .toList();
        var rows = new ArrayList<Row>();
        int i = 0;
        while (i < sorted.size()) {
            var line = new ArrayList<Glyph>();
            float base = sorted.get(i).y();
            while (i < sorted.size()
                    && sorted.get(i).y() - base <= SAME_LINE * sorted.get(i).size()) {
                line.add(sorted.get(i++));
            }
            line.sort(Comparator.comparingDouble(Glyph::x));
            rows.add(row(line));
        }
        return rows;
    }

    /** Digits at the beginning of a line that stand alone, and where the words begin. */
    private static Row row(List<Glyph> line) {
        int digits = 0;
        while (digits < line.size()
                && digits < 5
                && Character.isDigit(line.get(digits).text().charAt(0))
                && (digits == 0
                        || line.get(digits).x() - line.get(digits - 1).right()
                                < APART * line.get(digits).size())) {
            digits++;
        }
        float next = digits < line.size() ? line.get(digits).x() : Float.MAX_VALUE;
        boolean alone = digits > 0
                && (digits == line.size()
                        || next - line.get(digits - 1).right()
                                > APART * line.get(digits - 1).size());
        if (!alone) {
            return new Row(-1, 0, 0, List.of(), line.getFirst().x());
        }
        List<Glyph> number = List.copyOf(line.subList(0, digits));
        var text = new StringBuilder();
        number.forEach(it -> text.append(it.text()));
        return new Row(
                Integer.parseInt(text.toString()),
                number.getFirst().x(),
                number.getLast().right(),
                number,
                next);
    }
}
