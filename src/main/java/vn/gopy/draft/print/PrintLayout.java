package vn.gopy.draft.print;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.print.PrintText.Paragraph;
import vn.gopy.draft.print.PrintText.Setting;
import vn.gopy.paper.Face;

/**
 * Sets paragraphs on pages: which words stand in which line of which page. The same text with the same widths gives the same
 * lines. A heading stays with what it heads, a row of a table on one page where a page can hold it, and the first row of a
 * table is repeated on the next page.
 */
final class PrintLayout {

    /** How wide words are, in points. */
    @FunctionalInterface
    interface Widths {

        float of(String words, Face face);
    }

    /** @param left where its words begin, from the left edge of the text */
    record Piece(String words, Face face, float left, float stretch) {}

    /**
     * @param place the address of the place whose words it has; empty for words outside of any
     * @param pieces one, or one for each column of a table; none of them empty
     * @param columns where the columns of a table end; null outside of a table
     * @param top whether a row of a table begins with it
     * @param last whether the row ends with it
     */
    record Line(String place, List<Piece> pieces, @Nullable List<Float> columns, boolean top, boolean last) {}

    private static final float STEP = 28;
    private static final float CELL = 4;

    private final Widths widths;
    private final float width;
    private final int most;
    private final List<List<Line>> pages = new ArrayList<>();
    private List<Line> page = new ArrayList<>();

    /** Lines that belong on one page. */
    private final List<Line> together = new ArrayList<>();

    private @Nullable List<Line> head;

    private PrintLayout(Widths widths, float width, int most) {
        this.widths = widths;
        this.width = width;
        this.most = most;
    }

    /**
     * @param width of a line
     * @param most lines on a page
     */
    static List<List<Line>> of(List<Paragraph> paragraphs, Widths widths, float width, int most) {
        PrintLayout layout = new PrintLayout(widths, width, most);
        boolean inTable = false;
        for (Paragraph one : paragraphs) {
            List<String> cells = one.cells();
            if (cells == null) {
                inTable = false;
                layout.head = null;
                layout.paragraph(one);
            } else {
                layout.row(one.place(), cells, !inTable);
                inTable = true;
            }
        }
        layout.settle();
        layout.turn();
        return layout.pages;
    }

    private void paragraph(Paragraph one) {
        List<Line> lines = lines(one);
        together.addAll(lines.subList(0, Math.min(lines.size(), one.heads() ? lines.size() : 2)));
        if (one.heads()) {
            return;
        }
        settle();
        lines.subList(Math.min(2, lines.size()), lines.size()).forEach(this::put);
    }

    private List<Line> lines(Paragraph one) {
        float indent = one.indent() * STEP;
        List<String> wrapped = wrap(one.words(), one.face(), width - indent, width);
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < wrapped.size(); n++) {
            String words = wrapped.get(n);
            float start = n == 0 ? indent : 0;
            float rest = width - start - wide(words, one.face());
            int gaps = (int) words.chars().filter(letter -> letter == ' ').count();
            boolean stretched = one.setting() == Setting.JUSTIFIED && n < wrapped.size() - 1 && gaps > 0;
            float left = one.setting() == Setting.CENTRED ? Math.max(0, rest / 2) : start;
            Piece piece = new Piece(words, one.face(), left, stretched ? Math.max(0, rest) / gaps : 0);
            lines.add(new Line(one.place(), List.of(piece), null, false, false));
        }
        return lines;
    }

    private void row(String place, List<String> cells, boolean first) {
        settle();
        float column = width / Math.max(1, cells.size());
        List<Float> edges = new ArrayList<>();
        List<List<String>> wrapped = new ArrayList<>();
        Face face = first ? Face.BOLD : Face.PLAIN;
        for (int n = 0; n < cells.size(); n++) {
            edges.add((n + 1) * column);
            wrapped.add(wrap(cells.get(n).replace('\n', ' '), face, column - 2 * CELL, column - 2 * CELL));
        }
        int height = Math.max(1, wrapped.stream().mapToInt(List::size).max().orElse(1));
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < height; n++) {
            List<Piece> pieces = new ArrayList<>();
            for (int c = 0; c < wrapped.size(); c++) {
                if (n < wrapped.get(c).size()) {
                    pieces.add(new Piece(wrapped.get(c).get(n), face, c * column + CELL, 0));
                }
            }
            lines.add(new Line(place, List.copyOf(pieces), edges, n == 0, n == height - 1));
        }
        if (first) {
            head = lines;
        }
        together.addAll(lines);
        if (!first) {
            settle();
        }
    }

    private void settle() {
        List<Line> lines = List.copyOf(together);
        together.clear();
        if (lines.size() <= most && page.size() + lines.size() > most) {
            turn();
        }
        lines.forEach(this::put);
    }

    private void put(Line line) {
        if (page.size() >= most) {
            turn();
        }
        List<Line> repeated = head;
        if (page.isEmpty()
                && repeated != null
                && line.columns() != null
                && !repeated.contains(line)
                && repeated.size() < most / 2) {
            page.addAll(repeated);
        }
        page.add(line);
    }

    private void turn() {
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
            page = new ArrayList<>();
        }
    }

    private List<String> wrap(String words, Face face, float firstWidth, float nextWidth) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float space = widths.of(" ", face);
        float room = firstWidth;
        float used = 0;
        for (String word : words.strip().split("\\s+")) {
            for (String part : parts(word, face, nextWidth)) {
                float more = widths.of(part, face);
                if (!line.isEmpty() && used + space + more > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                    room = nextWidth;
                }
                used = line.isEmpty() ? more : used + space + more;
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private float wide(String line, Face face) {
        String[] words = line.split(" ");
        float sum = (words.length - 1) * widths.of(" ", face);
        for (String word : words) {
            sum += widths.of(word, face);
        }
        return sum;
    }

    /** A word that is wider than a line, such as a row of dots, is broken. */
    private List<String> parts(String word, Face face, float room) {
        if (widths.of(word, face) <= room) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        word.codePoints().forEach(letter -> {
            part.appendCodePoint(letter);
            if (part.length() > 1 && widths.of(part.toString(), face) > room) {
                part.setLength(part.length() - Character.charCount(letter));
                parts.add(part.toString());
                part.setLength(0);
                part.appendCodePoint(letter);
            }
        });
        parts.add(part.toString());
        return parts;
    }
}
