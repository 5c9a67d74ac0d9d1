package vn.gopy.document.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import vn.gopy.document.extract.Extraction;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/** What offices do to PDF pages: the words of the text stay, once and in order, and nothing that lies over them comes between. */
class PdfPagesTest {

    private final PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final List<String> LINES = List.of(
            "The first article is about the scope of this regulation.",
            "It is for all the units that are in the province, and",
            "this is to be done with the funds of the year.",
            "The second article is about the persons who are in charge.",
            "Each of the units is to report by the end of the year.",
            "The third article is about the coming into force.");

    private interface Drawing {
        void on(PDDocument document, PDPage page, PDPageContentStream stream) throws IOException;
    }

    private static Reading read(Drawing... drawings) {
        return PdfReader.read(pdf(drawings));
    }

    private static byte[] pdf(Drawing... drawings) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
                for (Drawing drawing : drawings) {
                    drawing.on(document, page, stream);
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void text(PDPageContentStream stream, String words, float x, float y, float size) throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, y);
        stream.showText(words);
        stream.endText();
    }

    private interface Spoiling {
        void of(COSDictionary catalog, COSDictionary root);
    }

    /** A file of three pages whose tree is spoilt, one line on each. */
    private byte[] spoilt(Spoiling spoiling) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (String line : LINES.subList(0, 3)) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var stream = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
                    text(stream, line, 90, 700, 12);
                }
            }
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            spoiling.of(catalog, catalog.getCOSDictionary(COSName.PAGES));
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The last pages below a node of their own that states another number. */
    private static void nest(COSDictionary root, int stated) {
        COSArray kids = root.getCOSArray(COSName.KIDS);
        var below = new COSDictionary();
        var moved = new COSArray();
        moved.add(kids.remove(1));
        moved.add(kids.remove(1));
        below.setItem(COSName.TYPE, COSName.PAGES);
        below.setItem(COSName.KIDS, moved);
        below.setInt(COSName.COUNT, stated);
        below.setItem(COSName.PARENT, root);
        for (int i = 0; i < 2; i++) {
            ((COSDictionary) moved.getObject(i)).setItem(COSName.PARENT, below);
        }
        kids.add(below);
    }

    @Test
    void anOddPageTreeHidesNoPage() {
        List<Spoiling> all = List.of(
                (catalog, root) -> {},
                (catalog, root) -> root.setInt(COSName.COUNT, 1),
                (catalog, root) -> root.setInt(COSName.COUNT, 0),
                (catalog, root) -> root.removeItem(COSName.COUNT),
                (catalog, root) -> root.setInt(COSName.COUNT, 9),
                (catalog, root) -> nest(root, 2),
                (catalog, root) -> nest(root, 0),
                (catalog, root) -> root.getCOSArray(COSName.KIDS).add(1, COSNull.NULL),
                (catalog, root) -> root.getCOSArray(COSName.KIDS).add(root),
                (catalog, root) -> root.removeItem(COSName.TYPE));
        for (int i = 0; i < all.size(); i++) {
            Reading reading = PdfReader.read(spoilt(all.get(i)));
            assertThat(reading.blocks().stream().map(Block::text).toList().toString())
                    .as("spoilt in way %d", i)
                    .contains(LINES.get(0), LINES.get(1), LINES.get(2));
        }
    }

    private Drawing lines() {
        return (document, page, stream) -> {
            for (int i = 0; i < LINES.size(); i++) {
                text(stream, LINES.get(i), 90, 700 - i * 24, 12);
            }
        };
    }

    private static String words(Reading reading) {
        assertThat(reading.problem()).isNull();
        return String.join(" ", reading.blocks().stream().map(Block::text).toList());
    }

    private static final String ALL = String.join(" ", LINES);

    @Test
    void aLineDrawnTwiceToMakeItBoldIsOneLine() {
        Reading reading = read(lines(), (document, page, stream) -> text(stream, LINES.get(0), 90.4f, 700, 12));
        assertThat(words(reading)).isEqualTo(ALL);
    }

    @Test
    void aSecondDrawingOnTheOtherSideOfAnyBorderIsSeen() {
        for (float up = 0; up < 13; up += 0.2f) {
            float y = 500 + up;
            Reading reading = read(lines(), (document, page, stream) -> {
                text(stream, "The fourth article is about the fees.", 90, y, 12);
                text(stream, "The fourth article is about the fees.", 90.3f, y + 0.25f, 12);
            });
            assertThat(words(reading)).isEqualTo(ALL + " The fourth article is about the fees.");
        }
    }

    @Test
    void aMarkAcrossThePageIsNoTextButIsKnown() {
        Reading reading = read(lines(), (document, page, stream) -> {
            stream.beginText();
            stream.setFont(font, 60);
            stream.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(45), 150, 450));
            stream.showText("DRAFT");
            stream.endText();
        });
        assertThat(words(reading)).isEqualTo(ALL);
        assertThat(reading.dropped()).extracting(Dropped::text).contains("DRAFT");
    }

    @Test
    void aSecrecyMarkAcrossThePageIsSeen() {
        byte[] file = pdf(lines(), (document, page, stream) -> {
            stream.beginText();
            stream.setFont(font, 60);
            stream.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(45), 150, 450));
            stream.showText("TOI MAT");
            stream.endText();
        });
        assertThat(Extraction.read(file, "a.pdf").problem()).isEqualTo(Problem.STATE_SECRET_MARK);
    }

    @Test
    void anUnseenLayerUnderTheSeenOneIsLeftOut() {
        Reading reading = read(lines(), (document, page, stream) -> {
            stream.setRenderingMode(RenderingMode.NEITHER);
            text(stream, "The frist artlcle is abuot the scope of thls regulation.", 91, 701, 12);
        });
        assertThat(words(reading)).isEqualTo(ALL);
    }

    @Test
    void anUnseenLayerAloneIsTheTextOfAScan() {
        Reading reading = read((document, page, stream) -> {
            stream.setRenderingMode(RenderingMode.NEITHER);
            lines().on(document, page, stream);
        });
        assertThat(words(reading)).isEqualTo(ALL);
    }

    @Test
    void whatThePageCallsNoContentIsDropped() {
        Reading reading = read(lines(), (document, page, stream) -> {
            stream.beginMarkedContent(COSName.ARTIFACT);
            text(stream, "Official journal no 12", 90, 760, 12);
            stream.endMarkedContent();
        });
        assertThat(words(reading)).isEqualTo(ALL);
        assertThat(reading.dropped()).extracting(Dropped::text).contains("Official journal no 12");
    }

    @Test
    void aPageThatIsCalledNoContentAsAWholeIsRead() {
        Reading reading = read((document, page, stream) -> {
            stream.beginMarkedContent(COSName.ARTIFACT);
            lines().on(document, page, stream);
            stream.endMarkedContent();
        });
        assertThat(words(reading)).isEqualTo(ALL);
    }

    @Test
    void lettersOutsideThePageAreNotOnIt() {
        Reading reading = read(lines(), (document, page, stream) -> text(stream, "cut off", 90, -40, 12));
        assertThat(words(reading)).isEqualTo(ALL);
    }

    @Test
    void numbersOfLinesInTheMarginGo() {
        Reading reading = read(lines(), (document, page, stream) -> {
            for (int i = 0; i < LINES.size(); i++) {
                text(stream, String.valueOf(i + 1), 60, 700 - i * 24, 9);
            }
        });
        assertThat(words(reading)).isEqualTo(ALL);
    }

    @Test
    void squareMetresStaySquareAndTheNumberOfANoteGoes() {
        Reading reading = read(lines(), (document, page, stream) -> {
            text(stream, "The room is to be 40 m", 90, 500, 12);
            float after = 90 + font.getStringWidth("The room is to be 40 m") * 12 / 1000;
            text(stream, "2", after, 505, 7);
            text(stream, " and the note is here", after + 4, 500, 12);
            float end = after + 4 + font.getStringWidth(" and the note is here") * 12 / 1000;
            text(stream, "1", end, 505, 7);
        });
        assertThat(words(reading)).contains("40 m² and the note is here").doesNotContain("here1");
    }

    @Test
    void valuesOfAFormStandWhereTheyWereFilledIn() {
        Reading reading = read(lines(), (document, page, stream) -> {
            text(stream, "Opinion:", 90, 500, 12);
            var form = new PDAcroForm(document);
            var resources = new PDResources();
            resources.put(COSName.HELV, font);
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 0 Tf 0 g");
            document.getDocumentCatalog().setAcroForm(form);
            var field = new PDTextField(form);
            field.setPartialName("opinion");
            field.getCOSObject().setString(COSName.V, "to be put in the second article");
            form.getFields().add(field);
            var widget = field.getWidgets().getFirst();
            widget.setRectangle(new PDRectangle(150, 496, 300, 18));
            widget.setPage(page);
            page.getAnnotations().add(widget);
        });
        assertThat(words(reading)).contains("Opinion: to be put in the second article");
    }

    @Test
    void aTableOnATurnedPageKeepsItsCells() {
        Reading reading = read((document, page, stream) -> {
            page.setRotation(90);
            // drawn so that it stands upright when the page is turned
            stream.transform(new Matrix(0, 1, -1, 0, page.getMediaBox().getWidth(), 0));
            for (int i = 0; i < LINES.size(); i++) {
                text(stream, LINES.get(i), 90, 500 - i * 24, 12);
            }
            for (int row = 0; row < 3; row++) {
                stream.addRect(90, 300 - row * 30, 400, 0.5f);
            }
            for (int column = 0; column < 3; column++) {
                stream.addRect(90 + column * 200, 240, 0.5f, 60);
            }
            stream.fill();
            text(stream, "one", 100, 280, 12);
            text(stream, "two", 300, 280, 12);
            text(stream, "three", 100, 250, 12);
            text(stream, "four", 300, 250, 12);
        });
        assertThat(reading.blocks().stream().filter(it -> it.cell() != null))
                .extracting(it -> it.text() + it.cell().row() + it.cell().column())
                .containsExactly("one00", "two01", "three10", "four11");
    }

    @Test
    void notesOfReadersAreRemarksWithTheWordsUnderThem() {
        Reading reading = read(lines(), (document, page, stream) -> {
            var highlight = new PDAnnotationHighlight();
            // widths of Helvetica, in thousandths of its size
            float from = 90 + 3890 * 12 / 1000f;
            float to = from + 2667 * 12 / 1000f;
            highlight.setQuadPoints(new float[] {from, 710, to, 710, from, 697, to, 697});
            highlight.setRectangle(new PDRectangle(from, 697, to - from, 13));
            highlight.setContents("Which one?");
            highlight.setTitlePopup("Mai");
            var note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(20, 600, 20, 20));
            note.setContents("In general: yes.");
            page.getAnnotations().addAll(List.of(highlight, note));
        });
        assertThat(reading.remarks())
                .extracting(it -> it.author() + "|" + it.quote() + "|" + it.text())
                .containsExactly("Mai|article|Which one?", "||In general: yes.");
    }

    @Test
    void marksDrawnAsLettersSitOnTheirLetters() {
        List<PdfPage.Glyph> drawn = Stream.of(
                        glyph("đ", 0, 6),
                        glyph("i", 6, 3),
                        glyph("\u0323", 5, 4),
                        glyph("n", 9, 6),
                        glyph("h", 15, 6),
                        glyph("â", 30, 6),
                        glyph("\u00B4", 31, 4),
                        glyph("o", 40, 6),
                        glyph("\u02C6", 41, 4),
                        glyph("\u0301", 43, 0))
                .toList();
        assertThat(PdfLine.of(Marks.onLetters(drawn), 1))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).isEqualTo("định ấ ố"));
    }

    private static PdfPage.Glyph glyph(String text, float x, float width) {
        return new PdfPage.Glyph(text, x, 100, width, 12, "F", false, false);
    }
}
