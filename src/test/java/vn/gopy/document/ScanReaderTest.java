package vn.gopy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.gopy.document.ScanFixture.DECISION;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.InWords;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;

class ScanReaderTest {

    @Test
    void aScanIsReadAndSaysHowSureItIs() throws IOException {
        byte[] scan =
                ScanFixture.scan(List.of(DECISION, List.of("Điều 3. Hiệu lực thi hành", "Có hiệu lực từ ngày ký.")));
        try (var reader = ScanFixture.reader(10)) {
            Reading reading = reader.read(scan, "quet.pdf");
            Outline outline = Outlines.of(reading, "quet.pdf", null);

            assertThat(reading.problem()).isNull();
            assertThat(reading.origin().pages()).hasSize(2).allMatch(page -> page.confidence() > 80);
            assertThat(reading.warnings())
                    .filteredOn(warning -> warning.code() == Warning.Code.OCR)
                    .extracting(InWords::of)
                    .singleElement()
                    .asString()
                    .contains("độ tin cậy trung bình " + reading.origin().confidence() + " %");
            assertThat(outline.counts()).containsEntry("ARTICLE", 3).containsEntry("CLAUSE", 2);
            assertThat(outline.number()).isEqualTo("15/2026/QĐ-UBND");
            assertThat(outline.warnings())
                    .as("a recognised number is looked at by a person")
                    .contains(new Warning(
                            Warning.Code.OCR,
                            "phan-dau",
                            Sentence.of(Sentence.Wording.NUMBER_RECOGNISED, "15/2026/QĐ-UBND")));
        }
    }

    @Test
    void withoutRecognitionAScanIsNoText() throws IOException {
        byte[] scan = ScanFixture.scan(List.of(DECISION));
        try (var reader = new ChildReader(ChildReader.Settings.standard());
                var none = ScanReader.none()) {
            assertThat(reader.read(scan, "quet.pdf").problem()).isEqualTo(Problem.NO_TEXT);
            assertThat(none.isAvailable()).isFalse();
            assertThat(none.read(scan, "quet.pdf").problem()).isEqualTo(Problem.NO_TEXT);
        }
    }

    private static final List<String> ANNEX = List.of(
            "PHỤ LỤC I", "DANH MỤC CƠ SỞ DỮ LIỆU", "1. Cơ sở dữ liệu về dân cư.", "2. Cơ sở dữ liệu về đất đai.");

    @Test
    void aPageThatIsAPictureAmongPagesOfTextIsNamed() throws IOException {
        try (var reader = new ChildReader(ChildReader.Settings.standard())) {
            Reading reading = reader.read(ScanFixture.withPicture(DECISION, ANNEX), "lan.pdf");
            assertThat(reading.problem()).isNull();
            assertThat(reading.hasPictures()).isTrue();
            assertThat(reading.warnings())
                    .extracting(Warning::code, InWords::of)
                    .containsExactly(
                            tuple(
                                    Warning.Code.NO_TEXT_LAYER,
                                    "Trang 2 chỉ có ảnh, không có chữ để đọc: xem trang gốc, nếu có lời văn thì tải bản Word lên"));
        }
    }

    @Test
    void ofAFileWithTextOnlyThePagesThatArePicturesAreRecognised() throws IOException {
        try (var reader = ScanFixture.reader(10)) {
            Reading reading = reader.read(ScanFixture.withPicture(DECISION, ANNEX), "lan.pdf");
            Outline outline = Outlines.of(reading, "lan.pdf", null);

            assertThat(reading.origin().pages())
                    .extracting(Origin.RecognisedPage::page)
                    .containsExactly(2);
            assertThat(reading.warnings())
                    .extracting(Warning::code, InWords::of)
                    .containsExactly(tuple(
                            Warning.Code.OCR,
                            "Trang 2 chỉ có ảnh: chữ của trang do máy nhận dạng, cần đối chiếu với bản gốc; độ tin cậy trung bình "
                                    + reading.origin().confidence() + " %"));
            assertThat(outline.counts()).containsEntry("ARTICLE", 2).containsEntry("ANNEX", 1);
            assertThat(outline.annexes().getFirst().provisions()).hasSize(2);
            assertThat(outline.warnings())
                    .as("the number stands in the text, nothing was recognised there")
                    .extracting(Warning::path)
                    .doesNotContain("phan-dau");
        }
    }

    @Test
    void theNumberOfAPageLaidOverAScanDoesNotMakeItText() throws IOException {
        byte[] numbered = numbered(ScanFixture.withPicture(DECISION, ANNEX));
        try (var reader = ScanFixture.reader(10)) {
            Reading reading = reader.read(numbered, "lan.pdf");

            assertThat(reading.origin().pages())
                    .extracting(Origin.RecognisedPage::page)
                    .containsExactly(2);
            assertThat(reading.dropped()).contains(new Dropped("2", Dropped.Why.PAGE_NUMBER));
        }
    }

    /** As printers of offices do: the number of the page as text over the picture. */
    private static byte[] numbered(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(file)) {
            try (var content = new PDPageContentStream(
                    document, document.getPage(1), PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(300, 810);
                content.showText("2");
                content.endText();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void aPictureWithoutLettersIsStillNamed() throws IOException {
        try (var reader = ScanFixture.reader(10)) {
            Reading reading = reader.read(ScanFixture.withPicture(DECISION, List.of()), "lan.pdf");

            assertThat(reading.problem()).isNull();
            assertThat(reading.warnings()).extracting(Warning::code).containsExactly(Warning.Code.NO_TEXT_LAYER);
        }
    }

    @Test
    void aSecrecyMarkOnAScanIsSeen() throws IOException {
        byte[] secret = ScanFixture.scan(
                List.of(Stream.concat(Stream.of("TUYỆT MẬT"), DECISION.stream()).toList()));
        try (var reader = ScanFixture.reader(10)) {
            Reading reading = reader.read(secret, "quet.pdf");
            assertThat(reading.problem()).isEqualTo(Problem.STATE_SECRET_MARK);
            assertThat(reading.blocks()).isEmpty();
        }
    }

    @Test
    void furtherPagesThanAllowedAreLeftOutAndSaidSo() throws IOException {
        byte[] scan = ScanFixture.scan(List.of(DECISION, DECISION, DECISION));
        try (var reader = ScanFixture.reader(1)) {
            Reading reading = reader.read(scan, "quet.pdf");
            assertThat(reading.origin().pages()).hasSize(1);
            assertThat(reading.warnings())
                    .filteredOn(warning -> warning.code() == Warning.Code.TRUNCATED)
                    .hasSize(1);
        }
    }

    @Test
    void emptyPagesAndForeignFilesGiveNoText() throws IOException {
        try (var reader = ScanFixture.reader(10)) {
            assertThat(reader.read(ScanFixture.scan(List.of(List.of(), List.of())), "quet.pdf")
                            .problem())
                    .isEqualTo(Problem.NO_TEXT);
            assertThat(reader.read("Điều 1".getBytes(StandardCharsets.UTF_8), "a.txt")
                            .problem())
                    .isEqualTo(Problem.NO_TEXT);
        }
    }
}
