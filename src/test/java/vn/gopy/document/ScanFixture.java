package vn.gopy.document;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes scans: pages that are pictures of their text and nothing else. */
public final class ScanFixture {

    /** A decision that a machine can read, with its header and two articles. */
    public static final List<String> DECISION = List.of(
            "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN",
            "Số: 15/2026/QĐ-UBND",
            "QUYẾT ĐỊNH",
            "Ban hành Quy định về quản lý cơ sở dữ liệu dùng chung",
            "Điều 1. Phạm vi điều chỉnh",
            "Quyết định này quy định việc quản lý và khai thác cơ sở dữ liệu dùng chung.",
            "Điều 2. Trách nhiệm của các cơ quan, tổ chức",
            "1. Cơ quan thường trực hướng dẫn các đơn vị thực hiện quyết định này.",
            "2. Các cơ quan báo cáo kết quả trước ngày 15 tháng 12 hằng năm.");

    private static final int DOTS_PER_INCH = 200;
    private static final int TYPE_SIZE = 13;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private ScanFixture() {}

    /** A reader of scans, or the test is skipped because this machine has none. */
    public static ScanReader reader(int mostPages) throws IOException {
        ScanReader reader = ScanReader.find(ChildReader.Settings.standard(), mostPages, Duration.ofSeconds(60));
        requireTesseract(reader);
        return reader;
    }

    /** Skips the test where scans cannot be read. */
    public static void requireTesseract(ScanReader reader) {
        assumeTrue(
                reader.isAvailable(), "Tesseract with Vietnamese is not installed (tesseract-ocr, tesseract-ocr-vie)");
    }

    /** A PDF file with one picture per page. */
    public static byte[] scan(List<List<String>> pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument text = Loader.loadPDF(printed(pages));
                var scan = new PDDocument()) {
            var renderer = new PDFRenderer(text);
            for (int i = 0; i < pages.size(); i++) {
                var page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                var picture = LosslessFactory.createFromImage(
                        scan, renderer.renderImageWithDPI(i, DOTS_PER_INCH, ImageType.GRAY));
                try (var content = new PDPageContentStream(scan, page)) {
                    content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            scan.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** A page of text, then a page that is a picture. */
    public static byte[] withPicture(List<String> text, List<String> picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument whole = Loader.loadPDF(printed(List.of(text)));
                PDDocument scan = Loader.loadPDF(scan(List.of(picture)))) {
            new PDFMergerUtility().appendDocument(whole, scan);
            whole.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** The same pages as text. */
    static byte[] printed(List<List<String>> pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument();
                var face = PDFont.class.getResourceAsStream(FONT)) {
            PDFont font = PDType0Font.load(document, face);
            for (List<String> lines : pages) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, TYPE_SIZE);
                    content.setLeading(2 * TYPE_SIZE);
                    content.newLineAtOffset(70, 760);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
