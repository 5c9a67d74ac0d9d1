package vn.gopy.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PDF file that is written from top to bottom like a Word file, its letters embedded: paragraphs, columns beside each
 * other, and one ruled table whose heading stands on every page. No row is parted by a page break unless it may be, or is
 * longer than a page. "Trang x/y" stands at the right of every foot.
 */
public final class PdfFlow implements AutoCloseable {

    private static final float POINTS_OF_MILLIMETRE = 72 / 25.4f;
    private static final float PADDING = 4;
    private static final float FOOT_SIZE = 11;

    private final PdfFile file;
    private final Sheet sheet;
    private final String note;
    private final List<PdfPage> pages = new ArrayList<>();
    private PdfPage page;
    private float at;
    private float[] columns = {};
    private List<List<PdfText.Line>> heading = List.of();
    /** Where the cell that rows share began on this page; negative while none is open. */
    private float sharedFrom = -1;

    /** @param note printed at the left of every foot; empty for none */
    public PdfFlow(String title, Sheet sheet, String note) throws IOException {
        this.file = new PdfFile(title);
        this.sheet = sheet;
        this.note = note;
        this.page = newPage();
    }

    /** @param millimetres in points */
    static float points(float millimetres) {
        return millimetres * POINTS_OF_MILLIMETRE;
    }

    /** Width between the margins in millimetres. */
    int textWidth() {
        return sheet.textWidth();
    }

    private PdfPage newPage() throws IOException {
        page = file.page(points(sheet.width()), points(sheet.height()));
        pages.add(page);
        at = points(sheet.top());
        return page;
    }

    private float bottom() {
        return points(sheet.height() - sheet.bottom());
    }

    private float left() {
        return points(sheet.left());
    }

    /** Adds a paragraph over the whole width. */
    public void paragraph(PdfParagraph paragraph) throws IOException {
        for (PdfText.Line line : PdfText.lines(file, List.of(paragraph), points(sheet.textWidth()))) {
            if (at + line.height() > bottom()) {
                newPage();
            }
            write(line, left());
            at += line.height();
        }
    }

    /** Adds two columns without lines around them, which stay on one page. */
    public void beside(List<PdfParagraph> leftHand, List<PdfParagraph> rightHand, int leftMillimetres)
            throws IOException {
        float width = points(leftMillimetres);
        List<PdfText.Line> first = PdfText.lines(file, leftHand, width - PADDING);
        List<PdfText.Line> second = PdfText.lines(file, rightHand, points(sheet.textWidth()) - width - PADDING);
        float height = Math.max(height(first), height(second));
        if (at + height > bottom()) {
            newPage();
        }
        writeAll(first, left());
        writeAll(second, left() + width + PADDING);
        at += height;
    }

    /** Begins the table; its heading comes back on every page. */
    public void table(List<PdfParagraph> names, int... millimetres) throws IOException {
        columns = new float[millimetres.length];
        for (int n = 0; n < columns.length; n++) {
            columns[n] = points(millimetres[n]);
        }
        heading = cells(names.stream().map(List::of).toList());
        if (at + rowHeight(heading) * 2 > bottom()) {
            newPage();
        }
        writeHeading();
    }

    private void writeHeading() throws IOException {
        ruledRow(heading, rowHeight(heading), true);
    }

    /** Adds a row of one cell over all columns, on the page of the row below it where there is one. */
    public void wideRow(PdfParagraph words) throws IOException {
        closeShared();
        float width = sum(columns.length);
        List<PdfText.Line> lines = PdfText.lines(file, List.of(words), width - 2 * PADDING);
        float height = height(lines) + 2 * PADDING;
        if (at + height + points(20) > bottom()) {
            nextTablePage();
        }
        float top = at;
        at += PADDING;
        writeAll(lines, left() + PADDING);
        at = top + height;
        frame(top, at, 0, width);
    }

    /**
     * Adds a row of as many cells as there are columns.
     *
     * @param joined whether its first cell is the one above it; then the first cell given is not written
     * @param part whether a page break may part it
     */
    public void row(List<List<PdfParagraph>> row, boolean joined, boolean part) throws IOException {
        List<List<PdfText.Line>> cells = new ArrayList<>(cells(row));
        if (joined) {
            cells.set(0, List.of());
        } else {
            closeShared();
        }
        float height = rowHeight(cells);
        float wholePage = bottom() - points(sheet.top()) - rowHeight(heading);
        if (at + height > bottom() && !part && rowHeight(cells) <= wholePage) {
            nextTablePage();
        }
        if (sharedFrom < 0) {
            sharedFrom = at;
        }
        while (at + height > bottom()) {
            parted(cells);
            height = rowHeight(cells);
        }
        ruledRow(cells, height, false);
    }

    /** Writes what this page still takes of the cells, which keep the rest for the next page. */
    private void parted(List<List<PdfText.Line>> cells) throws IOException {
        float room = bottom() - at - 2 * PADDING;
        List<List<PdfText.Line>> here = new ArrayList<>();
        for (int n = 0; n < cells.size(); n++) {
            List<PdfText.Line> lines = cells.get(n);
            int taken = 0;
            float height = 0;
            while (taken < lines.size() && height + lines.get(taken).height() <= room) {
                height += lines.get(taken++).height();
            }
            here.add(lines.subList(0, taken));
            cells.set(n, lines.subList(taken, lines.size()));
        }
        if (here.stream().anyMatch(lines -> !lines.isEmpty())) {
            ruledRow(here, bottom() - at, false);
        }
        nextTablePage();
    }

    private void nextTablePage() throws IOException {
        boolean open = sharedFrom >= 0;
        closeShared();
        newPage();
        writeHeading();
        if (open) {
            sharedFrom = at;
        }
    }

    /** Ends the table. */
    public void endTable() throws IOException {
        closeShared();
        columns = new float[0];
    }

    private void closeShared() throws IOException {
        if (sharedFrom >= 0 && at > sharedFrom) {
            frame(sharedFrom, at, 0, columns[0]);
        }
        sharedFrom = -1;
    }

    private void ruledRow(List<List<PdfText.Line>> cells, float height, boolean centred) throws IOException {
        float top = at;
        for (int n = 0; n < cells.size(); n++) {
            at = top + (centred ? (height - height(cells.get(n))) / 2 : PADDING);
            writeAll(cells.get(n), left() + sum(n) + PADDING);
        }
        at = top + height;
        for (int n = centred ? 0 : 1; n < columns.length; n++) {
            frame(top, at, sum(n), sum(n + 1));
        }
    }

    private void frame(float top, float foot, float from, float to) throws IOException {
        float near = left() + from;
        float far = left() + to;
        page.rule(near, top, far, top);
        page.rule(near, foot, far, foot);
        page.rule(near, top, near, foot);
        page.rule(far, top, far, foot);
    }

    private List<List<PdfText.Line>> cells(List<List<PdfParagraph>> row) {
        List<List<PdfText.Line>> cells = new ArrayList<>();
        for (int n = 0; n < columns.length; n++) {
            cells.add(PdfText.lines(file, row.get(n), columns[n] - 2 * PADDING));
        }
        return cells;
    }

    private static float rowHeight(List<List<PdfText.Line>> cells) {
        return cells.stream().map(PdfFlow::height).reduce(0f, Math::max) + 2 * PADDING;
    }

    private static float height(List<PdfText.Line> lines) {
        return (float) lines.stream().mapToDouble(PdfText.Line::height).sum();
    }

    private float sum(int first) {
        float width = 0;
        for (int n = 0; n < first; n++) {
            width += columns[n];
        }
        return width;
    }

    private void writeAll(List<PdfText.Line> lines, float from) throws IOException {
        float top = at;
        for (PdfText.Line line : lines) {
            write(line, from);
            at += line.height();
        }
        at = top;
    }

    private void write(PdfText.Line line, float from) throws IOException {
        for (PdfText.Piece piece : line.pieces()) {
            page.words(
                    from + piece.left(), at + line.base(), piece.face(), line.size(), piece.stretch(), piece.words());
            if (line.lined()) {
                float under = at + line.base() + 2;
                float wide = file.width(piece.words(), piece.face(), line.size());
                page.rule(from + piece.left(), under, from + piece.left() + wide, under);
            }
        }
    }

    /** The whole file; nothing can be added afterwards. */
    public byte[] toBytes() throws IOException {
        float base = points(sheet.height() - 10);
        float right = points(sheet.width() - sheet.right());
        for (int n = 0; n < pages.size(); n++) {
            page = pages.get(n);
            page.words(left(), base, Face.ITALIC, FOOT_SIZE, note);
            page.wordsBefore(right, base, Face.PLAIN, FOOT_SIZE, "Trang " + (n + 1) + "/" + pages.size());
        }
        return file.toBytes();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
