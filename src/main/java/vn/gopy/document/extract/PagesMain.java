package vn.gopy.document.extract;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.gopy.document.extract.pdf.PdfFile;

/**
 * A child JVM that draws pages of one PDF. Standard input holds the first page (from 1), how many, the length of the file
 * and the file; standard output one PNG for each page, its length before it, 0 for a page that is not there or cannot be
 * drawn.
 */
public final class PagesMain {

    /** Wide enough to read, on a screen of 1366 points too. */
    private static final float WIDTH = 1100;

    /** A page of any size becomes a picture of at most so many points. */
    private static final double MOST_POINTS = 6_000_000;

    private PagesMain() {}

    public static void main(String[] args) throws IOException {
        // parsers print; what they print must not reach the pictures
        var answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        ImageIO.setUseCache(false);
        var in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        int first = in.readInt();
        int count = in.readInt();
        byte[] content = in.readNBytes(in.readInt());
        draw(content, first, count, answers);
    }

    private static void draw(byte[] content, int first, int count, DataOutputStream answers) throws IOException {
        try (PDDocument document = PdfFile.opened(content)) {
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = first; page < first + count; page++) {
                byte[] picture = page >= 1 && page <= document.getNumberOfPages()
                        ? drawn(document, renderer, page)
                        : new byte[0];
                answers.writeInt(picture.length);
                answers.write(picture);
                answers.flush();
            }
        } catch (IOException | RuntimeException broken) {
            answers.writeInt(0);
            answers.flush();
        }
    }

    private static byte[] drawn(PDDocument document, PDFRenderer renderer, int page) {
        try {
            PDRectangle size = document.getPage(page - 1).getCropBox();
            float scale = Math.min(WIDTH / Math.max(1, size.getWidth()), (float)
                    Math.sqrt(MOST_POINTS / Math.max(1, (double) size.getWidth() * size.getHeight())));
            BufferedImage image = renderer.renderImage(page - 1, scale, ImageType.RGB);
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException | RuntimeException broken) {
            return new byte[0];
        }
    }
}
