package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.gopy.consolidation.table.ConsolidatedTable.Kind;
import vn.gopy.paper.HeaderBlock.Family;

class ConsolidatedTableDocxTest {

    @Test
    void theTableLiesAcrossAnA4Sheet() throws IOException {
        try (var word = open(ConsolidatedTableFixture.table())) {
            var size = word.getDocument().getBody().getSectPr().getPgSz();
            assertThat(size.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            assertThat(size.getW()).hasToString("16838");
            assertThat(size.getH()).hasToString("11906");
            var margins = word.getDocument().getBody().getSectPr().getPgMar();
            assertThat(margins.getTop()).hasToString("1134");
            assertThat(margins.getBottom()).hasToString("1134");
            assertThat(margins.getLeft()).hasToString("1701");
            assertThat(margins.getRight()).hasToString("850");
            assertThat(opinions(word).getRows())
                    .flatExtracting(XWPFTableRow::getTableCells)
                    .flatExtracting(XWPFTableCell::getParagraphs)
                    .flatExtracting(XWPFParagraph::getRuns)
                    .extracting(XWPFRun::getFontFamily)
                    .containsOnly("Times New Roman");
        }
    }

    @Test
    void theFourHeadingsStandInOneRunEachAndComeBackOnEveryPage() throws IOException {
        try (var word = open(ConsolidatedTableFixture.table())) {
            var headings = opinions(word).getRow(0);
            assertThat(headings.isRepeatHeader()).isTrue();
            assertThat(headings.getTableCells())
                    .extracting(cell -> cell.getParagraphs().getFirst().getRuns())
                    .extracting(List::size)
                    .containsOnly(1);
            assertThat(headings.getTableCells())
                    .extracting(XWPFTableCell::getText)
                    .containsExactly(
                            "NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN",
                            "CHỦ THỂ GÓP Ý",
                            "NỘI DUNG GÓP Ý",
                            "NỘI DUNG TIẾP THU, GIẢI TRÌNH");
        }
    }

    @Test
    void noRowIsPartedByAPageBreakButTheFirstSoThatTheTableBeginsOnTheFirstPage() throws IOException {
        try (var word = open(ConsolidatedTableFixture.table())) {
            assertThat(opinions(word).getRows())
                    .extracting(row -> row.isCantSplitRow())
                    .containsExactly(true, true, false, true, true);
        }
    }

    @Test
    void whatTheDraftIsCalledStandsOnceBeforeTheTable() throws IOException {
        try (var word = open(ConsolidatedTableFixture.table())) {
            assertThat(word.getParagraphs())
                    .filteredOn(paragraph -> paragraph.getText().contains(ConsolidatedTableFixture.SUBJECT))
                    .hasSize(1);
        }
    }

    @Test
    void rowsAboutTheSamePlaceShareItsCell() throws IOException {
        try (var word = open(ConsolidatedTableFixture.table())) {
            var rows = opinions(word).getRows();
            assertThat(rows.get(2).getCell(0).getText()).isEqualTo("Khoản 2 Điều 7");
            assertThat(rows.get(2).getCell(0).getCTTc().getTcPr().getVMerge().getVal())
                    .isEqualTo(STMerge.RESTART);
            assertThat(rows.get(3).getCell(0).getCTTc().getTcPr().getVMerge().getVal())
                    .isEqualTo(STMerge.CONTINUE);
            assertThat(rows.get(4).getCell(0).getText()).isEqualTo("Điều 10");
        }
    }

    @Test
    void whereSeveralSaidDifferentThingsEachIsNamedBeforeTheWords() throws IOException {
        try (var word = open(ConsolidatedTableFixture.table())) {
            var cell = opinions(word).getRow(2).getCell(2);
            assertThat(cell.getParagraphs())
                    .extracting(paragraph -> paragraph.getText())
                    .containsExactly(
                            "Sở Tài chính: Sửa thành 05 ngày làm việc.", "Sở Nội vụ; Sở Tư pháp: Nâng lên 05 ngày.");
            assertThat(cell.getParagraphs().getFirst().getRuns())
                    .extracting(XWPFRun::text)
                    .contains("Sửa thành 05 ngày làm việc.");
        }
    }

    @Test
    void theSourceAndTheProposedWordingAreTold() throws IOException {
        try (var word = open(ConsolidatedTableFixture.table())) {
            var row = opinions(word).getRow(4);
            assertThat(row.getCell(1).getText())
                    .contains("Công an tỉnh")
                    .contains("(số 2205/CAT-PA05, ngày 26/10/2026)");
            assertThat(row.getCell(2).getParagraphs().getLast().getText())
                    .isEqualTo("Lời văn đề xuất: Tổ tư vấn trực thuộc Trưởng Ban.");
            assertThat(row.getCell(3).getText()).isEmpty();
        }
    }

    @Test
    void theHeadFollowsWhoMakesTheTable() throws IOException {
        assertThat(head(Family.STATE))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Số: 1231/BTH-SKHCN");
        assertThat(head(Family.PARTY))
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM")
                .contains("Số 1231/BTH-SKHCN")
                .doesNotContain("CỘNG HÒA");
    }

    @Test
    void wordsAreStoredComposed() throws IOException {
        var opening = ConsolidatedTableFixture.opening();
        var heading = ConsolidatedTableFixture.heading(Kind.OTHER, Family.STATE);
        var table = ConsolidatedTableFixture.table(heading, opening);
        var decomposed = new ConsolidatedTable(
                heading,
                opening,
                table.sections(),
                new ConsolidatedTable.Signature(
                        List.of(), List.of(Normalizer.normalize("GIÁM ĐỐC", Normalizer.Form.NFD)), ""),
                table.madeOn(),
                "");
        try (var word = open(decomposed)) {
            assertThat(word.getTables().getLast().getText()).contains("GIÁM ĐỐC");
        }
    }

    @Test
    void theSameTableGivesTheSameBytes() throws IOException {
        assertThat(bytes(ConsolidatedTableFixture.table())).isEqualTo(bytes(ConsolidatedTableFixture.table()));
    }

    private static String head(Family regime) throws IOException {
        var heading = ConsolidatedTableFixture.heading(Kind.OTHER, regime);
        var opening = ConsolidatedTableFixture.opening();
        try (var word = open(ConsolidatedTableFixture.table(heading, opening))) {
            return word.getTables().getFirst().getText();
        }
    }

    private static XWPFTable opinions(XWPFDocument word) {
        return word.getTables().get(1);
    }

    private static XWPFDocument open(ConsolidatedTable table) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes(table)));
    }

    private static byte[] bytes(ConsolidatedTable table) throws IOException {
        var out = new ByteArrayOutputStream();
        ConsolidatedTableDocx.write(table, out);
        return out.toByteArray();
    }
}
