package vn.gopy.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;

/** Breaks the words of a paragraph into lines of a width. */
final class PdfText {

    /** Of a line, as a share of the size of its letters. */
    private static final float LEADING = 1.16f;

    private final PdfFile file;
    private final PdfParagraph paragraph;
    private final float size;
    private final float width;
    private final List<Line> lines = new ArrayList<>();
    private final List<Word> line = new ArrayList<>();
    private float filled;
    private float indent;

    private PdfText(PdfFile file, PdfParagraph paragraph, float width) {
        this.file = file;
        this.paragraph = paragraph;
        this.size = paragraph.look().size();
        this.width = width;
        this.indent = PdfFlow.points(paragraph.look().firstLine());
    }

    /** A stretch of words in one face, from the left edge of the column. */
    record Piece(float left, Face face, float stretch, String words) {}

    /**
     * One line.
     *
     * @param before space above it
     * @param after space below it
     * @param lined whether a line stands under its words
     */
    record Line(List<Piece> pieces, float size, float before, float after, boolean lined) {

        float height() {
            return before + size * LEADING + after;
        }

        /** From its upper edge, the space above included. */
        float base() {
            return before + size * 0.95f;
        }
    }

    /** @param joined whether it stands at the word before it without a space */
    private record Word(String letters, Face face, float width, boolean joined) {}

    /** All lines of the paragraphs, one below the other. */
    static List<Line> lines(PdfFile file, List<PdfParagraph> paragraphs, float width) {
        List<Line> lines = new ArrayList<>();
        paragraphs.forEach(paragraph -> lines.addAll(new PdfText(file, paragraph, width).set()));
        return lines;
    }

    private List<Line> set() {
        for (PdfParagraph.Run run : paragraph.runs()) {
            String[] forced = run.words().split("\n", -1);
            for (int n = 0; n < forced.length; n++) {
                if (n > 0) {
                    end(true);
                    indent = PdfFlow.points(paragraph.look().firstLine());
                }
                add(forced[n], run.face());
            }
        }
        end(true);
        Line first = lines.getFirst();
        lines.set(0, new Line(first.pieces(), size, paragraph.look().before(), first.after(), first.lined()));
        Line last = lines.getLast();
        lines.set(
                lines.size() - 1,
                new Line(last.pieces(), size, last.before(), paragraph.look().after(), last.lined()));
        return lines;
    }

    private void add(String words, Face face) {
        boolean joined = !words.startsWith(" ");
        for (String word : words.strip().split("\\s+")) {
            for (String part : fitting(word, face)) {
                place(new Word(part, face, file.width(part, face, size), joined && !line.isEmpty()));
                joined = false;
            }
        }
    }

    /** A word that is wider than the column is parted. */
    private List<String> fitting(String word, Face face) {
        if (file.width(word, face, size) <= width - indent || word.length() < 2) {
            return word.isEmpty() ? List.of() : List.of(word);
        }
        int half = word.offsetByCodePoints(0, word.codePointCount(0, word.length()) / 2);
        if (half == 0) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>(fitting(word.substring(0, half), face));
        parts.addAll(fitting(word.substring(half), face));
        return parts;
    }

    private void place(Word word) {
        float space = line.isEmpty() || word.joined() ? 0 : space(word.face());
        if (!line.isEmpty() && indent + filled + space + word.width() > width) {
            end(false);
            space = 0;
        }
        line.add(line.isEmpty() ? new Word(word.letters(), word.face(), word.width(), true) : word);
        filled += space + word.width();
    }

    private float space(Face face) {
        return file.width(" ", face, size);
    }

    private void end(boolean ofParagraph) {
        float free = width - indent - filled;
        long gaps = line.stream().filter(word -> !word.joined()).count();
        ParagraphAlignment alignment = paragraph.look().alignment();
        boolean straight = alignment == ParagraphAlignment.BOTH && !ofParagraph && gaps > 0;
        float left = indent + (alignment == ParagraphAlignment.CENTER ? free / 2 : 0);
        lines.add(new Line(pieces(left, straight ? free / gaps : 0), size, 0, 0, paragraph.lined()));
        line.clear();
        filled = 0;
        indent = 0;
    }

    /** Words of one face stand in one piece: a file with a piece for each word is large. */
    private List<Piece> pieces(float from, float stretch) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        float at = from;
        float left = from;
        for (int n = 0; n < line.size(); n++) {
            Word word = line.get(n);
            boolean same = n > 0 && line.get(n - 1).face() == word.face();
            float gap = word.joined() ? 0 : space(word.face()) + stretch;
            if (!same || word.joined() && !words.isEmpty()) {
                if (!words.isEmpty()) {
                    pieces.add(new Piece(left, line.get(n - 1).face(), stretch, words.toString()));
                    words.setLength(0);
                }
                left = at + gap;
            } else {
                words.append(' ');
            }
            words.append(word.letters());
            at += gap + word.width();
        }
        if (!words.isEmpty()) {
            pieces.add(new Piece(left, line.getLast().face(), stretch, words.toString()));
        }
        return pieces;
    }
}
