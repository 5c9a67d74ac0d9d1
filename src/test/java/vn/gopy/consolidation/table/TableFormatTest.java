package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.table.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.table.ConsolidatedTable.Kind;
import vn.gopy.consolidation.table.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.paper.HeaderBlock.Family;

/** The same table in each kind of file. */
class TableFormatTest {

    private static final ConsolidatedTable LONG = longTable();

    private static ConsolidatedTable longTable() {
        List<ConsolidatedTable.Row> rows = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new ConsolidatedTable.Row(
                        "Khoản " + (n + 1) / 2 + " Điều 7",
                        List.of(new Opinion(
                                List.of(new Contributor("Xã " + n, null, "")),
                                ("Đề nghị " + n + " ").repeat(1 + n % 40) + ".",
                                Optional.empty())),
                        "Tiếp thu " + n + "."))
                .toList();
        var table = ConsolidatedTableFixture.table();
        return new ConsolidatedTable(
                table.heading(),
                table.opening(),
                List.of(new Section("1. Đối với dự thảo Quy chế", rows)),
                table.signature(),
                table.madeOn(),
                "Dữ liệu minh họa");
    }

    private static PDDocument pdf(ConsolidatedTable table) throws IOException {
        return Loader.loadPDF(TableFormat.PDF.write(table));
    }

    private static List<String> pages(PDDocument pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int n = 1; n <= pdf.getNumberOfPages(); n++) {
            PDFTextStripper words = new PDFTextStripper();
            words.setStartPage(n);
            words.setEndPage(n);
            pages.add(words.getText(pdf).replaceAll("\\s+", " "));
        }
        return pages;
    }

    @Test
    void thePdfLiesAcrossAnA4SheetWithItsLettersInside() throws IOException {
        try (var pdf = pdf(LONG)) {
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(841f, 842f);
                assertThat(page.getMediaBox().getHeight()).isBetween(595f, 596f);
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void everyPageOfThePdfBeginsWithTheHeadingAndEndsWithItsNumber() throws IOException {
        try (var pdf = pdf(LONG)) {
            List<String> pages = pages(pdf);
            assertThat(pages).hasSizeGreaterThan(4);
            for (int n = 0; n < pages.size() - 1; n++) {
                assertThat(pages.get(n))
                        .contains("CHỦ THỂ GÓP Ý NỘI DUNG GÓP Ý")
                        .contains("Dữ liệu minh họa")
                        .contains("Trang " + (n + 1) + "/" + pages.size());
            }
            assertThat(pages.getLast()).contains("GIÁM ĐỐC").contains("(Ký tên, đóng dấu)");
        }
    }

    @Test
    void noRowOfThePdfIsPartedByAPageBreakAndNoneIsLost() throws IOException {
        try (var pdf = pdf(LONG)) {
            List<String> pages = pages(pdf);
            for (int n = 2; n <= 60; n++) {
                String words = ("Đề nghị " + n + " ").repeat(1 + n % 40).strip();
                int times = 1 + n % 40;
                String one = "Đề nghị " + n + " ";
                assertThat(pages.stream().filter(page -> count(page, one) == times))
                        .as(words)
                        .hasSize(1);
            }
        }
    }

    private static int count(String page, String words) {
        return page.split(words, -1).length - 1;
    }

    @Test
    void aRowLongerThanAPageGoesOnOverTheNext() throws IOException {
        var row = new ConsolidatedTable.Row(
                "Điều 1",
                List.of(new Opinion(
                        List.of(new Contributor("Sở Tư pháp", null, "")), "thửa ".repeat(3_000), Optional.empty())),
                "");
        var table = ConsolidatedTableFixture.table();
        var whole = new ConsolidatedTable(
                table.heading(),
                table.opening(),
                List.of(new Section("", List.of(row, row))),
                table.signature(),
                table.madeOn(),
                "");
        try (var pdf = pdf(whole)) {
            assertThat(pages(pdf).stream().mapToInt(page -> count(page, "thửa")).sum())
                    .isEqualTo(6_000);
        }
    }

    @Test
    void everyKindOfFileHoldsTheSameWords() throws IOException {
        ConsolidatedTable table = ConsolidatedTableFixture.table();
        List<String> rows = new ArrayList<>();
        try (var word = new XWPFDocument(new ByteArrayInputStream(TableFormat.DOCX.write(table)))) {
            word.getTables().get(1).getRows().stream()
                    .skip(2)
                    .flatMap(row -> row.getTableCells().stream())
                    .flatMap(cell -> cell.getParagraphs().stream())
                    .map(paragraph -> paragraph.getText())
                    .filter(words -> !words.isEmpty())
                    .forEach(rows::add);
        }
        String sheet = String.join("\n", cells(TableFormat.XLSX.write(table)));
        String pdf;
        try (var file = pdf(table)) {
            pdf = String.join(" ", pages(file));
        }
        for (String line : rows) {
            assertThat(sheet).contains(line);
            assertThat(pdf.replace(" ", "")).contains(line.replace(" ", ""));
        }
        for (String opening : OpeningWords.paragraphs(table.heading(), table.opening())) {
            assertThat(sheet).contains(opening);
            assertThat(pdf).contains(opening);
        }
    }

    @Test
    void everyKindOfFileEndsWithTheAnnexWhereThereIsOne() throws IOException {
        var table = ConsolidatedTableFixture.table();
        var whole = new ConsolidatedTable(
                table.heading(),
                table.opening(),
                table.sections(),
                table.signature(),
                table.madeOn(),
                "",
                List.of(new ConsolidatedTable.Addressee(
                        "Sở Nội vụ",
                        new ConsolidatedTable.Letter("12/SNV", LocalDate.of(2026, 11, 24)),
                        "nhất trí",
                        "được gia hạn")));
        List<String> line = List.of("Sở Nội vụ", "12/SNV, ngày 24/11/2026", "nhất trí", "được gia hạn");
        try (var word = new XWPFDocument(new ByteArrayInputStream(TableFormat.DOCX.write(whole)))) {
            assertThat(word.getTables().getLast().getRows().getLast().getTableCells())
                    .extracting(cell -> cell.getText())
                    .containsExactlyElementsOf(line);
        }
        assertThat(cells(TableFormat.XLSX.write(whole))).contains(Annex.TITLE).containsAll(line);
        try (var file = pdf(whole)) {
            assertThat(String.join(" ", pages(file)).replaceAll("\\s+", " "))
                    .contains(Annex.TITLE, "12/SNV", "được gia hạn");
        }
        try (var file = pdf(table)) {
            assertThat(String.join(" ", pages(file))).doesNotContain(Annex.TITLE);
        }
    }

    @Test
    void theSheetHoldsNoFormulasRepeatsItsHeadingAndFollowsWhoMakesTheTable() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(TableFormat.XLSX.write(LONG)))) {
            var sheet = book.getSheetAt(0);
            int heading = sheet.getRepeatingRows().getFirstRow();
            assertThat(sheet.getRow(heading).getCell(3).getStringCellValue()).isEqualTo(RowWords.COLUMNS.getLast());
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
        var heading = ConsolidatedTableFixture.heading(Kind.OTHER, Family.PARTY);
        var party = ConsolidatedTableFixture.table(heading, ConsolidatedTableFixture.opening());
        assertThat(cells(TableFormat.XLSX.write(party)))
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 1231/BTH-SKHCN")
                .doesNotContain("(Ký tên, đóng dấu)");
    }

    private static List<String> cells(byte[] bytes) throws IOException {
        List<String> cells = new ArrayList<>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    cells.add(cell.getStringCellValue());
                }
            }
        }
        return cells;
    }
}
