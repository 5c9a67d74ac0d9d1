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
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.InWords;
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

    @Test
    void aPageThatIsAPictureAmongPagesOfTextIsNamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument whole = Loader.loadPDF(ScanFixture.printed(List.of(DECISION)));
                PDDocument picture = Loader.loadPDF(ScanFixture.scan(List.of(DECISION)))) {
            new PDFMergerUtility().appendDocument(whole, picture);
            whole.save(bytes);
        }
        try (var reader = new ChildReader(ChildReader.Settings.standard())) {
            Reading reading = reader.read(bytes.toByteArray(), "lan.pdf");
            assertThat(reading.problem()).isNull();
            assertThat(reading.warnings())
                    .extracting(Warning::code, InWords::of)
                    .containsExactly(tuple(Warning.Code.NO_TEXT_LAYER, "Trang 2 chỉ có ảnh, không có chữ để đọc"));
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
