package vn.gopy.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A PDF file while it is written. Measures are points, 72 to an inch, from the upper left edge. */
public final class PdfFile implements AutoCloseable {

    /** Of a page of A4. */
    public static final float WIDTH = PDRectangle.A4.getWidth();

    /** Of a page of A4. */
    public static final float HEIGHT = PDRectangle.A4.getHeight();

    /** Stands for what the fonts have no letter for. */
    private static final int UNKNOWN = '?';

    private final PDDocument document = new PDDocument();
    private final Map<Face, Cut> cuts = new EnumMap<>(Face.class);
    private final List<PdfPage> pages = new ArrayList<>();

    /** @param widths of words at a size of 1 */
    private record Cut(PDFont font, CmapLookup letters, Map<String, Float> widths) {}

    /** Begins a file without pages; its language is Vietnamese. */
    public PdfFile(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("vi");
        for (Face face : Face.values()) {
            TrueTypeFont font = parsed(face);
            CmapLookup letters = font.getUnicodeCmapLookup();
            cuts.put(face, new Cut(PDType0Font.load(document, font, true), letters, new HashMap<>()));
        }
    }

    private static TrueTypeFont parsed(Face face) throws IOException {
        try (InputStream file = Objects.requireNonNull(PdfFile.class.getResourceAsStream(face.file()))) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            font.setEnableGsub(false); // Vietnamese in NFC needs none, and looking for it takes most of the time
            return font;
        }
    }

    /** How wide the words are at that size. */
    public float width(String words, Face face, float size) {
        return cut(face).widths().computeIfAbsent(words, it -> unit(it, face)) * size;
    }

    private float unit(String words, Face face) {
        try {
            return font(face).getStringWidth(known(words, face)) / 1000;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds an empty page, upright. */
    public PdfPage page() throws IOException {
        return page(WIDTH, HEIGHT);
    }

    /** Adds an empty page of that width and height. */
    PdfPage page(float width, float height) throws IOException {
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        PdfPage written = new PdfPage(this, document, page, height);
        pages.add(written);
        return written;
    }

    PDFont font(Face face) {
        return cut(face).font();
    }

    private Cut cut(Face face) {
        return Objects.requireNonNull(cuts.get(face));
    }

    /** The words in letters that the font has. */
    String known(String words, Face face) {
        CmapLookup has = cut(face).letters();
        StringBuilder known = new StringBuilder(words.length());
        words.codePoints()
                .map(letter -> Character.isSpaceChar(letter) || Character.isISOControl(letter) ? ' ' : letter)
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .forEach(letter -> known.appendCodePoint(has.getGlyphId(letter) > 0 ? letter : UNKNOWN));
        return known.toString();
    }

    /** The whole file; nothing can be added afterwards. */
    public byte[] toBytes() throws IOException {
        for (PdfPage page : pages) {
            page.end();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
