package vn.gopy.consolidation.table;

import java.util.ArrayList;
import java.util.List;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.paper.ExcelFile;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.HeaderBlock.Family;

/**
 * Writes a consolidated table as an Excel file: the same words in the same order as the Word file, the heading row printed
 * on every page, no formulas. Each row names its place, so that rows can be sorted and filtered.
 */
final class ConsolidatedTableXlsx {

    private static final int[] WIDTHS = {24, 28, 48, 48};

    private ConsolidatedTableXlsx() {}

    /** The bytes of the file. */
    static byte[] bytes(ConsolidatedTable table) {
        List<String> title = OpeningWords.title(table.heading());
        ExcelFile file = new ExcelFile("Bảng tổng hợp", WIDTHS);
        head(file, RowWords.header(table));
        title.forEach(file::wideTitle);
        OpeningWords.paragraphs(table.heading(), table.opening()).forEach(file::wide);
        file.repeatedHeading(RowWords.COLUMNS);
        for (Section section : table.sections()) {
            if (!section.title().isEmpty()) {
                file.wideRow(section.title());
            }
            for (Row row : section.rows()) {
                file.row(List.of(
                        row.place(),
                        RowWords.plain(RowWords.contributors(row)),
                        RowWords.plain(RowWords.opinions(row)),
                        row.answer()));
            }
        }
        end(file, table);
        return file.toBytes(String.join(" ", title), table.madeOn());
    }

    private static void head(ExcelFile file, HeaderBlock head) {
        List<String> left = new ArrayList<>();
        if (head.superior() != null) {
            left.add(head.superior());
        }
        left.add(head.issuer());
        if (head.number() != null) {
            left.add(head.number());
        }
        List<String> right = head.regime() == Family.STATE
                ? List.of(HeaderBlock.STATE_NAME, HeaderBlock.STATE_MOTTO, head.place())
                : List.of(HeaderBlock.PARTY_NAME, head.place());
        for (int n = 0; n < Math.max(left.size(), right.size()); n++) {
            file.halves(n < left.size() ? left.get(n) : "", n < right.size() ? right.get(n) : "");
        }
        file.line(List.of());
    }

    private static void end(ExcelFile file, ConsolidatedTable table) {
        file.line(List.of());
        table.signature().posts().forEach(post -> file.halves("", post));
        if (table.heading().regime() == Family.STATE) {
            file.halves("", RowWords.STAMP);
        }
        if (!table.signature().name().isEmpty()) {
            file.halves("", "");
            file.halves("", table.signature().name());
        }
        if (!table.annex().isEmpty()) {
            file.line(List.of());
            file.wideTitle(Annex.TITLE);
            file.wideTitle(Annex.SUBJECT);
            file.heading(Annex.COLUMNS);
            table.annex().forEach(addressee -> file.row(RowWords.cells(addressee)));
        }
        if (!table.footNote().isEmpty()) {
            file.line(List.of(table.footNote()));
        }
    }
}
