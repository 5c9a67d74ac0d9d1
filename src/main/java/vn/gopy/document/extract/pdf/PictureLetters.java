package vn.gopy.document.extract.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Doubts;
import vn.gopy.document.extract.Recognition;

/**
 * The letters in the pictures of pages: a page is drawn and its words recognised, within the limits of the recognition. Words
 * of a picture are a guess: how sure they are is kept page by page.
 */
final class PictureLetters {

    private static final int DOTS_PER_INCH = 300;
    private static final int MOST_DOTS = 16_000_000;
    private static final int POINTS_PER_INCH = 72;
    private static final float TYPE_SIZE = 13;
    /** Of a million dots: a page with less ink than this is blank. */
    private static final int LEAST_INK = 150;

    private static final int DARK = 140;
    private static final Pattern LETTER_FOR_ONE = Pattern.compile("^[LlI|]([.:])$");

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Recognition recognition;
    private final Tesseract tesseract;
    private final BlockList list;
    private final TreeMap<Integer, Integer> confidences = new TreeMap<>();
    private final long end;
    private int failed;

    /** @param list receives the words with how sure they are */
    PictureLetters(PDDocument document, Recognition recognition, BlockList list) {
        this.document = document;
        this.recognition = recognition;
        this.list = list;
        this.tesseract = new Tesseract(recognition.command());
        this.renderer = new PDFRenderer(document);
        this.end = System.nanoTime() + recognition.within().toNanos();
        renderer.setSubsamplingAllowed(true);
    }

    /** Whether time and the number of pages allow another page. */
    boolean goesOn() {
        return confidences.size() < recognition.mostPages() && System.nanoTime() < end;
    }

    /** How many pages could not be drawn or recognised. */
    int failed() {
        return failed;
    }

    /** The pages on which words were found, counted from 1, with the confidence in percent. */
    SortedMap<Integer, Integer> confidences() {
        return confidences;
    }

    /** The lines on a page; none where it shows no words, or could not be recognised. */
    List<PdfLine> lines(int index) {
        var lines = new ArrayList<PdfLine>();
        try {
            PDPage page = document.getPage(index);
            if (isBare(page)) {
                return lines;
            }
            int dots = dotsPerInch(page);
            BufferedImage image = renderer.renderImage(index, (float) dots / POINTS_PER_INCH, ImageType.GRAY);
            if (isBlank(image)) {
                return lines;
            }
            List<Tesseract.Word> words = tesseract.words(image, dots);
            if (!words.isEmpty()) {
                confidences.put(index + 1, confidence(words));
                lines.addAll(PdfLine.of(glyphs(words, (float) POINTS_PER_INCH / dots), index + 1));
                list.recognised(recognised(words));
                lines.removeIf(line -> line.text().chars().noneMatch(Character::isLetterOrDigit)); // rules and frames
            }
        } catch (IOException | RuntimeException damaged) {
            failed++;
        }
        return lines;
    }

    /** The mean over the pages in percent. */
    int confidence() {
        return (int) Math.round(confidences.values().stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0));
    }

    /** Nothing is drawn on it, so nothing needs to be looked at. */
    private static boolean isBare(PDPage page) {
        PDResources resources = page.getResources();
        return !page.hasContents()
                || resources == null
                || !resources.getXObjectNames().iterator().hasNext()
                        && !resources.getFontNames().iterator().hasNext();
    }

    private static int dotsPerInch(PDPage page) {
        double inches = (double) page.getCropBox().getWidth()
                * page.getCropBox().getHeight()
                / (POINTS_PER_INCH * POINTS_PER_INCH);
        return (int) Math.max(20, Math.min(DOTS_PER_INCH, Math.sqrt(MOST_DOTS / Math.max(inches, 0.01))));
    }

    private static boolean isBlank(BufferedImage image) {
        byte[] dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        long ink = 0;
        for (byte dot : dots) {
            ink += (dot & 0xFF) < DARK ? 1 : 0;
        }
        return ink * 1_000_000 < (long) dots.length * LEAST_INK;
    }

    /** Weighted by length: one wrong dash says little. */
    private static int confidence(List<Tesseract.Word> words) {
        long sum = 0;
        long letters = 0;
        for (Tesseract.Word word : words) {
            sum += (long) word.confidence() * word.text().length();
            letters += word.text().length();
        }
        return (int) (sum / letters);
    }

    private static List<Doubts.Recognised> recognised(List<Tesseract.Word> words) {
        var recognised = new ArrayList<Doubts.Recognised>();
        String before = "";
        for (Tesseract.Word word : words) {
            recognised.add(new Doubts.Recognised(repaired(before, word.text()), word.confidence()));
            before = word.text();
        }
        return recognised;
    }

    /** Words stand on the middle of their line: letters with tails would else tear it apart. */
    private static List<PdfPage.Glyph> glyphs(List<Tesseract.Word> words, float scale) {
        var glyphs = new ArrayList<PdfPage.Glyph>();
        int from = 0;
        while (from < words.size()) {
            int to = from;
            float middle = 0;
            while (to < words.size() && words.get(to).line() == words.get(from).line()) {
                middle += words.get(to).top() + words.get(to).height() / 2f;
                to++;
            }
            float base = middle / (to - from) * scale + TYPE_SIZE / 3;
            for (int i = from; i < to; i++) {
                Tesseract.Word word = words.get(i);
                String before = i == from ? "" : words.get(i - 1).text();
                String text = repaired(before, word.text());
                glyphs.add(new PdfPage.Glyph(
                        i + 1 < to ? text + " " : text,
                        word.left() * scale,
                        base,
                        word.width() * scale,
                        TYPE_SIZE,
                        "",
                        false,
                        false));
            }
            from = to;
        }
        return glyphs;
    }

    /** A printed 1 is often taken for a letter, but no article is called so. */
    private static String repaired(String before, String word) {
        boolean article = before.equals("Điều") || before.equals("ĐIỀU");
        return article ? LETTER_FOR_ONE.matcher(word).replaceFirst("1$1") : word;
    }
}
