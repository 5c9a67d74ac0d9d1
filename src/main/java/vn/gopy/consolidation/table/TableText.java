package vn.gopy.consolidation.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.HeaderBlock.Family;

/** All words of a table in the order in which its files print them, but for the heads of the columns. */
public final class TableText {

    private TableText() {}

    /** Line by line. */
    public static String of(ConsolidatedTable table) {
        HeaderBlock header = RowWords.header(table);
        List<String> lines = new ArrayList<>();
        Stream.of(header.superior(), header.issuer(), header.number())
                .filter(line -> line != null)
                .forEach(lines::add);
        boolean state = header.regime() == Family.STATE;
        lines.add(state ? HeaderBlock.STATE_NAME + "\n" + HeaderBlock.STATE_MOTTO : HeaderBlock.PARTY_NAME);
        lines.add(header.place());
        lines.addAll(OpeningWords.title(table.heading()));
        lines.addAll(OpeningWords.paragraphs(table.heading(), table.opening()));
        table.sections().forEach(section -> add(section, lines));
        lines.addAll(table.signature().posts());
        lines.add(state ? RowWords.STAMP : "");
        lines.add(table.signature().name());
        return String.join("\n", lines);
    }

    private static void add(Section section, List<String> lines) {
        lines.add(section.title());
        String above = "";
        for (Row row : section.rows()) {
            if (!row.place().equals(above)) {
                lines.add(row.place());
            }
            above = row.place();
            lines.add(RowWords.plain(RowWords.contributors(row)));
            lines.add(RowWords.plain(RowWords.opinions(row)));
            lines.add(row.answer());
        }
    }
}
