package vn.gopy.consolidation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.ConsolidatedTable.Row;
import vn.gopy.consolidation.ConsolidatedTable.Section;
import vn.gopy.paper.Cells;
import vn.gopy.paper.Dateline;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.paper.Look;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.SignatureBlock;
import vn.gopy.paper.Table;
import vn.gopy.paper.WordFile;
import vn.gopy.shared.Moments;

/**
 * Writes a consolidated table as a Word file: A4 across, four columns, the heading row on every page, no row parted by a
 * page break but the first, which begins under the opening sentences however long it is, "Trang x/y" at the foot. Words stand in one run each, composed (NFC). The same table gives the same bytes.
 */
final class ConsolidatedTableDocx {

    private static final List<String> COLUMNS =
            List.of("NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN", "CHỦ THỂ GÓP Ý", "NỘI DUNG GÓP Ý", "NỘI DUNG TIẾP THU, GIẢI TRÌNH");
    private static final int[] WIDTHS = {42, 48, 81, 81};
    private static final Look CELL = Look.plain(13);
    private static final Look TITLE = Look.plain(14).inBold().centred();
    private static final Look OPENING = Look.plain(14).justified().indented(10).spaced(0, 6);

    private ConsolidatedTableDocx() {}

    /** Writes {@code table} to {@code out}, which stays open. */
    static void write(ConsolidatedTable table, OutputStream out) throws IOException {
        try (var file = new WordFile(Sheet.ACROSS, 13)) {
            file.footWithPageOfPages(Optional.of(table.footNote()).filter(note -> !note.isEmpty()));
            header(table).writeTo(file, 42);
            writeTitle(file, table);
            writeRows(file, table.sections());
            signature(table).writeTo(file);
            file.writeTo(out, String.join(" ", OpeningWords.title(table.heading())), table.madeOn());
        }
    }

    private static HeaderBlock header(ConsolidatedTable table) {
        var heading = table.heading();
        var symbol = heading.regime() == Family.STATE ? "Số: " : "Số ";
        var number = Optional.ofNullable(heading.number()).map(symbol::concat).orElse(null);
        return new HeaderBlock(
                heading.regime(), heading.superior(), heading.makingBody(), number, dateline(table), List.of());
    }

    private static String dateline(ConsolidatedTable table) {
        var heading = table.heading();
        return heading.date() == null
                ? Dateline.open(heading.place(), table.madeOn().getYear())
                : Dateline.of(heading.place(), heading.date());
    }

    private static void writeTitle(WordFile file, ConsolidatedTable table) {
        var title = OpeningWords.title(table.heading());
        file.paragraph(TITLE.spaced(18, 0), title.getFirst());
        file.paragraph(TITLE.spaced(0, 12), title.getLast());
        OpeningWords.paragraphs(table.heading(), table.opening()).forEach(words -> file.paragraph(OPENING, words));
    }

    private static void writeRows(WordFile file, List<Section> sections) {
        var table = file.table(true, WIDTHS);
        var headings = table.firstRow(true);
        for (int i = 0; i < COLUMNS.size(); i++) {
            headings.write(i, CELL.inBold().centred(), COLUMNS.get(i));
            headings.centre(i);
        }
        boolean first = true;
        for (Section section : sections) {
            writeSection(table, section, first);
            first &= section.rows().isEmpty();
        }
    }

    /** @param first whether no row stands above yet */
    private static void writeSection(Table table, Section section, boolean first) {
        if (!section.title().isEmpty()) {
            table.addWideRow(CELL.inBold().kept(), section.title());
        }
        for (int i = 0; i < section.rows().size(); i++) {
            var row = section.rows().get(i);
            var cells = table.addRow();
            writePlace(cells, row, placeAt(section, i - 1), placeAt(section, i + 1));
            writeContributors(cells, row);
            writeOpinions(cells, row);
            cells.write(3, CELL.justified(), row.answer());
            if (first && i == 0) {
                table.letPart();
            }
        }
    }

    private static @Nullable String placeAt(Section section, int index) {
        return index < 0 || index >= section.rows().size()
                ? null
                : section.rows().get(index).place();
    }

    /** Rows about the same place share the first cell. */
    private static void writePlace(Cells cells, Row row, @Nullable String above, @Nullable String below) {
        if (row.place().equals(above)) {
            cells.joinAbove(0);
            return;
        }
        if (row.place().equals(below)) {
            cells.joinBelow(0);
        }
        cells.write(0, CELL.inBold(), row.place());
    }

    private static void writeContributors(Cells cells, Row row) {
        row.opinions().stream()
                .flatMap(opinion -> opinion.contributors().stream())
                .distinct()
                .forEach(contributor -> {
                    cells.write(1, CELL, contributor.name());
                    source(contributor).ifPresent(words -> cells.write(1, CELL.inItalic(), words));
                });
    }

    private static Optional<String> source(Contributor contributor) {
        return Optional.ofNullable(contributor.letter())
                .map(letter -> "(số %s, ngày %s)".formatted(letter.number(), Moments.date(letter.date())))
                .or(() -> Optional.of(contributor.remark())
                        .filter(remark -> !remark.isEmpty())
                        .map("(%s)"::formatted));
    }

    /** Where several have said different things, each is named before the words. */
    private static void writeOpinions(Cells cells, Row row) {
        for (var opinion : row.opinions()) {
            var paragraph = cells.paragraph(2, CELL.justified());
            if (row.opinions().size() > 1) {
                paragraph.add(CELL.inItalic(), names(opinion) + ": ");
            }
            paragraph.add(CELL, opinion.words());
            opinion.proposal().ifPresent(wording -> {
                var proposal = cells.paragraph(2, CELL.justified());
                proposal.add(CELL.inItalic(), "Lời văn đề xuất: ");
                proposal.add(CELL, wording);
            });
        }
    }

    private static String names(Opinion opinion) {
        return String.join(
                "; ", opinion.contributors().stream().map(Contributor::name).toList());
    }

    private static SignatureBlock signature(ConsolidatedTable table) {
        var signature = table.signature();
        var note = table.heading().regime() == Family.STATE ? "(Ký tên, đóng dấu)" : "";
        return new SignatureBlock(signature.recipients(), signature.posts(), note, signature.name());
    }
}
