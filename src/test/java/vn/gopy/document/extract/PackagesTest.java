package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.codes;
import static vn.gopy.document.extract.Made.document;
import static vn.gopy.document.extract.Made.docx;
import static vn.gopy.document.extract.Made.p;
import static vn.gopy.document.extract.Made.relations;
import static vn.gopy.document.extract.Made.shown;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Warning;

/** Text that stands elsewhere in a package, and unusual packages: none is an empty or garbled success. */
class PackagesTest {

    @Nested
    class Word {

        @Test
        void partsAreFoundByTheirRelationsWhateverTheirNames() {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("[content_types].xml", "<Types/>");
            parts.put("_rels\\.rels", relations("a", "officeDocument", "/Chu/van-ban.xml"));
            parts.put(
                    "Chu\\Van-Ban.xml",
                    document(p("Điều 1. Tên") + "<w:p>" + Made.run("nhập")
                            + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"));
            parts.put(
                    "chu/_rels/van-ban.xml.rels",
                    relations("n", "footnotes", "../ghi/chu.xml", "c", "comments", "g.xml"));
            parts.put(
                    "ghi/chu.xml",
                    "<w:footnotes " + Made.W + "><w:footnote w:id=\"2\">" + p("ghi chú")
                            + "</w:footnote></w:footnotes>");
            parts.put(
                    "chu/g.xml",
                    "<w:comments " + Made.W + "><w:comment w:id=\"0\">" + p("hỏi") + "</w:comment></w:comments>");
            Reading reading = Extraction.read(Made.zip(parts), "a.docx");
            assertThat(shown(reading)).containsExactly("Điều 1. Tên", "nhập", "ghi chú");
            assertThat(reading.remarks()).hasSize(1);
        }

        @Test
        void aFileWithinTheTextIsReadAtItsPlace() {
            Reading reading = docx(
                    p("trước") + "<w:altChunk r:id=\"c1\"/>" + p("sau") + "<w:altChunk r:id=\"c2\"/>",
                    Map.of(
                            "word/_rels/document.xml.rels",
                            relations("c1", "aFChunk", "/word/x.html", "c2", "aFChunk", "y.bin"),
                            "word/x.html",
                            "<html><head><meta charset=\"utf-8\"></head><body><p>giữa</p></body></html>",
                            "word/y.bin",
                            "\u0001\u0002\u0003"));
            assertThat(shown(reading)).containsExactly("trước", "giữa", "sau");
            assertThat(codes(reading)).containsExactly(Warning.Code.PARTIAL);
        }

        @Test
        void everyPartWithWordsThatIsNotReadIsNamed() {
            Reading reading = docx(
                    p("Điều 1"),
                    Map.of(
                            "word/_rels/document.xml.rels",
                            relations("d", "diagramData", "diagrams/data1.xml", "e", "package", "embeddings/a.docx"),
                            "word/diagrams/data1.xml",
                            "<d/>",
                            "word/embeddings/a.docx",
                            "PK"));
            assertThat(codes(reading)).containsExactly(Warning.Code.PARTIAL);
            assertThat(reading.warnings().getFirst().message().arguments().getFirst())
                    .contains("word/diagrams/data1.xml", "word/embeddings/a.docx");
        }

        @Test
        void theMarkOfASecretIsSeenInALetteredPicture() {
            Reading reading = docx(
                    p("Điều 1"),
                    Map.of(
                            "word/header1.xml",
                            "<w:hdr " + Made.W
                                    + "><w:p><w:r><w:pict><textpath string=\"TUYỆT MẬT\"/></w:pict></w:r></w:p></w:hdr>"));
            assertThat(reading.problem()).isEqualTo(Problem.STATE_SECRET_MARK);
        }
    }

    @Nested
    class OneFile {

        private static final String ARCHIVE =
                "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"=_b\"\r\n\r\nlời đầu\r\n"
                        + "--=_b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n"
                        + "--=_b\r\nContent-Type: text/%s; charset=utf-8\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n--=_b--\r\n";

        private static Reading read(String content, String name) {
            return Extraction.read(content.getBytes(java.nio.charset.StandardCharsets.UTF_8), name);
        }

        @Test
        void aPageSavedWithItsPicturesIsRead() {
            assertThat(shown(read(
                            ARCHIVE.formatted("html", "quoted-printable", "<p>=C4=90i=E1=BB=81u 1. T=\r\n=C3=AAn</p>"),
                            "a.doc")))
                    .containsExactly("Điều 1. Tên");
            assertThat(shown(read(ARCHIVE.formatted("html", "base64", "PHA+xJBp4buBdSAyPC9wPg=="), "a.doc")))
                    .containsExactly("Điều 2");
            assertThat(shown(read(ARCHIVE.formatted("plain", "8bit", "Điều 3\r\nmột"), "a.doc")))
                    .containsExactly("Điều 3", "một");
        }

        @Test
        void aMessageWithoutAPageIsRefusedByName() {
            assertThat(read(ARCHIVE.formatted("calendar", "8bit", "x"), "a.doc").problem())
                    .isEqualTo(Problem.TYPE_NOT_ALLOWED);
        }

        @Test
        void aWordFileInOneXmlFileIsReadAndOtherMarkupIsNoText() {
            String flat =
                    "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\" "
                            + Made.W + ">"
                            + "<pkg:part pkg:name=\"/_rels/.rels\"><pkg:xmlData>"
                            + relations("a", "officeDocument", "word/d.xml")
                            + "</pkg:xmlData></pkg:part><pkg:part pkg:name=\"/word/d.xml\"><pkg:xmlData>"
                            + document(p("Điều 1"))
                            + "</pkg:xmlData></pkg:part></pkg:package>";
            assertThat(shown(read(flat, "a.docx"))).containsExactly("Điều 1");
            assertThat(shown(read(flat, "a.doc"))).containsExactly("Điều 1");
            assertThat(read(flat, "a.txt").problem()).isEqualTo(Problem.TYPE_MISMATCH);
            assertThat(read("<?xml version=\"1.0\"?><w:wordDocument>Điều 1</w:wordDocument>", "a.txt")
                            .problem())
                    .isNotNull();
        }

        @Test
        void lettersOfTwoBytesAreReadWithoutAMark() {
            String text = "Điều 1. Phạm vi điều chỉnh\n1. Một.";
            for (var pairs : java.util.List.of(
                    java.nio.charset.StandardCharsets.UTF_16LE, java.nio.charset.StandardCharsets.UTF_16BE)) {
                assertThat(TextReader.decode(text.getBytes(pairs))).isEqualTo(text);
            }
        }

        @Test
        void linesOfTextThatIsSetAreKept() {
            assertThat(shown(Made.html(
                            "<pre>Điều 1\n1. thu\n\n2. chi</pre><p style=\"white-space: pre-line\">a\nb</p>")))
                    .containsExactly("Điều 1", "1. thu", "2. chi", "a", "b");
        }
    }
}
