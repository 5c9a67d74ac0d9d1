package vn.gopy.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.paper.Cells;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.Look;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.SignatureBlock;
import vn.gopy.paper.Table;
import vn.gopy.paper.WordFile;

/**
 * Writes a draft of the story as a Word file in the Party's form (Hướng dẫn 05: A4, Times New Roman 14, margins
 * 20/20/30/15 mm, first line 10 mm, lines of 19 points). The same text and day give the same bytes.
 */
final class DraftDocument {

    /** Stands at the foot of every file the example makes. */
    static final String NOTE = "Dữ liệu minh họa";

    private static final int LINE_HEIGHT = 19;
    private static final Look TEXT = Look.plain(14).justified().indented(10).spaced(0, 6);
    private static final Look CENTRED = Look.plain(14).centred().kept();

    private final WordFile file = new WordFile(Sheet.UPRIGHT, 14);
    private final List<String> recipients = new ArrayList<>();
    private final HeaderLines header = new HeaderLines();
    private @Nullable Table annexTable;

    private DraftDocument() {}

    /** The Word file of the lines of a draft. */
    static byte[] write(List<Markup.MarkupLine> lines, StoryCalendar calendar) {
        var document = new DraftDocument();
        document.file.numberPagesOnTop(14);
        document.file.footNote(NOTE);
        lines.forEach(document::add);
        var title = lines.stream().filter(line -> line.tag().equals("about")).findFirst();
        return document.file.toBytes(title.map(Markup.MarkupLine::words).orElseThrow(), calendar.today());
    }

    private void add(Markup.MarkupLine line) {
        switch (line.tag()) {
            case "superior", "issuer", "number", "place" -> header.put(line);
            case "mark" -> header.block(line.words()).writeTo(file, 48);
            case "title" ->
                file.paragraph(Look.plain(16).centred().kept().inBold().spaced(18, 0), line.words());
            case "about" -> file.paragraph(CENTRED.inBold().spaced(2, 0), line.words());
            case "note" ->
                file.paragraph(Look.plain(13).centred().kept().inItalic().spaced(2, 0), line.words());
            case "rule" -> file.paragraph(CENTRED.spaced(0, 12), "-----");
            case "enacting" -> file.paragraph(CENTRED.inBold().spaced(12, 12), line.words());
            case "chapter" -> addChapter(line.parts());
            case "heading" -> file.paragraph(TEXT.inBold().kept(), line.words()).lineHeight(LINE_HEIGHT);
            case "text" -> addText(line.words());
            case "recipient" -> recipients.add(line.words());
            case "signature" -> addSignature(line.parts());
            case "newpage" -> file.newPage();
            case "columns" -> openTable(line.parts());
            case "row" -> fill(Optional.ofNullable(annexTable).orElseThrow().addRow(), line.parts());
            default -> throw new IllegalArgumentException("Unknown tag: " + line.tag());
        }
    }

    private void addChapter(List<String> parts) {
        file.paragraph(CENTRED.inBold().spaced(12, 0), parts.get(0));
        file.paragraph(CENTRED.inBold().spaced(0, 8), parts.get(1));
    }

    private void addText(String words) {
        var stretches = Markup.stretches(words);
        var paragraph = file.paragraph(TEXT);
        stretches.forEach(stretch -> paragraph.add(look(stretch), stretch.words()));
        paragraph.lineHeight(LINE_HEIGHT);
    }

    private static Look look(Markup.Stretch stretch) {
        var look = stretch.bold() ? TEXT.inBold() : TEXT;
        return stretch.italic() ? look.inItalic() : look;
    }

    private void addSignature(List<String> parts) {
        var posts = parts.subList(0, parts.size() - 1);
        new SignatureBlock(recipients, posts, "", parts.getLast()).writeTo(file);
        recipients.clear();
    }

    /** Each part is a heading with the width of its column in millimetres. */
    private void openTable(List<String> parts) {
        var widths = parts.stream().mapToInt(part -> Integer.parseInt(part.substring(part.lastIndexOf(' ') + 1)));
        annexTable = file.table(true, widths.toArray());
        var cells = annexTable.firstRow(true);
        for (int i = 0; i < parts.size(); i++) {
            var heading = parts.get(i).substring(0, parts.get(i).lastIndexOf(' '));
            cells.write(i, Look.plain(13).inBold().centred(), heading);
        }
    }

    private static void fill(Cells cells, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            cells.write(i, i == 0 ? Look.plain(13).centred() : Look.plain(13), parts.get(i));
        }
    }

    /** Gathers the lines of the header block until all are there. */
    private static final class HeaderLines {

        private @Nullable String superior;
        private String issuer = "";
        private String number = "";
        private String place = "";

        void put(Markup.MarkupLine line) {
            switch (line.tag()) {
                case "superior" -> superior = line.words();
                case "issuer" -> issuer = line.words();
                case "number" -> number = line.words();
                default -> place = line.words();
            }
        }

        HeaderBlock block(String mark) {
            return new HeaderBlock(HeaderBlock.Family.PARTY, superior, issuer, number, place, List.of(mark));
        }
    }
}
