package vn.gopy.paper.tracked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is written into small Word files, letter by letter. */
class TrackedWordFileTest {

    private static final String TYPES = "[Content_Types].xml";
    private static final String MAIN = "word/document.xml";
    private static final Signed US = new Signed("Tổ \"giúp việc\"", "2026-11-30T16:00:00Z");
    private static final String BY = " w:author=\"Tổ &quot;giúp việc&quot;\" w:date=\"2026-11-30T16:00:00Z\"";
    private static final String BOLD = "<w:rPr><w:b/></w:rPr>";

    private static byte[] file(String body, Map<String, String> more) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(TYPES, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>");
        parts.put(
                MAIN,
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
        parts.put("word/styles.xml", "<w:styles/>");
        parts.putAll(more);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> parts(byte[] file) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }

    /** What stands in the body after one change of the first line. */
    private static String changed(String body, int from, int to, String words) {
        byte[] written = new TrackedWordFile(file(body, Map.of()))
                .with(List.of(new WordChange(0, from, to, words, US)), List.of())
                .file();
        String main = parts(written).get(MAIN);
        return main.substring(main.indexOf("<w:body>") + 8, main.indexOf("</w:body>"));
    }

    private static String run(String look, String text) {
        return "<w:r>" + look + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String gone(int id, String look, String text) {
        return "<w:del w:id=\"" + id + "\"" + BY + "><w:r>" + look + "<w:delText xml:space=\"preserve\">" + text
                + "</w:delText></w:r></w:del>";
    }

    private static String come(int id, String look, String text) {
        return "<w:ins w:id=\"" + id + "\"" + BY + ">" + run(look, text) + "</w:ins>";
    }

    @Test
    void wordsInTheMiddleOfARunBecomeOthersThatLookAlike() {
        assertThat(changed("<w:p><w:r>" + BOLD + "<w:t>gửi 03 ngày &amp; đêm</w:t></w:r></w:p>", 4, 6, "05"))
                .isEqualTo("<w:p>" + run(BOLD, "gửi ") + gone(2, BOLD, "03") + come(1, BOLD, "05")
                        + run(BOLD, " ngày &amp; đêm") + "</w:p>");
    }

    @Test
    void wordsAcrossRunsGoRunByRunAndSignsBetweenStay() {
        String body =
                "<w:p><w:pPr><w:numPr/></w:pPr><w:r w:rsidR=\"1\"><w:t>Ban Chỉ</w:t></w:r><w:bookmarkStart w:id=\"7\"/>"
                        + "<w:r>" + BOLD
                        + "<w:t> đạo</w:t><w:tab/><w:t>họp</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
        assertThat(changed(body, 4, 11, ""))
                .isEqualTo(
                        "<w:p><w:pPr><w:numPr/></w:pPr><w:r w:rsidR=\"1\"><w:t xml:space=\"preserve\">Ban </w:t></w:r>"
                                + gone(8, "", "Chỉ").replace("<w:r>", "<w:r w:rsidR=\"1\">")
                                + "<w:bookmarkStart w:id=\"7\"/>" + gone(9, BOLD, " đạo") + "<w:r>" + BOLD
                                + "<w:tab/><w:t>họp</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>");
    }

    @Test
    void whatAnotherHandHasComeWithIsPartedAndKeepsItsName() {
        String other = "<w:ins w:id=\"3\" w:author=\"A\">";
        String body = "<w:p>" + other + "<w:r><w:t>một hai</w:t></w:r></w:ins><w:del w:id=\"4\" w:author=\"A\"><w:r>"
                + "<w:delText>ba</w:delText></w:r></w:del></w:p>";
        assertThat(changed(body, 3, 3, " rưỡi"))
                .isEqualTo("<w:p>" + other + run("", "một") + "</w:ins>" + come(5, "", " rưỡi") + other
                        + run("", " hai") + "</w:ins><w:del w:id=\"4\" w:author=\"A\"><w:r>"
                        + "<w:delText>ba</w:delText></w:r></w:del></w:p>");
        assertThat(changed(body, 7, 7, " bốn")).contains("hai</w:t></w:r></w:ins>" + come(5, "", " bốn") + "<w:del");
    }

    @Test
    void wordsInContentControlsAndTablesAreWrittenWhereTheyStand() {
        String control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>";
        String cell = "<w:tbl><w:tr><w:tc><w:p>" + control + "</w:p></w:tc></w:tr></w:tbl>";
        assertThat(changed(cell.formatted("<w:r><w:t>cũ</w:t></w:r>"), 0, 2, "mới"))
                .isEqualTo(cell.formatted(gone(2, "", "cũ") + come(1, "", "mới")));
    }

    @Test
    void aParagraphMoreLooksLikeTheOneBeforeWithoutItsNumber() {
        String first =
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t>A.</w:t></w:r></w:p>";
        String next = "<w:p><w:r><w:t>B.</w:t></w:r></w:p>";
        assertThat(changed(first + next, 2, 2, "\nThêm."))
                .isEqualTo(first + "<w:p><w:pPr><w:jc w:val=\"both\"/><w:rPr><w:ins w:id=\"1\"" + BY
                        + "/></w:rPr></w:pPr>" + come(2, "", "Thêm.") + "</w:p>" + next);
        assertThat(changed(first, 2, 2, "\nThêm.")).contains("<w:br/>").containsOnlyOnce("<w:p>");
    }

    @Test
    void aParagraphGoesWithItsMark() {
        assertThat(changed("<w:p><w:r><w:t>A.</w:t></w:r></w:p><w:p/>", 0, 2, ""))
                .contains("delText")
                .doesNotContain("rPr");
        assertThat(changed("<w:p><w:r><w:t>A.</w:t></w:r></w:p><w:p><w:r><w:t>B.</w:t></w:r></w:p>", 0, 2, ""))
                .startsWith("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"" + BY + "/></w:rPr></w:pPr>" + gone(2, "", "A."));
    }

    @Test
    void codesOfFieldsAndHiddenWordsAreNoWords() {
        String body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>REF</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Điều 5</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>";
        assertThat(new TrackedWordFile(file(body, Map.of())).lines()).containsExactly("Điều 5");
    }

    @Test
    void commentsStandAtTheirWordsBehindThoseThatAreThere() {
        String comments = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:comment w:id=\"4\" w:author=\"A\"/></w:comments>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\""
                + " Target=\"comments.xml\"/></Relationships>";
        byte[] with = file(
                "<w:p><w:r><w:t>một hai ba</w:t></w:r></w:p>",
                Map.of("word/comments.xml", comments, "word/_rels/document.xml.rels", relations));
        var remark = new WordRemark(0, 4, 7, "Đề nghị <rõ>.\nTiếp thu.", new Signed("Sở Tài chính", US.at()));
        Map<String, String> parts =
                parts(new TrackedWordFile(with).with(List.of(), List.of(remark)).file());
        assertThat(parts.get(MAIN))
                .contains(run("", "một ") + "<w:commentRangeStart w:id=\"5\"/>" + run("", "hai")
                        + "<w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r>"
                        + run("", " ba"));
        assertThat(parts.get("word/comments.xml"))
                .startsWith(comments.replace("</w:comments>", ""))
                .contains("<w:t xml:space=\"preserve\">Đề nghị &lt;rõ&gt;.</w:t></w:r></w:p><w:p>");
        assertThat(parts.get("word/_rels/document.xml.rels")).isEqualTo(relations);
        Map<String, String> made = parts(new TrackedWordFile(file("<w:p><w:r><w:t>một</w:t></w:r></w:p>", Map.of()))
                .with(List.of(), List.of(new WordRemark(0, 0, 0, "x", US)))
                .file());
        assertThat(made.get(TYPES)).contains("<Override PartName=\"/word/comments.xml\"");
        assertThat(made.get("word/_rels/document.xml.rels")).contains("Target=\"comments.xml\"");
        assertThat(made.get("word/styles.xml")).isEqualTo("<w:styles/>");
    }

    @Test
    void ofChangesThatOverlapTheFirstIsWritten() {
        var file = new TrackedWordFile(file("<w:p><w:r><w:t>một hai ba</w:t></w:r></w:p>", Map.of()));
        List<WordChange> changes = List.of(
                new WordChange(0, 4, 10, "bốn", US),
                new WordChange(0, 0, 7, "năm", US),
                new WordChange(3, 0, 1, "", US));
        assertThat(file.with(changes, List.of()).changes()).containsExactly(1);
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> new TrackedWordFile("no archive".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UneditableFile.class);
        assertThatThrownBy(() -> new TrackedWordFile(file("<w:p><w:r><w:t>a<w:b/></w:t></w:r></w:p>", Map.of())))
                .isInstanceOf(UneditableFile.class);
        assertThatThrownBy(() -> new TrackedWordFile(file("", Map.of(MAIN, "<!DOCTYPE a><a/>"))))
                .isInstanceOf(UneditableFile.class);
    }
}
