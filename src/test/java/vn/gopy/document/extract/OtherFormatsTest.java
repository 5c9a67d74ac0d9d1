package vn.gopy.document.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Warning;

/** Formats without a reader of ours: their words arrive as paragraphs and tables, marked as read that way. */
class OtherFormatsTest {

    private static List<String> texts(Reading reading) {
        assertThat(reading.problem()).isNull();
        assertThat(reading.warnings()).extracting(Warning::code).contains(Warning.Code.PARTIAL);
        assertThat(reading.blocks().stream().map(Block::id))
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.range(0, reading.blocks().size())
                                .boxed()
                                .toList());
        return reading.blocks().stream().map(Block::text).toList();
    }

    private static byte[] docx(String... paragraphs) throws IOException {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aSpreadsheetIsATable() throws IOException {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var row = book.createSheet("Kinh phí").createRow(0);
            row.createCell(0).setCellValue("Nhiệm vụ");
            row.createCell(1).setCellValue("Số tiền");
            book.write(bytes);
            Reading reading = Extraction.read(bytes.toByteArray(), "du-toan.xlsx");
            assertThat(texts(reading)).contains("Kinh phí", "Nhiệm vụ", "Số tiền");
            assertThat(reading.blocks()).anySatisfy(it -> assertThat(it.cell()).isNotNull());
        }
    }

    @Test
    void aSecrecyMarkInTheHeaderOfASheetClosesIt() throws IOException {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Kinh phí");
            sheet.createRow(0).createCell(0).setCellValue("Nhiệm vụ");
            sheet.getHeader().setCenter("TỐI MẬT");
            book.write(bytes);
            assertThat(Extraction.read(bytes.toByteArray(), "du-toan.xlsx").problem())
                    .isEqualTo(Problem.STATE_SECRET_MARK);
        }
    }

    @Test
    void nothingOutsideIsFetchedAndNothingSwells() {
        String begin = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>";
        String body =
                "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body><w:p><w:r><w:t>"
                        + "Điều 1 &x;</w:t></w:r></w:p></w:body></w:wordDocument>";
        String outside = begin + "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + body;
        var bomb = new StringBuilder(begin + "<!DOCTYPE w [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        bomb.append("<!ENTITY x \"&a39;\">]>").append(body);
        for (String xml : List.of(outside, bomb.toString())) {
            Reading reading = Extraction.read(xml.getBytes(UTF_8), "du-thao.xml");
            assertThat(String.valueOf(reading.blocks())).doesNotContain("root:", "haha");
        }
    }

    @Test
    void anEmptyFileOfEveryKindIsEmpty() {
        for (String ending :
                List.of("xlsx", "xls", "ods", "pptx", "eml", "msg", "epub", "mht", "xml", "docm", "dotx")) {
            assertThat(Extraction.read(new byte[0], "a." + ending).problem())
                    .as(ending)
                    .isEqualTo(Problem.EMPTY);
        }
    }

    @Test
    void slidesAreParagraphs() throws IOException {
        try (var show = new XMLSlideShow();
                var bytes = new ByteArrayOutputStream()) {
            show.createSlide().createTextBox().setText("Kế hoạch triển khai Nghị quyết");
            show.write(bytes);
            assertThat(texts(Extraction.read(bytes.toByteArray(), "trinh-bay.pptx")))
                    .contains("Kế hoạch triển khai Nghị quyết");
        }
    }

    private static String mail(String type, byte[] attachment, String name) {
        return """
                From: so.tai.chinh@example.vn
                To: ban.chi.dao@example.vn
                Subject: Gop y
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="ranh"

                --ranh
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Sở Tài chính gửi ý kiến tại tệp kèm theo.
                --ranh
                Content-Type: %s
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --ranh--
                """.formatted(type, name, Base64.getMimeEncoder().encodeToString(attachment))
                .replace("\n", "\r\n");
    }

    @Test
    void whatCameWithALetterGoesThroughTheSameDoor() throws IOException {
        byte[] attached = docx("Điều 1. Phạm vi", "Đề nghị bổ sung đơn vị sự nghiệp.");
        byte[] letter = mail("application/octet-stream", attached, "gop-y.docx").getBytes(UTF_8);
        assertThat(texts(Extraction.read(letter, "thu.eml")))
                .contains(
                        "Sở Tài chính gửi ý kiến tại tệp kèm theo.", "gop-y.docx", "Đề nghị bổ sung đơn vị sự nghiệp.");
    }

    @Test
    void anAttachmentThatIsNotReadIsNamed() {
        byte[] letter = mail("application/zip", new byte[] {'P', 'K', 5, 6}, "tat-ca.zip")
                .getBytes(UTF_8);
        Reading reading = Extraction.read(letter, "thu.eml");
        assertThat(texts(reading)).contains("Sở Tài chính gửi ý kiến tại tệp kèm theo.");
        assertThat(reading.warnings())
                .anySatisfy(it -> assertThat(it.message().arguments()).contains("tat-ca.zip"));
    }

    @Test
    void aSecrecyMarkInAnAttachmentClosesTheWholeLetter() throws IOException {
        byte[] letter = mail("application/octet-stream", docx("TỐI MẬT", "Điều 1. Một"), "kem.docx")
                .getBytes(UTF_8);
        assertThat(Extraction.read(letter, "thu.eml").problem()).isEqualTo(Problem.STATE_SECRET_MARK);
    }

    @Test
    void aWebArchiveUnderTheNameOfAWordFileIsThePageInIt() {
        byte[] archive = """
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="ranh"; type="text/html"

                --ranh
                Content-Type: text/html; charset="utf-8"
                Content-Transfer-Encoding: quoted-printable
                Content-Location: file:///C:/du-thao.htm

                <html><body><p><b>=C4=90i=E1=BB=81u 1. Ph=E1=BA=A1m vi</b></p><table><tr><td>m=E1=BB=99t=
                </td></tr></table></body></html>
                --ranh--
                """.replace("\n", "\r\n").getBytes(UTF_8);
        for (String name : List.of("du-thao.doc", "du-thao.mht")) {
            Reading reading = Extraction.read(archive, name);
            assertThat(reading.problem()).isNull();
            assertThat(reading.blocks()).extracting(Block::text).containsExactly("Điều 1. Phạm vi", "một");
        }
    }

    @Test
    void wordXmlOf2003IsRead() {
        byte[] xml = """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <?mso-application progid="Word.Document"?>
                <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>
                <w:p><w:r><w:t>Điều 1. Phạm vi điều chỉnh</w:t></w:r></w:p>
                <w:p><w:r><w:t>Quy định này quy định việc quản lý quỹ.</w:t></w:r></w:p>
                </w:body></w:wordDocument>
                """.getBytes(UTF_8);
        for (String name : List.of("du-thao.xml", "du-thao.doc")) {
            assertThat(texts(Extraction.read(xml, name)))
                    .containsExactly("Điều 1. Phạm vi điều chỉnh", "Quy định này quy định việc quản lý quỹ.");
        }
    }

    @Test
    void templatesAndFilesWithMacrosAreReadAsWordFiles() throws Exception {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Điều 1. Phạm vi");
            OPCPackage opc = document.getPackage();
            opc.replaceContentType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml");
            document.write(bytes);
            Reading reading = Extraction.read(bytes.toByteArray(), "du-thao.docm");
            assertThat(reading.problem()).isNull();
            assertThat(reading.blocks()).extracting(Block::text).containsExactly("Điều 1. Phạm vi");
        }
    }

    @Test
    void whatIsNoDocumentStaysOutside() {
        byte[] zip = {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        for (String name : List.of("a.zip", "a.jar", "a.exe", "a.ttf", "a.mp4", "a.png", "a.7z", "a.rar")) {
            assertThat(Extraction.read(zip, name).problem()).as(name).isEqualTo(Problem.TYPE_NOT_ALLOWED);
        }
        for (String name : List.of("a.docx", "a.xlsx", "a.eml", "a.epub")) {
            assertThat(Extraction.read(zip, name).problem()).as(name).isNotNull();
        }
        assertThat(FileKind.isForDrafts("a.xlsx")).isFalse();
        assertThat(FileKind.isForDrafts("a.docm")).isTrue();
    }
}
