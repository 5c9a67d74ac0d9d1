package vn.gopy.document.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Dropped;
import vn.gopy.vietnamese.Folding;

/** Joins the lines of a PDF into paragraphs, by indents, line ends, gaps and looks. */
final class PdfParagraphs {

    private static final float INDENT = 0.9f;
    private static final int LONG = 50;
    private static final Pattern LISTED = Pattern.compile(
            "^(\\d{1,3}[a-zđ]?(\\.\\d{1,3})*[.)]\\s|[a-zđ]\\d?\\)\\s|\\(\\d{1,2}\\)\\s|(Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\\s+[\\dIVX]|[-–+]\\s|[IVX]{1,5}\\.\\s).*");

    private final BlockList list;
    private final float pageMiddle;
    private final float[][] margins = new float[2][];
    private float left;
    private float right;
    private float leading;

    private @Nullable Paragraph paragraph;
    private @Nullable PdfLine last;
    private boolean lastCentred;
    private boolean newPage;

    PdfParagraphs(BlockList list, List<List<PdfLine>> pages) {
        this.list = list;
        float far = 0;
        float near = Float.MAX_VALUE;
        for (List<PdfLine> page : pages) {
            for (PdfLine line : page) {
                if (line.text().length() > LONG) {
                    far = Math.max(far, line.right);
                    near = Math.min(near, line.x);
                }
            }
        }
        pageMiddle = far == 0 ? 300 : (near + far) / 2;
        for (int parity = 0; parity < 2; parity++) {
            margins[parity] = margins(pages, parity);
        }
    }

    /** Left and right margin of the even or odd pages: the outermost places where several long lines begin and end. */
    private static float[] margins(List<List<PdfLine>> pages, int parity) {
        var starts = new TreeMap<Integer, Integer>();
        var ends = new TreeMap<Integer, Integer>();
        int count = 0;
        for (int i = parity; i < pages.size(); i += 2) {
            for (PdfLine line : pages.get(i)) {
                if (line.text().length() > LONG && !line.hasLeftNeighbour) {
                    starts.merge(Math.round(line.x / 2), 1, Integer::sum);
                    ends.merge(Math.round(line.right / 2), 1, Integer::sum);
                    count++;
                }
            }
        }
        int often = Math.max(1, count / 25);
        return new float[] {outermost(starts, often) * 2f, outermost(ends.descendingMap(), often) * 2f};
    }

    private static int outermost(NavigableMap<Integer, Integer> places, int often) {
        for (var place : places.entrySet()) {
            int near = place.getValue();
            near += places.getOrDefault(place.getKey() - 1, 0) + places.getOrDefault(place.getKey() + 1, 0);
            if (near >= often && place.getValue() * 3 >= near) {
                return place.getKey();
            }
        }
        return 0;
    }

    void beginPage(List<PdfLine> lines, int number) {
        newPage = true;
        left = margins[(number - 1) % 2][0];
        right = margins[(number - 1) % 2][1];
        var steps = new ArrayList<Float>();
        float before = -1;
        for (PdfLine line : lines) {
            if (before >= 0 && line.y - before > 2) {
                steps.add(line.y - before);
            }
            before = line.y;
        }
        steps.sort(Float::compare);
        leading = steps.isEmpty() ? 18 : steps.get(steps.size() / 4);
    }

    void lines(List<PdfLine> lines) {
        int i = 0;
        while (i < lines.size()) {
            int end = columnsEnd(lines, i);
            if (end > i) {
                columns(lines.subList(i, end));
                i = end;
            } else {
                line(lines.get(i++));
            }
        }
    }

    // ---- two columns: the head of the first page, and recipients beside the signature

    /** Where a stretch of two-column lines that begins here ends; the same index when none begins. */
    private int columnsEnd(List<PdfLine> lines, int from) {
        PdfLine first = lines.get(from);
        if (!first.hasRightNeighbour && !isRecipients(first)) {
            return from;
        }
        int end = from;
        int pairs = 0;
        while (end < lines.size() && isInColumn(lines.get(end), isRecipients(first))) {
            pairs += lines.get(end).hasRightNeighbour ? 1 : 0;
            end++;
        }
        return pairs > 0 ? end : from;
    }

    private static boolean isRecipients(PdfLine line) {
        return Folding.fold(line.text().length() > 12 ? line.text().substring(0, 12) : line.text())
                .startsWith("noi nhan");
    }

    private boolean isInColumn(PdfLine line, boolean closing) {
        boolean piece = line.hasLeftNeighbour || line.hasRightNeighbour;
        if (!piece && Math.abs(line.middle() - pageMiddle) < 3 * line.size) {
            return false;
        }
        boolean leftHalf = line.right < pageMiddle + 30;
        boolean rightHalf = line.x > pageMiddle - 40;
        return piece
                || closing && (leftHalf || rightHalf)
                || rightHalf && line.text().length() < 60
                || leftHalf && line.text().length() < 40 && line.middle() < pageMiddle - 60;
    }

    private void columns(List<PdfLine> lines) {
        end();
        for (PdfLine line : lines) {
            if (!isRight(line)) {
                column(line);
            }
        }
        end();
        for (PdfLine line : lines) {
            if (isRight(line)) {
                column(line);
            }
        }
        end();
    }

    private boolean isRight(PdfLine line) {
        return line.hasLeftNeighbour || !line.hasRightNeighbour && line.middle() > pageMiddle;
    }

    private void column(PdfLine line) {
        boolean goesOn = last != null && paragraph != null && startsLower(line.text()) && !endsSentence(last.text());
        if (!goesOn) {
            end();
        }
        append(line, false);
    }

    // ---- one column

    private void line(PdfLine line) {
        if (line.text().isEmpty()) {
            return;
        }
        boolean centred = isCentred(line);
        if (paragraph != null && last != null && !continues(line, centred)) {
            end();
        }
        append(line, centred);
        newPage = false;
    }

    private boolean isCentred(PdfLine line) {
        float slack = line.size * 1.6f;
        boolean middle = Math.abs(line.middle() - (left + right) / 2) < slack;
        return middle && line.x > left + 2.5f * line.size && line.right < right - 2 * line.size;
    }

    private boolean continues(PdfLine line, boolean centred) {
        PdfLine before = java.util.Objects.requireNonNull(last);
        String text = line.text();
        if (centred || lastCentred) {
            return centred && lastCentred && !newPage && isTitleGoingOn(before, line);
        }
        boolean indented = line.x > left + INDENT * line.size;
        boolean full = before.right > right - roomFor(line);
        boolean sentence = endsSentence(before.text());
        boolean inside = startsLower(text) || !text.isEmpty() && Character.isDigit(text.charAt(0));
        boolean goesOn = !sentence && inside && !isListed(text);
        if ((sentence || indented || !full) && isListed(text)) {
            return false;
        }
        if (!newPage && line.y - before.y > leading * 1.75f) {
            return goesOn && full;
        }
        if (indented) {
            return full && goesOn;
        }
        if (line.startsBold() != before.startsBold()
                && line.isBold() != before.isBold()
                && (sentence || line.isBold())) {
            return goesOn;
        }
        boolean long_ = before.right > left + 0.75f * (right - left);
        return full || goesOn || !sentence && long_;
    }

    /** What the first word of a line would have needed on the line before. */
    private static float roomFor(PdfLine line) {
        int space = line.text().indexOf(' ');
        int letters = space < 0 ? line.text().length() : space;
        int counted = 0;
        float end = line.x;
        for (PdfPage.Glyph glyph : line.glyphs) {
            if (counted >= letters) {
                break;
            }
            counted += glyph.text().length();
            end = glyph.right();
        }
        return end - line.x + line.size * 0.9f;
    }

    private static boolean isTitleGoingOn(PdfLine before, PdfLine line) {
        return line.isBold() == before.isBold() && startsLower(line.text()) && !endsSentence(before.text());
    }

    private static boolean startsLower(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    private static boolean endsSentence(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char c = text.charAt(text.length() - 1);
        char mark = (c == '”' || c == '"' || c == ')') && text.length() > 1 ? text.charAt(text.length() - 2) : c;
        return ".;:!?".indexOf(mark) >= 0;
    }

    private void append(PdfLine line, boolean centred) {
        if (paragraph == null) {
            paragraph = new Paragraph();
            paragraph.centred(centred);
        } else if (last != null && !last.text().endsWith("-")) {
            paragraph.append(" ", line.runs().getFirst().font(), line.startsBold(), false);
        }
        for (PdfLine.Run run : line.runs()) {
            paragraph.append(run.text(), run.font(), run.bold(), run.italic());
        }
        line.marks.forEach(mark -> list.drop(mark, Dropped.Why.FOOTNOTE_MARK));
        last = line;
        lastCentred = centred;
    }

    /** Ends the open paragraph, if any. */
    void end() {
        if (paragraph != null && last != null) {
            paragraph.addTo(list, Block.Kind.PARAGRAPH, null, last.page);
        }
        paragraph = null;
        last = null;
    }

    /** Begins with a number or sign of a list, or as the heading of a unit. */
    static boolean isListed(String text) {
        return LISTED.matcher(text).matches();
    }

    void footnotes(List<PdfLine> lines) {
        Paragraph note = null;
        for (PdfLine line : lines) {
            boolean begins =
                    note == null || !line.marks.isEmpty() || line.text().matches("^\\d{1,3}$");
            if (begins && note != null) {
                note.addTo(list, Block.Kind.FOOTNOTE, null, line.page);
                note = null;
            }
            if (note == null) {
                note = new Paragraph();
            } else {
                note.append(" ", "", false, false);
            }
            for (PdfLine.Run run : line.runs()) {
                note.append(run.text(), run.font(), run.bold(), run.italic());
            }
            line.marks.forEach(mark -> list.drop(mark, Dropped.Why.FOOTNOTE_MARK));
        }
        if (note != null) {
            note.addTo(list, Block.Kind.FOOTNOTE, null, lines.getLast().page);
        }
    }

    /** The lines of one cell are one paragraph, new ones begin at list signs and after sentences. */
    static void cell(BlockList list, List<PdfLine> lines, Block.Cell cell, int page) {
        Paragraph text = null;
        PdfLine before = null;
        for (PdfLine line : lines) {
            boolean begins = before == null
                    || endsSentence(before.text()) && !startsLower(line.text())
                    || line.text().startsWith("- ")
                    || line.text().startsWith("+ ");
            if (begins && text != null) {
                text.addTo(list, Block.Kind.CELL, cell, page);
                text = null;
            }
            if (text == null) {
                text = new Paragraph();
            } else {
                text.append(
                        " ", line.runs().isEmpty() ? "" : line.runs().getFirst().font(), false, false);
            }
            for (PdfLine.Run run : line.runs()) {
                text.append(run.text(), run.font(), run.bold(), run.italic());
            }
            before = line;
        }
        if (text != null) {
            text.addTo(list, Block.Kind.CELL, cell, page);
        }
    }
}
