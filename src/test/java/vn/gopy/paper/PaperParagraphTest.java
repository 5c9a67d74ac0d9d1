package vn.gopy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** Lines and tabs of a text are lines and tabs of the Word file. */
class PaperParagraphTest {

    private static final Look LOOK = Look.plain(13).justified();
    private static final String LINES = "dòng 1\ndòng 2\r\ndòng 3\u000Bdòng 4\tsau";

    private static XWPFDocument written() throws IOException {
        try (var file = new WordFile(Sheet.UPRIGHT, 14)) {
            file.paragraph(LOOK, LINES);
            var cells = file.table(true, 80).firstRow(false);
            cells.paragraph(0, LOOK).add(LOOK.inItalic(), "Sở Tài chính: ").add(LOOK, LINES);
            cells.write(0, LOOK, "cuối\u0001\uFFFE cùng");
            return new XWPFDocument(new ByteArrayInputStream(file.toBytes("Thử", LocalDate.of(2026, 11, 12))));
        }
    }

    private static List<String> texts(List<XWPFParagraph> paragraphs) {
        return paragraphs.stream().map(XWPFParagraph::getText).toList();
    }

    @Test
    void eachLineIsAParagraphOfTheSameShapeInAFileAndInACell() throws IOException {
        try (var word = written()) {
            var cell = word.getTables().getFirst().getRow(0).getCell(0).getParagraphs();

            assertThat(texts(word.getParagraphs())).startsWith("dòng 1", "dòng 2", "dòng 3", "dòng 4\tsau");
            assertThat(texts(cell))
                    .containsExactly("Sở Tài chính: dòng 1", "dòng 2", "dòng 3", "dòng 4\tsau", "cuối cùng");
            assertThat(cell).extracting(XWPFParagraph::getAlignment).containsOnly(ParagraphAlignment.BOTH);
        }
    }

    @Test
    void noLineFeedAndNoTabStandsWithinText() throws IOException {
        try (var word = written()) {
            var cell = word.getTables().getFirst().getRow(0).getCell(0);

            assertThat(cell.getCTTc().xmlText()).contains("<w:tab/>").doesNotContain("&#13;");
            assertThat(cell.getParagraphs().stream()
                            .flatMap(paragraph -> paragraph.getRuns().stream())
                            .flatMap(run -> run.getCTR().getTList().stream())
                            .map(text -> text.getStringValue()))
                    .isNotEmpty()
                    .noneMatch(text -> text.matches("(?s).*[\\p{Cc}?].*"));
        }
    }
}
