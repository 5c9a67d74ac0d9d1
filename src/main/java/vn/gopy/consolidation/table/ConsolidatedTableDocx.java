package vn.gopy.consolidation.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.table.ConsolidatedTable.Addressee;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.paper.Cells;
import vn.gopy.paper.Look;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.Table;
import vn.gopy.paper.WordFile;

/**
 * Writes a consolidated table as a Word file: A4 across, four columns, the heading row on every page, no row parted by a
 * page break but the first, which begins under the opening sentences however long it is, "Trang x/y" at the foot. Words stand in one run each, composed (NFC). The same table gives the same bytes.
 */
final class ConsolidatedTableDocx {

    static final int[] WIDTHS = {42, 48, 81, 81};
    private static final Look CELL = Look.plain(13);
    private static final Look TITLE = Look.plain(14).inBold().centred();
    private static final Look OPENING = Look.plain(14).justified().indented(10).spaced(0, 6);

    private ConsolidatedTableDocx() {}

    /** Writes {@code table} to {@code out}, which stays open. */
    static void write(ConsolidatedTable table, OutputStream out) throws IOException {
        try (var file = new WordFile(Sheet.ACROSS, 13)) {
            file.footWithPageOfPages(Optional.of(table.footNote()).filter(note -> !note.isEmpty()));
            RowWords.header(table).writeTo(file, 42);
            writeTitle(file, table);
            writeRows(file, table.sections());
            RowWords.signature(table).writeTo(file);
            writeAnnex(file, table.annex());
            file.writeTo(out, String.join(" ", OpeningWords.title(table.heading())), table.madeOn());
        }
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
        for (int i = 0; i < RowWords.COLUMNS.size(); i++) {
            headings.write(i, CELL.inBold().centred(), RowWords.COLUMNS.get(i));
            headings.centre(i);
        }
        boolean first = true;
        for (Section section : sections) {
            writeSection(table, section, first);
            first &= section.rows().isEmpty();
        }
    }

    private static void writeAnnex(WordFile file, List<Addressee> annex) {
        if (annex.isEmpty()) {
            return;
        }
        file.paragraph(TITLE.spaced(18, 0), Annex.TITLE);
        file.paragraph(TITLE.spaced(0, 12), Annex.SUBJECT);
        var table = file.table(true, WIDTHS);
        var headings = table.firstRow(true);
        for (int i = 0; i < Annex.COLUMNS.size(); i++) {
            headings.write(i, CELL.inBold().centred(), Annex.COLUMNS.get(i));
            headings.centre(i);
        }
        for (Addressee addressee : annex) {
            var cells = table.addRow();
            List<String> words = RowWords.cells(addressee);
            for (int i = 0; i < words.size(); i++) {
                cells.write(i, CELL, words.get(i));
            }
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
            write(cells, 1, CELL, RowWords.contributors(row));
            write(cells, 2, CELL.justified(), RowWords.opinions(row));
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

    private static void write(Cells cells, int column, Look look, List<List<RowWords.Piece>> lines) {
        for (var line : lines) {
            var paragraph = cells.paragraph(column, look);
            line.forEach(piece -> paragraph.add(piece.italic() ? look.inItalic() : look, piece.words()));
        }
    }
}
