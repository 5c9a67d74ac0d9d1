package vn.gopy.document.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.W;
import static vn.gopy.document.extract.Made.p;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Difference;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.SecondReading;
import vn.gopy.legaltext.Warning;

/** Words in charts, diagrams and sheets within a Word file: in the text, or told with their words, never missed in silence. */
class DrawnPartsTest {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String A = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
    private static final String C = "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"";

    /** A part of the package: its content type, the type of its relation, what it holds. */
    private record Part(String type, String relation, byte[] content) {}

    private static byte[] word(String body, Map<String, Part> parts) throws IOException {
        var types = new StringBuilder("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                """);
        var relations = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        int id = 1;
        for (var part : parts.entrySet()) {
            types.append("<Override PartName=\"/word/%s\" ContentType=\"%s\"/>"
                    .formatted(part.getKey(), part.getValue().type()));
            relations.append("<Relationship Id=\"r%d\" Type=\"%s\" Target=\"%s\"/>"
                    .formatted(id++, part.getValue().relation(), part.getKey()));
        }
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", (types + "</Types>").getBytes(UTF_8));
        entries.put(
                "_rels/.rels",
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                                + RELATION + "officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                        .getBytes(UTF_8));
        entries.put(
                "word/document.xml",
                ("<w:document " + W + "><w:body>" + body + "</w:body></w:document>").getBytes(UTF_8));
        entries.put("word/_rels/document.xml.rels", (relations + "</Relationships>").getBytes(UTF_8));
        parts.forEach((name, part) -> entries.put("word/" + name, part.content()));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static String drawing(String uri, String content) {
        return "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><a:graphic "
                + A + "><a:graphicData uri=\"" + uri + "\">" + content
                + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    }

    /** In the text, or among the words that the second reading tells. */
    private static void assertNeverSilent(byte[] file, String name, String... words) {
        Reading reading = Extraction.read(file, name);
        assertThat(reading.problem()).isNull();
        SecondReading second = SecondLook.of(file, name);
        String text = reading.blocks().stream().map(it -> it.text()).collect(Collectors.joining("\n"));
        String told = second.differences().stream()
                .filter(it -> it.kind() == Difference.Kind.ONLY_SECOND)
                .map(Difference::words)
                .collect(Collectors.joining("\n"));
        for (String one : words) {
            assertThat(text + "\n" + told).contains(one);
        }
        boolean inText = java.util.Arrays.stream(words).allMatch(text::contains);
        if (!inText) {
            assertThat(reading.warnings())
                    .as("said at once, before the second reading")
                    .extracting(Warning::code)
                    .contains(Warning.Code.PARTIAL);
        }
    }

    @Test
    void aChart() throws IOException {
        String chart = "<c:chartSpace " + C + " " + A
                + "><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Số hộ nghèo qua các năm</a:t></a:r></a:p></c:rich></c:tx></c:title>"
                + "<c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>Vùng núi phía Bắc</c:v></c:pt></c:strCache></c:strRef></c:tx>"
                + "<c:cat><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>Quý đầu năm</c:v></c:pt></c:strCache></c:strRef></c:cat>"
                + "</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>";
        byte[] file = word(
                p("Điều 1. Kết quả")
                        + drawing(
                                "http://schemas.openxmlformats.org/drawingml/2006/chart",
                                "<c:chart " + C + " r:id=\"r1\"/>"),
                Map.of(
                        "charts/chart1.xml",
                        new Part(
                                "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                                RELATION + "chart",
                                chart.getBytes(UTF_8))));

        assertNeverSilent(file, "a.docx", "Số hộ nghèo qua các năm", "Vùng núi phía Bắc", "Quý đầu năm");
    }

    @Test
    void aDiagram() throws IOException {
        String data = "<dgm:dataModel xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" " + A
                + "><dgm:ptLst><dgm:pt modelId=\"1\"><dgm:t><a:p><a:r><a:t>Tiếp nhận hồ sơ của công dân</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>";
        byte[] file = word(
                p("Điều 1. Quy trình")
                        + drawing(
                                "http://schemas.openxmlformats.org/drawingml/2006/diagram",
                                "<dgm:relIds xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"r1\"/>"),
                Map.of(
                        "diagrams/data1.xml",
                        new Part(
                                "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
                                RELATION + "diagramData",
                                data.getBytes(UTF_8))));

        assertNeverSilent(file, "a.docx", "Tiếp nhận hồ sơ của công dân");
    }

    private static byte[] sheet(Workbook book) throws IOException {
        try (book;
                var bytes = new ByteArrayOutputStream()) {
            book.createSheet("Dự toán").createRow(0).createCell(0).setCellValue("Kinh phí hỗ trợ sáng kiến");
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static String object(String program) {
        return "<w:p><w:r><w:object><o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\" Type=\"Embed\" ProgID=\""
                + program + "\" r:id=\"r1\"/></w:object></w:r></w:p>";
    }

    @Test
    void aSheet() throws IOException {
        byte[] file = word(
                p("Điều 1. Kinh phí") + object("Excel.Sheet.12"),
                Map.of(
                        "embeddings/bang.xlsx",
                        new Part(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                RELATION + "package",
                                sheet(new XSSFWorkbook()))));

        assertNeverSilent(file, "a.docx", "Kinh phí hỗ trợ sáng kiến");
    }

    @Test
    void anOldSheet() throws IOException {
        byte[] file = word(
                p("Điều 1. Kinh phí") + object("Excel.Sheet.8"),
                Map.of(
                        "embeddings/oleObject1.bin",
                        new Part(
                                "application/vnd.openxmlformats-officedocument.oleObject",
                                RELATION + "oleObject",
                                sheet(new HSSFWorkbook()))));

        assertNeverSilent(file, "a.docx", "Kinh phí hỗ trợ sáng kiến");
    }

    @Test
    void aWordFileInAWordFile() throws IOException {
        byte[] file = word(
                p("Điều 1. Mẫu") + object("Word.Document.12"),
                Map.of(
                        "embeddings/mau.docx",
                        new Part(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                RELATION + "package",
                                word(p("Đơn đề nghị hỗ trợ sáng kiến"), Map.of()))));

        assertNeverSilent(file, "a.docx", "Đơn đề nghị hỗ trợ sáng kiến");
    }

    /** OpenDocument keeps a chart as a document of its own inside the file. */
    @Test
    void aChartOfAnOpenDocument() {
        String spaces = Stream.of("office", "text", "chart", "drawing:draw")
                .map(it -> "xmlns:" + it.replaceFirst(".*:", "") + "=\"urn:oasis:names:tc:opendocument:xmlns:"
                        + it.replaceFirst(":.*", "") + ":1.0\"")
                .collect(Collectors.joining(" ", "", " xmlns:xlink=\"http://www.w3.org/1999/xlink\""));
        byte[] file = Made.zip(new LinkedHashMap<>(Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<office:document-content " + spaces + "><office:body><office:text><text:p>Điều 1. Kết quả</text:p>"
                        + "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>"
                        + "</office:text></office:body></office:document-content>",
                "Object 1/content.xml",
                "<office:document-content " + spaces + "><office:body><office:chart><chart:chart><chart:title>"
                        + "<text:p>Số hộ nghèo qua các năm</text:p></chart:title></chart:chart></office:chart>"
                        + "</office:body></office:document-content>")));
        assertNeverSilent(file, "a.odt", "Số hộ nghèo qua các năm");
    }

    /** Newer Word writes boxes, funnels and maps as parts of another kind. */
    @Test
    void aChartOfTheNewKind() throws IOException {
        String space = "xmlns:cx=\"http://schemas.microsoft.com/office/drawing/2014/chartex\"";
        String chart = "<cx:chartSpace " + space + " " + A
                + "><cx:chart><cx:title><cx:tx><cx:txData><cx:v>Phễu xử lý kiến nghị</cx:v></cx:txData></cx:tx></cx:title></cx:chart></cx:chartSpace>";
        byte[] file = word(
                p("Điều 1. Kết quả")
                        + drawing(
                                "http://schemas.microsoft.com/office/drawing/2014/chartex",
                                "<cx:chart " + space + " r:id=\"r1\"/>"),
                Map.of(
                        "charts/chartEx1.xml",
                        new Part(
                                "application/vnd.ms-office.chartex+xml",
                                "http://schemas.microsoft.com/office/2014/relationships/chartEx",
                                chart.getBytes(UTF_8))));

        Reading reading = Extraction.read(file, "a.docx");
        assertThat(reading.warnings()).extracting(Warning::code).contains(Warning.Code.PARTIAL);
    }
}
