package vn.gopy.consolidation.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntConsumer;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.paper.Look;
import vn.gopy.paper.PdfFlow;
import vn.gopy.paper.PdfParagraph;
import vn.gopy.paper.Sheet;

/** Writes a consolidated table as a PDF file that looks as its Word file does, its letters embedded. */
final class ConsolidatedTablePdf {

    private static final Look CELL = Look.plain(13);
    private static final Look TITLE = Look.plain(14).inBold().centred();
    private static final Look OPENING = Look.plain(14).justified().indented(10).spaced(0, 6);

    private final ConsolidatedTable table;
    private final PdfFlow file;
    private final IntConsumer written;

    private ConsolidatedTablePdf(ConsolidatedTable table, PdfFlow file, IntConsumer written) {
        this.table = table;
        this.file = file;
        this.written = written;
    }

    /** The bytes of the file; {@code written} is told row by row how many opinions are. */
    static byte[] bytes(ConsolidatedTable table, IntConsumer written) {
        String title = String.join(" ", OpeningWords.title(table.heading()));
        try (var file = new PdfFlow(title, Sheet.ACROSS, table.footNote())) {
            new ConsolidatedTablePdf(table, file, written).write();
            return file.toBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write() throws IOException {
        RowWords.header(table).writeTo(file, Sheet.ACROSS.textWidth() * 42 / 100);
        var title = OpeningWords.title(table.heading());
        file.paragraph(PdfParagraph.of(TITLE.spaced(18, 0), title.getFirst()));
        file.paragraph(PdfParagraph.of(TITLE.spaced(0, 12), title.getLast()));
        for (String words : OpeningWords.paragraphs(table.heading(), table.opening())) {
            file.paragraph(PdfParagraph.of(OPENING, words));
        }
        file.table(
                RowWords.COLUMNS.stream()
                        .map(name -> PdfParagraph.of(CELL.inBold().centred(), name))
                        .toList(),
                ConsolidatedTableDocx.WIDTHS);
        boolean first = true;
        int said = 0;
        for (Section section : table.sections()) {
            if (!section.title().isEmpty()) {
                file.wideRow(PdfParagraph.of(CELL.inBold(), section.title()));
            }
            String above = "";
            for (Row row : section.rows()) {
                file.row(cells(row), row.place().equals(above), first);
                above = row.place();
                first = false;
                said += row.opinions().size();
                written.accept(said);
            }
        }
        file.endTable();
        RowWords.signature(table).writeTo(file);
        if (!table.annex().isEmpty()) {
            annex();
        }
    }

    private void annex() throws IOException {
        file.paragraph(PdfParagraph.of(TITLE.spaced(18, 0), Annex.TITLE));
        file.paragraph(PdfParagraph.of(TITLE.spaced(0, 12), Annex.SUBJECT));
        file.table(
                Annex.COLUMNS.stream()
                        .map(name -> PdfParagraph.of(CELL.inBold().centred(), name))
                        .toList(),
                ConsolidatedTableDocx.WIDTHS);
        for (int n = 0; n < table.annex().size(); n++) {
            file.row(
                    RowWords.cells(table.annex().get(n)).stream()
                            .map(words -> List.of(PdfParagraph.of(CELL, words)))
                            .toList(),
                    false,
                    n == 0);
        }
        file.endTable();
    }

    private static List<List<PdfParagraph>> cells(Row row) {
        return List.of(
                List.of(PdfParagraph.of(CELL.inBold(), row.place())),
                paragraphs(CELL, RowWords.contributors(row)),
                paragraphs(CELL.justified(), RowWords.opinions(row)),
                List.of(PdfParagraph.of(CELL.justified(), row.answer())));
    }

    private static List<PdfParagraph> paragraphs(Look look, List<List<RowWords.Piece>> lines) {
        return lines.stream()
                .map(line -> new PdfParagraph(
                        look,
                        line.stream()
                                .map(piece ->
                                        PdfParagraph.Run.of(piece.italic() ? look.inItalic() : look, piece.words()))
                                .toList()))
                .toList();
    }
}
