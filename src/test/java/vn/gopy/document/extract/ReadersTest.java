package vn.gopy.document.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.InWords;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

class ReadersTest {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Reading docx(String body, Map<String, String> more) {
        var parts = new java.util.LinkedHashMap<>(more);
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
        return Extraction.read(zip(parts), "a.docx");
    }

    private static Reading docx(String body) {
        return docx(body, Map.of());
    }

    private static List<String> shown(Reading reading) {
        assertThat(reading.problem()).isNull();
        return reading.blocks().stream().map(Block::shown).toList();
    }

    private static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    @Nested
    class Word {

        @Test
        void softBreaksSplitAndHardHyphensStay() {
            assertThat(
                            shown(
                                    docx(
                                            "<w:p><w:r><w:t>Điều 1. Một</w:t><w:br/><w:t>NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r></w:p>")))
                    .containsExactly("Điều 1. Một", "NĐ\u2011CP");
        }

        @Test
        void automaticNumbersAreDrawn() {
            String item =
                    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%s\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
            var reading = docx(
                    item.formatted("0", "Một")
                            + item.formatted("1", "khoản")
                            + item.formatted("1", "khoản")
                            + item.formatted("0", "Hai")
                            + item.formatted("1", "khoản"),
                    Map.of(
                            "word/numbering.xml",
                            "<w:numbering " + W + "><w:abstractNum w:abstractNumId=\"7\">"
                                    + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Điều %1. \"/></w:lvl>"
                                    + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl>"
                                    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"));
            assertThat(shown(reading))
                    .containsExactly("Điều 1. Một", "a) khoản", "b) khoản", "Điều 2. Hai", "a) khoản");
        }

        @Test
        void deletedTextIsNeverMixedIn() {
            var reading = docx(
                    "<w:p><w:r><w:t xml:space=\"preserve\">giữ </w:t></w:r><w:del w:author=\"A\"><w:r><w:delText>xóa</w:delText></w:r></w:del>"
                            + "<w:ins w:author=\"B\" w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>");
            assertThat(shown(reading)).containsExactly("giữ thêm");
            assertThat(reading.revisions()).extracting(Reading.Revision::text).containsExactly("xóa", "thêm");
            assertThat(reading.revisions())
                    .extracting(Reading.Revision::insertion)
                    .containsExactly(false, true);
        }

        @Test
        void trackedChangesAreReadAsWished() {
            String body =
                    "<w:p><w:r><w:t xml:space=\"preserve\">giữ </w:t></w:r><w:del w:author=\"A\"><w:r><w:delText>x</w:delText></w:r><w:r><w:delText>óa</w:delText></w:r></w:del>"
                            + "<w:ins w:author=\"B\"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>"
                            + "<w:p><w:pPr><w:rPr><w:ins w:author=\"B\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">một </w:t></w:r></w:p>"
                            + p("hai");
            assertThat(shown(docx(body))).containsExactly("giữ thêm", "một", "hai");
            assertThat(shown(read(body, Changes.ORIGINAL))).containsExactly("giữ xóa", "một hai");
            assertThat(shown(read(body, Changes.SHOWN))).containsExactly("giữ [bỏ: xóa][thêm: thêm]", "một", "hai");
            assertThat(read(body, Changes.ORIGINAL).origin().changes()).isEqualTo(Changes.ORIGINAL);
        }

        private static Reading read(String body, Changes changes) {
            return Extraction.read(
                    zip(Map.of(
                            "[Content_Types].xml",
                            "<Types/>",
                            "word/document.xml",
                            "<w:document " + W + "><w:body>" + body + "</w:body></w:document>")),
                    "a.docx",
                    changes);
        }

        @Test
        void aSecrecyMarkIsSeenWhereverItStands() {
            String header = "<w:hdr " + W + ">%s</w:hdr>";
            assertThat(ReadersTest.docx(p("Điều 1"), Map.of("word/header2.xml", header.formatted(p("TỐI MẬT"))))
                            .problem())
                    .isEqualTo(Problem.STATE_SECRET_MARK);
            String box = "<w:p><w:r><w:pict><w:txbxContent>" + p("M Ậ T")
                    + "</w:txbxContent></w:pict><w:t>sau</w:t></w:r></w:p>";
            assertThat(ReadersTest.docx(p("Điều").repeat(60) + box).problem()).isEqualTo(Problem.STATE_SECRET_MARK);
        }

        @Test
        void wordsLikeAMarkAreNone() {
            String header = "<w:hdr " + W + ">%s</w:hdr>";
            for (String words : List.of("BẢO MẬT", "Mật", "MẬT ĐỘ", "MẬT KHẨU", "ĐỘ MẬT: KHÔNG")) {
                assertThat(shown(ReadersTest.docx(
                                p(words) + p("Điều 1"), Map.of("word/header1.xml", header.formatted(p(words))))))
                        .as(words)
                        .contains("Điều 1");
            }
            assertThat(shown(ReadersTest.docx(p("Điều 1").repeat(60) + p("MẬT"))))
                    .contains("MẬT");
        }

        @Test
        void howOldFontsWereRecognisedIsKept() {
            String run = "<w:r><w:rPr><w:rFonts w:ascii=\"%1$s\" w:hAnsi=\"%1$s\"/></w:rPr><w:t>%2$s</w:t></w:r>";
            var reading = ReadersTest.docx("<w:p>" + run.formatted(".VnTime", "§iÒu 1. Ph¹m vi ®iÒu chØnh") + "</w:p>");
            assertThat(reading.origin().conversions())
                    .containsExactly(new Origin.Conversion("TCVN3", Origin.Method.FONT, 1, 100));
            assertThat(reading.warnings())
                    .singleElement()
                    .extracting(InWords::of)
                    .asString()
                    .contains("TCVN3", "theo phông chữ", "100 %");
            assertThat(reading.blocks().getFirst().raw()).isEqualTo("§iÒu 1. Ph¹m vi ®iÒu chØnh");
        }

        @Test
        void aDeletedParagraphMarkJoinsTwoParagraphs() {
            assertThat(shown(docx(
                            "<w:p><w:pPr><w:rPr><w:del w:author=\"A\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">một </w:t></w:r></w:p>"
                                    + p("hai"))))
                    .containsExactly("một hai");
        }

        @Test
        void commentsAreRemarksNotText() {
            var reading = docx(
                    "<w:p><w:r><w:t xml:space=\"preserve\">Điều 1 </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>Phạm vi</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
                    Map.of(
                            "word/comments.xml",
                            "<w:comments " + W + "><w:comment w:id=\"0\" w:author=\"Sở Tư pháp\">" + p("đề nghị sửa")
                                    + "</w:comment></w:comments>"));
            assertThat(shown(reading)).containsExactly("Điều 1 Phạm vi");
            assertThat(reading.remarks())
                    .containsExactly(
                            new Reading.Remark(0, 7, 0, 14, "Phạm vi", "Sở Tư pháp", "", "đề nghị sửa", -1, false));
        }

        @Test
        void tablesTextBoxesAndFootnotesKeepTheirPlace() {
            var reading = docx(
                    p("trước") + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p("ô rộng")
                            + "</w:tc><w:tc>" + p("ô") + "</w:tc></w:tr></w:tbl>" + "<w:p><w:r><w:pict><w:txbxContent>"
                            + p("DỰ THẢO") + "</w:txbxContent></w:pict><w:t>sau</w:t></w:r></w:p>",
                    Map.of(
                            "word/footnotes.xml",
                            "<w:footnotes " + W + "><w:footnote w:type=\"separator\" w:id=\"-1\">" + p("x")
                                    + "</w:footnote><w:footnote w:id=\"1\">" + p("chú thích")
                                    + "</w:footnote></w:footnotes>"));
            assertThat(reading.blocks())
                    .extracting(Block::kind)
                    .containsExactly(
                            Block.Kind.PARAGRAPH,
                            Block.Kind.CELL,
                            Block.Kind.CELL,
                            Block.Kind.TEXT_BOX,
                            Block.Kind.PARAGRAPH,
                            Block.Kind.FOOTNOTE);
            assertThat(reading.blocks().get(2).cell()).isEqualTo(new Block.Cell(0, 0, 2));
        }

        @Test
        void fontsOfOldEncodingsAreConvertedRunByRun() {
            String run =
                    "<w:r><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>";
            var reading = docx("<w:p>" + run.formatted(".VnTimeH", ".VnTimeH", "céng hßa ")
                    + run.formatted("VNI-Times", "VNI-Times", "ñieàu ") + run.formatted("Arial", "Arial", "điều")
                    + "</w:p>");
            assertThat(shown(reading)).containsExactly("CỘNG HÒA điều điều");
            assertThat(reading.blocks().getFirst().raw()).isEqualTo("céng hßa ñieàu điều");
        }

        @Test
        void deepNestingIsNoCrash() {
            String open = "<w:tbl><w:tr><w:tc>".repeat(2000);
            String close = "</w:tc></w:tr></w:tbl>".repeat(2000);
            assertThat(shown(docx(open + p("trong cùng") + close))).containsExactly("trong cùng");
        }

        @Test
        void bombsEntitiesMacrosAndScrapsAreRefused() {
            assertThat(docx("x".repeat(30_000_000)).problem()).isEqualTo(Problem.TOO_LARGE);
            byte[] entity = zip(Map.of(
                    "[Content_Types].xml",
                    "<Types/>",
                    "word/document.xml",
                    "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document " + W + "><w:body>" + p("&e;")
                            + "</w:body></w:document>"));
            assertThat(Extraction.read(entity, "a.docx").problem()).isEqualTo(Problem.CORRUPT);
            assertThat(docx(p("x"), Map.of("word/vbaProject.bin", "x")).problem())
                    .isEqualTo(Problem.TYPE_NOT_ALLOWED);
            byte[] whole = zip(Map.of("word/document.xml", "x".repeat(1000)));
            assertThat(Extraction.read(java.util.Arrays.copyOf(whole, whole.length - 30), "a.docx")
                            .problem())
                    .isEqualTo(Problem.CORRUPT);
        }
    }

    @Nested
    class Others {

        @Test
        void richTextWithFontsTablesAndUnicode() {
            String rtf =
                    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}{\\f1{\\*\\panose 02}.VnTime;}{\\f2\\fcharset163 Times;}}"
                            + "\\f1 \\'a7i\\'d2u 1. Ph\\'b9m vi\\par \\f0 \\u272?i\\u7873?u 2\\line d\\'f2ng hai\\par"
                            + "{\\*\\hidden no}{\\pict 0011}\\trowd\\intbl A\\cell B\\cell\\row\\pard \\f2 \\'f0i\\'ea\\'ccu\\par}";
            var reading = Extraction.read(rtf.getBytes(ISO_8859_1), "a.rtf");
            assertThat(shown(reading))
                    .startsWith("Điều 1. Phạm vi", "Điều 2", "dßng hai".replace("ß", "\u00F2"))
                    .contains("A", "B");
            assertThat(reading.blocks().stream()
                            .filter(block -> block.cell() != null)
                            .map(Block::text))
                    .containsExactly("A", "B");
        }

        @Test
        void trackedChangesOfRichText() {
            byte[] rtf = ("{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}{\\*\\revtbl {Unknown;}{So Tu phap;}}"
                            + "{\\header MAT\\par}\\f0 giu {\\deleted\\revauthdel1 xoa}{\\revised\\revauth1 them}\\par}")
                    .getBytes(ISO_8859_1);
            assertThat(Extraction.read(rtf, "a.rtf").problem()).isEqualTo(Problem.STATE_SECRET_MARK);
            byte[] open = new String(rtf, ISO_8859_1).replace("MAT", "Trang").getBytes(ISO_8859_1);
            Reading reading = Extraction.read(open, "a.rtf");
            assertThat(shown(reading)).containsExactly("giu them");
            assertThat(reading.revisions())
                    .containsExactly(
                            new Reading.Revision(0, 4, false, "So Tu phap", "", "xoa"),
                            new Reading.Revision(0, 4, true, "So Tu phap", "", "them"));
            assertThat(shown(Extraction.read(open, "a.rtf", Changes.ORIGINAL))).containsExactly("giu xoa");
            assertThat(shown(Extraction.read(open, "a.rtf", Changes.SHOWN)))
                    .containsExactly("giu [bỏ: xoa][thêm: them]");
        }

        @Test
        void trackedChangesOfOpenDocuments() {
            String content = """
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <office:body><office:text><text:tracked-changes>
                    <text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>B</dc:creator>
                    <dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
                    <text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>A</dc:creator>
                    <dc:date>2026-01-02T00:00:00</dc:date></office:change-info><text:p>xóa</text:p></text:deletion></text:changed-region>
                    </text:tracked-changes><text:p>giữ <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>thêm<text:change-end text:change-id="c1"/></text:p>
                    </office:text></office:body></office:document-content>""";
            byte[] odt = storedMimetype(Map.of("content.xml", content));
            Reading reading = Extraction.read(odt, "a.odt");
            assertThat(shown(reading)).containsExactly("giữ thêm");
            assertThat(reading.revisions())
                    .containsExactly(
                            new Reading.Revision(0, 4, false, "A", "2026-01-02T00:00:00", "xóa"),
                            new Reading.Revision(0, 4, true, "B", "2026-01-01T00:00:00", "thêm"));
            assertThat(shown(Extraction.read(odt, "a.odt", Changes.ORIGINAL))).containsExactly("giữ xóa");
            assertThat(shown(Extraction.read(odt, "a.odt", Changes.SHOWN)))
                    .containsExactly("giữ [bỏ: xóa][thêm: thêm]");
        }

        @Test
        void aSecrecyMarkInTheHeaderOfAnOpenDocumentIsSeen() {
            String styles = """
                    <office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:master-styles>
                    <style:master-page><style:header><text:p>TUYỆT <text:span>MẬT</text:span></text:p></style:header></style:master-page>
                    </office:master-styles></office:document-styles>""";
            String content = """
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                    <text:p>Điều 1</text:p></office:text></office:body></office:document-content>""";
            assertThat(Extraction.read(storedMimetype(Map.of("styles.xml", styles, "content.xml", content)), "a.odt")
                            .problem())
                    .isEqualTo(Problem.STATE_SECRET_MARK);
        }

        @Test
        void webPagesGiveTheTextOnly() {
            String page =
                    "<html><head><meta charset=\"utf-8\"><script>bad()</script></head><body><div class=\"menu\"><a href=\"#\">Trang chủ</a></div>"
                            + "<div class=\"content1\"><p align=center><b>LUẬT</b></p><p>Điều 1. Phạm\n vi<br>dòng hai</p><p style=\"display:none\">ẩn</p>"
                            + "<p>" + "Nội dung dài. ".repeat(60)
                            + "</p></div><div class=\"content1\"><p>Article 1. Scope " + "text ".repeat(100)
                            + "</p></div></body></html>";
            var reading = Extraction.read(page.getBytes(UTF_8), "a.html");
            assertThat(shown(reading))
                    .startsWith("LUẬT", "Điều 1. Phạm vi", "dòng hai")
                    .doesNotContain("ẩn", "Trang chủ");
            assertThat(reading.blocks().getFirst().look().centred()).isTrue();
            assertThat(reading.dropped())
                    .extracting(Dropped::why)
                    .containsExactly(Dropped.Why.PORTAL_MENU, Dropped.Why.TRANSLATION);
        }

        @Test
        void plainTextInThreeEncodings() {
            assertThat(shown(Extraction.read("Điều 1\nĐiều 2".getBytes(UTF_8), "a.txt")))
                    .containsExactly("Điều 1", "Điều 2");
            assertThat(shown(Extraction.read(
                            "\uFEFFĐiều 1".getBytes(java.nio.charset.StandardCharsets.UTF_16LE), "a.txt")))
                    .containsExactly("Điều 1");
            assertThat(shown(Extraction.read("§iÒu 1. Ph¹m vi ®iÒu chØnh cña nghÞ ®Þnh".getBytes(ISO_8859_1), "a.txt")))
                    .containsExactly("Điều 1. Phạm vi điều chỉnh của nghị định");
        }

        @Test
        void openDocumentWithNumbers() {
            String ns =
                    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"";
            String content = "<office:document-content " + ns
                    + "><office:automatic-styles><text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style></office:automatic-styles>"
                    + "<office:body><office:text><text:p>Điều 1</text:p><text:list text:style-name=\"L1\"><text:list-item><text:p>một</text:p></text:list-item><text:list-item><text:p>hai<text:line-break/>ba</text:p></text:list-item></text:list></office:text></office:body></office:document-content>";
            var parts = new java.util.LinkedHashMap<String, String>();
            parts.put("content.xml", content);
            byte[] bytes = storedMimetype(parts);
            assertThat(shown(Extraction.read(bytes, "a.odt"))).containsExactly("Điều 1", "1. một", "2. hai", "ba");
        }

        private static byte[] storedMimetype(Map<String, String> parts) {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                byte[] type = "application/vnd.oasis.opendocument.text".getBytes(UTF_8);
                var entry = new ZipEntry("mimetype");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(type.length);
                var crc = new java.util.zip.CRC32();
                crc.update(type);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(type);
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(UTF_8));
                }
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return out.toByteArray();
        }
    }
}
