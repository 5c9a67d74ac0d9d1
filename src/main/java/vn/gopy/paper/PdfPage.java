package vn.gopy.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** A page of a {@link PdfFile}. What is to be read is black: it is to be legible in black and white. */
public final class PdfPage {

    private static final float HAIRLINE = 0.5f;
    private static final float PALE = 0.82f;
    private static final double RISING = Math.toRadians(24);

    private final PdfFile file;
    private final PDPageContentStream ink;
    private final float height;

    PdfPage(PdfFile file, PDDocument document, PDPage page, float height) throws IOException {
        this.file = file;
        this.height = height;
        this.ink = new PDPageContentStream(document, page);
    }

    /** Words with their base line that far from the upper edge. */
    public void words(float left, float base, Face face, float size, String words) throws IOException {
        words(left, base, face, size, 0, words);
    }

    /** @param stretch added to every space between words */
    public void words(float left, float base, Face face, float size, float stretch, String words) throws IOException {
        ink.beginText();
        ink.setFont(file.font(face), size);
        ink.newLineAtOffset(left, height - base);
        if (stretch == 0) {
            ink.showText(file.known(words, face));
        } else {
            float space = file.width(" ", face, size) + stretch;
            for (String word : words.split(" ")) {
                ink.showText(file.known(word, face));
                ink.newLineAtOffset(file.width(word, face, size) + space, 0);
            }
        }
        ink.endText();
    }

    /** Words across the middle of the page that rise to the right, so pale that what stands over them stays legible. */
    public void faint(float middle, Face face, float size, String words) throws IOException {
        float half = file.width(words, face, size) / 2;
        float left = PdfFile.WIDTH / 2 - half * (float) Math.cos(RISING);
        float base = height - middle - half * (float) Math.sin(RISING);
        ink.saveGraphicsState();
        ink.setNonStrokingColor(PALE);
        ink.beginText();
        ink.setFont(file.font(face), size);
        ink.setTextMatrix(Matrix.getRotateInstance(RISING, left, base));
        ink.showText(file.known(words, face));
        ink.endText();
        ink.restoreGraphicsState();
    }

    /** Words that end at the right. */
    public void wordsBefore(float right, float base, Face face, float size, String words) throws IOException {
        words(right - file.width(words, face, size), base, face, size, words);
    }

    /** A thin line. */
    public void rule(float fromLeft, float fromTop, float toLeft, float toTop) throws IOException {
        ink.setLineWidth(HAIRLINE);
        ink.moveTo(fromLeft, height - fromTop);
        ink.lineTo(toLeft, height - toTop);
        ink.stroke();
    }

    /** A QR code of that edge; it stands printing and copying of middling quality. */
    public void code(float left, float top, float edge, String content) throws IOException {
        BitMatrix bits = bits(content);
        float cell = edge / bits.getWidth();
        for (int row = 0; row < bits.getHeight(); row++) {
            for (int column = 0; column < bits.getWidth(); column++) {
                if (bits.get(column, row)) {
                    ink.addRect(left + column * cell, height - top - (row + 1) * cell, cell, cell);
                }
            }
        }
        ink.fill();
    }

    private static BitMatrix bits(String content) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    void end() throws IOException {
        ink.close();
    }
}
