package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionName;
import vn.gopy.round.figures.OpinionSpread.Bar;
import vn.gopy.round.figures.OpinionSpread.Chart;

/** The report with charts: each chart shows the numbers of the table under it, and both are those of the round. */
class SpreadTest {

    private static final Spread SPREAD = new Spread(
            new TreeMap<>(Map.of(LocalDate.of(2026, 10, 16), 3, LocalDate.of(2026, 10, 20), 11)),
            List.of(new Chart(
                    "HS-01",
                    new VersionName(SeriesRole.MAIN, 1, 1),
                    List.of(new Bar("Chương I", true, 2), new Bar("general", false, 4), new Bar("other", false, 0)))));

    private static byte[] written() {
        return new PaperWriter(ConsolidatedTableFixture.table(), List.of(), List.of(), SPREAD, "")
                .write(PaperKind.CHARTS);
    }

    private static List<String> shown(XWPFChart chart) {
        CTPlotArea area = chart.getCTChart().getPlotArea();
        CTBarSer bars = area.getBarChartArray(0).getSerArray(0);
        return bars.getCat().getStrRef().getStrCache().getPtList().stream()
                .map(point -> point.getV() + " "
                        + bars.getVal()
                                .getNumRef()
                                .getNumCache()
                                .getPtArray((int) point.getIdx())
                                .getV())
                .toList();
    }

    @Test
    void everyChartStandsOverItsTable() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(written()))) {
            List<XWPFChart> charts = document.getCharts();
            assertThat(charts).hasSize(4);
            assertThat(shown(charts.getFirst())).containsExactly("16/10 3", "20/10 11");
            assertThat(shown(charts.getLast())).containsExactly("Chương I 2", "Ý kiến chung 4");
            List<String> tables = document.getTables().stream()
                    .map(table -> table.getText().strip())
                    .filter(text -> text.contains("Số lượng"))
                    .toList();
            assertThat(tables).hasSize(4);
            assertThat(tables.getLast().replaceAll("\\s+", " "))
                    .isEqualTo("Chương Số lượng Chương I 02 Ý kiến chung 04");
        }
    }

    @Test
    void theSameRoundGivesTheSameBytes() {
        assertThat(written()).isEqualTo(written());
    }
}
