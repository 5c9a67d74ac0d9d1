package vn.gopy.draft.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.print.PrintLayout.Line;
import vn.gopy.draft.print.PrintLayout.Piece;
import vn.gopy.draft.print.PrintText.Paragraph;
import vn.gopy.paper.Face;
import vn.gopy.paper.PdfFile;
import vn.gopy.paper.PdfPage;

/**
 * Writes a draft for reading on paper: A4, a wide margin on the right for the pen, the lines of each page numbered, at its
 * foot which draft it is, which page of how many, and a QR code that leads to its place on the screen.
 */
final class DraftPaper implements AutoCloseable {

    private static final float SIZE = 13;
    private static final float SMALL = 8;
    private static final float LEADING = 19.5f;
    private static final float LEFT = 71;
    private static final float TOP = 57;
    private static final float PEN = 156;
    private static final float FOOT = 770;
    private static final float CODE = 42;
    private static final float COPY_SIZE = 17;

    /** How far from the upper edge it is said whose copy it is: a photo of a part of the page shows it too. */
    private static final float[] COPY = {215, 430, 645};

    /** Of a line, in points. */
    private static final float WIDTH = PdfFile.WIDTH - LEFT - PEN;

    /** Lines on a page. */
    private static final int MOST = (int) ((FOOT - TOP - LEADING) / LEADING);

    private final PdfFile file;
    private final List<List<Line>> pages;

    /** Sets the text. */
    DraftPaper(String title, List<Paragraph> text) throws IOException {
        file = new PdfFile(title);
        pages = PrintLayout.of(text, (words, face) -> file.width(words, face, SIZE), WIDTH, MOST);
    }

    /** The addresses of the places, line by line. */
    List<List<String>> places() {
        return pages.stream()
                .map(page -> page.stream().map(Line::place).toList())
                .toList();
    }

    /**
     * @param foot which draft it is
     * @param page "Trang 6/24" for the number of a page
     * @param link what the code of a page holds; null for none
     * @param copy whose copy it is, faintly behind the words of each page; empty for none
     */
    byte[] bytes(String foot, IntFunction<String> page, IntFunction<@Nullable String> link, String copy) {
        try {
            for (int n = 1; n <= pages.size(); n++) {
                PdfPage sheet = file.page();
                for (float height : copy.isEmpty() ? new float[0] : COPY) {
                    sheet.faint(height, Face.PLAIN, COPY_SIZE, copy);
                }
                write(sheet, pages.get(n - 1), foot, page.apply(n), link.apply(n));
            }
            return file.toBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    int length() {
        return pages.size();
    }

    private static void write(PdfPage page, List<Line> lines, String foot, String number, @Nullable String link)
            throws IOException {
        float base = TOP;
        for (int n = 0; n < lines.size(); n++) {
            Line line = lines.get(n);
            base += LEADING;
            page.wordsBefore(LEFT - 12, base, Face.PLAIN, SMALL, String.valueOf(n + 1));
            for (Piece piece : line.pieces()) {
                page.words(LEFT + piece.left(), base, piece.face(), SIZE, piece.stretch(), piece.words());
            }
            frame(page, line, base);
        }
        page.rule(LEFT, FOOT, PdfFile.WIDTH - PEN, FOOT);
        page.words(LEFT, FOOT + 14, Face.PLAIN, SMALL + 1, foot);
        page.wordsBefore(PdfFile.WIDTH - PEN, FOOT + 26, Face.PLAIN, SMALL + 1, number);
        if (link != null) {
            page.code(PdfFile.WIDTH - 36 - CODE, FOOT - 4, CODE, link);
        }
    }

    private static void frame(PdfPage page, Line line, float base) throws IOException {
        List<Float> columns = line.columns();
        if (columns == null) {
            return;
        }
        float top = base - LEADING + 5;
        float bottom = base + 5;
        page.rule(LEFT, top, LEFT, bottom);
        for (float column : columns) {
            page.rule(LEFT + column, top, LEFT + column, bottom);
        }
        if (line.top()) {
            page.rule(LEFT, top, LEFT + columns.getLast(), top);
        }
        if (line.last()) {
            page.rule(LEFT, bottom, LEFT + columns.getLast(), bottom);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
