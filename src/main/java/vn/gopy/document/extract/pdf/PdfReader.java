package vn.gopy.document.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.Recognition;
import vn.gopy.document.extract.Refused;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.vietnamese.Folding;

/**
 * PDF files that have a text layer: lines become paragraphs again, running headers, page numbers and signature stamps go,
 * ruled tables stay tables. A layer that is no language counts as none.
 */
public final class PdfReader {

    private static final int MOST_PAGES = 2000;
    private static final int LISTED_PAGES = 10;
    private static final float FOOTNOTE = 0.93f;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^[-–(]?\\s*(?:trang\\s*)?\\d{1,4}(?:\\s*/\\s*\\d{1,4})?\\s*[-–)]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAMP = Pattern.compile(
            "^(ky boi|nguoi ky|email|co quan|thoi gian ky|chung thu|ky ngay|noi ky|digitally signed|signature|ngay ky|to chuc).{0,4}:.*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final BlockList list;
    private final PdfRemarks remarks = new PdfRemarks();
    private final List<List<PdfLine>> pages = new ArrayList<>();
    private final List<List<PdfTables.Grid>> tables = new ArrayList<>();

    private PdfReader(BlockList list) {
        this.list = list;
    }

    /** Reads the text that stands in the file; pages that are pictures are named. */
    public static Reading read(byte[] content) {
        return read(content, null);
    }

    /** The same with the letters of those pages. */
    static Reading read(byte[] content, @Nullable Recognition recognition) {
        try (PDDocument document = PdfFile.opened(content)) {
            return new PdfReader(new BlockList()).readAll(document, recognition);
        } catch (InvalidPasswordException locked) {
            throw new Refused(Problem.PASSWORD_PROTECTED);
        } catch (IOException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private Reading readAll(PDDocument document, @Nullable Recognition recognition) throws IOException {
        int count = Math.min(document.getNumberOfPages(), MOST_PAGES);
        if (count == 0) {
            throw new Refused(Problem.EMPTY);
        }
        var page = new PdfPage();
        FormValues form = FormValues.of(document);
        int broken = 0;
        var pictures = new ArrayList<Integer>();
        for (int number = 1; number <= count; number++) {
            PDPage source = document.getPage(number - 1);
            try {
                page.take(document, source);
            } catch (IOException | RuntimeException damaged) {
                broken++;
            }
            page.dropped.forEach(words -> list.drop(words, Dropped.Why.RUNNING_HEADER));
            remarks.take(source, number, page.glyphs);
            page.glyphs.addAll(form.on(number));
            take(page, number);
            if (isBare(number - 1) && isPicture(source)) {
                pictures.add(number);
            }
        }
        if (broken == count) {
            throw new Refused(Problem.CORRUPT);
        }
        if (broken > 0) {
            list.warn(Warning.Code.PARTIAL, Wording.PAGES_NOT_READ, broken);
        }
        if (recognition != null) {
            recognise(pictures, new PictureLetters(document, recognition, list));
        }
        if (!pictures.isEmpty()) {
            list.warn(Warning.Code.NO_TEXT_LAYER, pagesWithoutText(pictures));
        }
        if (document.getNumberOfPages() > MOST_PAGES) {
            list.warn(Warning.Code.TRUNCATED, Wording.ONLY_PAGES_READ, MOST_PAGES);
        }
        PdfRemarks.tellAttachments(document, list);
        return finished();
    }

    /** A page without letters that shows a picture: what stands on it is not read. */
    private static boolean isPicture(PDPage page) {
        PDResources resources = page.getResources();
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Has no text but what is laid over a scan: the number of the page, and who signed. */
    private boolean isBare(int page) {
        return tables.get(page).isEmpty()
                && pages.get(page).stream().allMatch(line -> overlay(line).isPresent());
    }

    private static Optional<Dropped.Why> overlay(PdfLine line) {
        String text = line.text();
        if (PAGE_NUMBER.matcher(text).matches()) {
            return Optional.of(Dropped.Why.PAGE_NUMBER);
        }
        boolean stamp = text.length() < 200 && STAMP.matcher(Folding.fold(text)).matches();
        return stamp ? Optional.of(Dropped.Why.SIGNATURE_STAMP) : Optional.empty();
    }

    /** Puts the letters of pictures in the place of their pages; those without letters stay among the pictures. */
    private void recognise(List<Integer> pictures, PictureLetters letters) {
        for (int number : List.copyOf(pictures)) {
            List<PdfLine> lines = letters.goesOn() ? letters.lines(number - 1) : List.of();
            if (!lines.isEmpty()) {
                pages.get(number - 1).forEach(line -> overlay(line).ifPresent(why -> list.drop(line.text(), why)));
                pages.set(number - 1, lines);
                pictures.remove(Integer.valueOf(number));
            }
        }
        letters.confidences().forEach(list::recognised);
        if (!letters.confidences().isEmpty()) {
            String numbers = listed(letters.confidences().keySet());
            list.warn(Warning.Code.OCR, Wording.PAGES_RECOGNISED, numbers, letters.confidence());
        }
    }

    private static String listed(Collection<Integer> pages) {
        return pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Sentence pagesWithoutText(List<Integer> pages) {
        String first = listed(pages.subList(0, Math.min(LISTED_PAGES, pages.size())));
        int more = pages.size() - LISTED_PAGES;
        return more > 0
                ? Sentence.of(Wording.MORE_PAGES_WITHOUT_TEXT, first, more)
                : Sentence.of(Wording.PAGES_WITHOUT_TEXT, first);
    }

    /** The rest of the way for lines that were recognised. */
    static Reading ofLines(BlockList list, List<List<PdfLine>> pages) {
        var reader = new PdfReader(list);
        reader.pages.addAll(pages);
        pages.forEach(any -> reader.tables.add(new ArrayList<>()));
        return reader.finished();
    }

    private Reading finished() {
        dropMargins();
        arrange();
        remarks.tell(list);
        Reading reading = list.reading(FileKind.PDF.mediaType());
        if (!TextLayer.isReadable(reading.blocks())) {
            throw new Refused(Problem.NO_TEXT);
        }
        return reading;
    }

    private void take(PdfPage page, int number) {
        List<PdfTables.Grid> grids = PdfTables.of(page.rules);
        var loose = new ArrayList<PdfPage.Glyph>();
        for (PdfPage.Glyph glyph : page.glyphs) {
            PdfTables.Grid home = null;
            for (PdfTables.Grid grid : grids) {
                home = home == null && grid.holds(glyph) ? grid : home;
            }
            if (home == null) {
                loose.add(glyph);
            } else {
                home.glyphs.add(glyph);
            }
        }
        grids.removeIf(grid -> grid.glyphs.isEmpty());
        pages.add(PdfLine.of(LineNumbers.removed(loose), number));
        tables.add(grids);
    }

    // ---- what surrounds the text

    private void dropMargins() {
        Map<String, Integer> seen = new HashMap<>();
        for (List<PdfLine> lines : pages) {
            var here = new HashSet<String>();
            for (PdfLine line : edge(lines)) {
                here.add(shape(line));
            }
            here.forEach(shape -> seen.merge(shape, 1, Integer::sum));
        }
        int often = Math.max(2, pages.size() / 4);
        for (int i = 0; i < pages.size(); i++) {
            drop(pages.get(i), seen, often, i == 0);
        }
    }

    /** The first two and the last two lines of a page. */
    private static List<PdfLine> edge(List<PdfLine> lines) {
        var edge = new ArrayList<PdfLine>();
        Set<Float> heights = new HashSet<>();
        for (PdfLine line : lines) {
            heights.add(line.y);
            if (heights.size() > 2) {
                break;
            }
            edge.add(line);
        }
        heights.clear();
        for (int i = lines.size() - 1; i >= edge.size(); i--) {
            heights.add(lines.get(i).y);
            if (heights.size() > 2) {
                break;
            }
            edge.add(lines.get(i));
        }
        return edge;
    }

    private static String shape(PdfLine line) {
        String words = DIGITS.matcher(Folding.fold(line.text())).replaceAll("#").replace(" ", "");
        // a running header stands at the same height on every page, a heading that begins a page does not repeat its
        // look
        return words + "@" + Math.round(line.y / 12);
    }

    private void drop(List<PdfLine> lines, Map<String, Integer> seen, int often, boolean first) {
        for (PdfLine line : edge(lines)) {
            String text = line.text();
            boolean number = PAGE_NUMBER.matcher(text).matches();
            boolean running = pages.size() > 1
                    && seen.getOrDefault(shape(line), 0) >= often
                    && text.length() < 150
                    && !PdfParagraphs.isListed(text)
                    && !number;
            if (number || running) {
                list.drop(text, number ? Dropped.Why.PAGE_NUMBER : Dropped.Why.RUNNING_HEADER);
                lines.remove(line);
            }
        }
        for (PdfLine line : List.copyOf(lines)) {
            String folded = line.text().length() < 200 ? Folding.fold(line.text()) : "";
            if (STAMP.matcher(folded).matches() && (first && line.y < 140 || line.size < 11)) {
                list.drop(line.text(), Dropped.Why.SIGNATURE_STAMP);
                lines.remove(line);
            }
        }
    }

    // ---- from lines to paragraphs

    private void arrange() {
        float body = bodySize();
        var joiner = new PdfParagraphs(list, pages);
        var footnotes = new ArrayList<List<PdfLine>>();
        for (int i = 0; i < pages.size(); i++) {
            List<PdfLine> lines = pages.get(i);
            List<PdfLine> notes = footnotes(lines, body);
            lines.removeAll(notes);
            footnotes.add(notes);
            page(joiner, lines, tables.get(i), i + 1);
        }
        joiner.end();
        for (List<PdfLine> notes : footnotes) {
            joiner.footnotes(notes);
        }
    }

    private void page(PdfParagraphs joiner, List<PdfLine> lines, List<PdfTables.Grid> grids, int number) {
        int next = 0;
        joiner.beginPage(lines, number);
        for (PdfTables.Grid grid : grids) {
            int from = next;
            while (next < lines.size() && lines.get(next).y < grid.top + 2) {
                next++;
            }
            joiner.lines(lines.subList(from, next));
            joiner.end();
            table(grid, number);
        }
        joiner.lines(lines.subList(next, lines.size()));
    }

    private float bodySize() {
        var sizes = new HashMap<Integer, Integer>();
        pages.forEach(lines -> lines.forEach(
                line -> sizes.merge(Math.round(line.size * 2), line.text().length(), Integer::sum)));
        return sizes.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(26)
                / 2f;
    }

    /** Small print at the foot of a page that begins with its number. */
    private static List<PdfLine> footnotes(List<PdfLine> lines, float body) {
        int from = lines.size();
        while (from > 0 && lines.get(from - 1).size < FOOTNOTE * body) {
            from--;
        }
        List<PdfLine> small = lines.subList(from, lines.size());
        if (small.isEmpty()) {
            return List.of();
        }
        PdfLine first = small.getFirst();
        boolean numbered = !first.marks.isEmpty()
                || first.text().matches("^\\d{1,3}(\\s.*)?$")
                || first.text().startsWith("*");
        return numbered && from > 0 ? List.copyOf(small) : List.of();
    }

    private PdfTables.@Nullable Grid lastGrid;
    private int lastTable;
    private int lastRow;
    private int lastTablePage;

    private void table(PdfTables.Grid grid, int page) {
        boolean goesOn = lastGrid != null
                && lastTablePage == page - 1
                && sameColumns(lastGrid, grid)
                && lastBlockIsOf(lastTable);
        if (!goesOn) {
            lastTable = list.nextTable();
            lastRow = 0;
        }
        var cells = new TreeMap<Integer, TreeMap<Integer, List<PdfPage.Glyph>>>();
        for (PdfPage.Glyph glyph : grid.glyphs) {
            cells.computeIfAbsent(grid.row(glyph), any -> new TreeMap<>())
                    .computeIfAbsent(grid.column(glyph), any -> new ArrayList<>())
                    .add(glyph);
        }
        for (var row : cells.values()) {
            for (var cell : row.entrySet()) {
                var place = new Block.Cell(lastTable, lastRow, cell.getKey());
                PdfParagraphs.cell(list, PdfLine.of(cell.getValue(), page), place, page);
            }
            lastRow++;
        }
        lastGrid = grid;
        lastTablePage = page;
    }

    private boolean lastBlockIsOf(int table) {
        List<Block> blocks = list.blocks();
        return !blocks.isEmpty()
                && blocks.getLast().cell() != null
                && blocks.getLast().cell().table() == table;
    }

    private static boolean sameColumns(PdfTables.Grid a, PdfTables.Grid b) {
        if (a.columns.size() != b.columns.size()) {
            return false;
        }
        for (int i = 0; i < a.columns.size(); i++) {
            if (Math.abs(a.columns.get(i) - b.columns.get(i)) > 6) {
                return false;
            }
        }
        return true;
    }
}
