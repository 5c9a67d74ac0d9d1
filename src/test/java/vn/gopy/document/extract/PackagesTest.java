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
}
