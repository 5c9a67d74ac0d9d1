package vn.gopy.document.extract.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Takes the letters and the ruled lines of one page, with their places. Coordinates count from the top left, in points. */
final class PdfPage extends PDFTextStripper {

    private static final int MOST_GLYPHS = 200_000;
    private static final int MOST_RULES = 20_000;
    private static final float THIN = 3f;
    /** In degrees; scans lie a little askew. */
    private static final double SLANT = 8;

    /** One letter, or a few that the font draws as one. */
    record Glyph(String text, float x, float y, float width, float size, String font, boolean bold, boolean italic) {

        Glyph with(String other) {
            return new Glyph(other, x, y, width, size, font, bold, italic);
        }

        float right() {
            return x + width;
        }
    }

    /**
     * A letter as the page draws it.
     *
     * @param slants neither upright nor lying
     * @param hidden drawn so that nothing is seen
     * @param artifact said to be no content of the document, as headers and page numbers are
     */
    record Drawn(Glyph glyph, boolean slants, boolean hidden, boolean artifact) {}

    /** A ruled line, horizontal or vertical. */
    record Rule(float x1, float y1, float x2, float y2) {

        boolean isHorizontal() {
            return Math.abs(y1 - y2) <= Math.abs(x1 - x2);
        }
    }

    final List<Glyph> glyphs = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    /** Words that the page draws and that are no text of it. */
    final List<String> dropped = new ArrayList<>();

    private final List<Drawn> drawn = new ArrayList<>();
    private final List<float[]> strokes = new ArrayList<>();
    private final int[] directions = new int[4];
    private final Deque<Boolean> marked = new ArrayDeque<>();
    /** What the name of a font tells of its letters. */
    private record Typeface(String name, boolean bold, boolean italic) {

        static Typeface of(String name) {
            String style = name.toLowerCase(java.util.Locale.ROOT);
            boolean bold = style.contains("bold")
                    || style.contains("black")
                    || style.endsWith("-bd")
                    || style.contains("demi");
            return new Typeface(name, bold, style.contains("italic") || style.contains("oblique"));
        }
    }

    /** That of the letter before, which is mostly that of the next. */
    private Typeface typeface = Typeface.of("");

    private @Nullable PDPage wanted;
    private PDRectangle crop = PDRectangle.A4;
    private float lastX;
    private float lastY;

    PdfPage() throws IOException {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(false);
        addOperator(new Rectangle());
        addOperator(new MoveTo());
        addOperator(new LineTo());
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    /** Reads a page. */
    void take(PDDocument document, PDPage page) throws IOException {
        glyphs.clear();
        rules.clear();
        dropped.clear();
        drawn.clear();
        strokes.clear();
        marked.clear();
        Arrays.fill(directions, 0);
        crop = page.getCropBox();
        wanted = page;
        setStartPage(0); // the stripper counts pages as it comes by them, and comes by one only
        try {
            writeText(document, Writer.nullWriter());
        } finally {
            glyphs.addAll(PageGlyphs.of(drawn, dropped::add));
            strokes.forEach(this::rule);
        }
    }

    /** This page alone: by itself the stripper walks through all pages of the file for each that is asked for. */
    @Override
    protected void processPages(PDPageTree pages) throws IOException {
        if (wanted != null && wanted.hasContents()) {
            processPage(wanted);
        }
    }

    @Override
    public void beginMarkedContentSequence(@Nullable COSName tag, @Nullable COSDictionary properties) {
        marked.push(COSName.ARTIFACT.equals(tag));
    }

    @Override
    public void endMarkedContentSequence() {
        marked.poll();
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        String text = at.getUnicode();
        if (text == null || text.isEmpty() || drawn.size() > MOST_GLYPHS) {
            return;
        }
        if (isOutside(at)) {
            return;
        }
        PDFont pdfFont = at.getFont();
        String font = pdfFont == null || pdfFont.getName() == null ? "" : pdfFont.getName();
        if (!font.equals(typeface.name)) {
            typeface = Typeface.of(font);
        }
        directions[Math.round(at.getDir() / 90) & 3]++;
        var glyph = new Glyph(
                text,
                at.getXDirAdj(),
                at.getYDirAdj(),
                at.getWidthDirAdj(),
                Math.abs(at.getFontSizeInPt()),
                font,
                typeface.bold,
                typeface.italic);
        boolean hidden = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER;
        drawn.add(new Drawn(glyph, slants(at), hidden, marked.contains(true)));
    }

    private boolean isOutside(TextPosition at) {
        float x = at.getTextMatrix().getTranslateX();
        float y = at.getTextMatrix().getTranslateY();
        return x < -1 || y < -1 || x > crop.getWidth() + 1 || y > crop.getHeight() + 1;
    }

    private static boolean slants(TextPosition at) {
        double angle = Math.toDegrees(
                Math.atan2(at.getTextMatrix().getShearY(), at.getTextMatrix().getScaleX()));
        double turned = Math.abs(angle) % 90;
        return Math.min(turned, 90 - turned) > SLANT;
    }

    @Override
    protected void writePage() {
        // the letters are arranged elsewhere
    }

    /** In the page as it is drawn, before it is turned. */
    private float[] onPage(float x, float y) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        var point = matrix.transformPoint(x, y);
        return new float[] {point.x - crop.getLowerLeftX(), point.y - crop.getLowerLeftY()};
    }

    private void stroke(float[] from, float[] to) {
        if (strokes.size() < MOST_RULES) {
            strokes.add(new float[] {from[0], from[1], to[0], to[1]});
        }
    }

    /** Where most letters of the page see it: a turned page turns its lines with its letters. */
    private float[] seen(float x, float y) {
        int turned = 0;
        for (int quarter = 1; quarter < directions.length; quarter++) {
            turned = directions[quarter] > directions[turned] ? quarter : turned;
        }
        return switch (turned) {
            case 1 -> new float[] {y, x};
            case 2 -> new float[] {crop.getWidth() - x, y};
            case 3 -> new float[] {crop.getHeight() - y, crop.getWidth() - x};
            default -> new float[] {x, crop.getHeight() - y};
        };
    }

    private void rule(float[] stroke) {
        float[] from = seen(stroke[0], stroke[1]);
        float[] to = seen(stroke[2], stroke[3]);
        boolean straight = Math.abs(from[0] - to[0]) < THIN || Math.abs(from[1] - to[1]) < THIN;
        if (straight) {
            rules.add(new Rule(
                    Math.min(from[0], to[0]),
                    Math.min(from[1], to[1]),
                    Math.max(from[0], to[0]),
                    Math.max(from[1], to[1])));
        }
    }

    private static float number(List<COSBase> operands, int at) {
        return at < operands.size() && operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }

    private final class Rectangle extends OperatorProcessor {
        Rectangle() {
            super(PdfPage.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            float x = number(operands, 0);
            float y = number(operands, 1);
            float width = number(operands, 2);
            float tall = number(operands, 3);
            float[] from = onPage(x, y);
            float[] to = onPage(x + width, y + tall);
            boolean thin = Math.abs(from[0] - to[0]) < THIN || Math.abs(from[1] - to[1]) < THIN;
            if (thin) {
                stroke(from, to);
            }
        }

        @Override
        public String getName() {
            return "re";
        }
    }

    private final class MoveTo extends OperatorProcessor {
        MoveTo() {
            super(PdfPage.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            lastX = number(operands, 0);
            lastY = number(operands, 1);
        }

        @Override
        public String getName() {
            return "m";
        }
    }

    private final class LineTo extends OperatorProcessor {
        LineTo() {
            super(PdfPage.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            float x = number(operands, 0);
            float y = number(operands, 1);
            stroke(onPage(lastX, lastY), onPage(x, y));
            lastX = x;
            lastY = y;
        }

        @Override
        public String getName() {
            return "l";
        }
    }
}
