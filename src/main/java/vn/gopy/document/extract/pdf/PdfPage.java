package vn.gopy.document.extract.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Takes the letters and the ruled lines of one page, with their places. Coordinates count from the top left, in points. */
final class PdfPage extends PDFTextStripper {

    private static final int MOST_GLYPHS = 200_000;
    private static final int MOST_RULES = 20_000;
    private static final float THIN = 3f;

    /** One letter, or a few that the font draws as one. */
    record Glyph(String text, float x, float y, float width, float size, String font, boolean bold, boolean italic) {

        float right() {
            return x + width;
        }
    }

    /** A ruled line, horizontal or vertical. */
    record Rule(float x1, float y1, float x2, float y2) {

        boolean isHorizontal() {
            return Math.abs(y1 - y2) <= Math.abs(x1 - x2);
        }
    }

    final List<Glyph> glyphs = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    private float height;
    private float lastX;
    private float lastY;

    PdfPage() throws IOException {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(false);
        addOperator(new Rectangle());
        addOperator(new MoveTo());
        addOperator(new LineTo());
    }

    /** Reads page {@code number}, counting from 1. */
    void take(PDDocument document, int number) throws IOException {
        glyphs.clear();
        rules.clear();
        height = document.getPage(number - 1).getCropBox().getHeight();
        setStartPage(number);
        setEndPage(number);
        writeText(document, Writer.nullWriter());
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        String text = at.getUnicode();
        if (text == null || text.isEmpty() || glyphs.size() > MOST_GLYPHS) {
            return;
        }
        PDFont pdfFont = at.getFont();
        String font = pdfFont == null || pdfFont.getName() == null ? "" : pdfFont.getName();
        String style = font.toLowerCase(java.util.Locale.ROOT);
        boolean bold =
                style.contains("bold") || style.contains("black") || style.endsWith("-bd") || style.contains("demi");
        boolean italic = style.contains("italic") || style.contains("oblique");
        glyphs.add(new Glyph(
                text,
                at.getXDirAdj(),
                at.getYDirAdj(),
                at.getWidthDirAdj(),
                Math.abs(at.getFontSizeInPt()),
                font,
                bold,
                italic));
    }

    @Override
    protected void writePage() {
        // the letters are arranged elsewhere
    }

    private float[] onPage(float x, float y) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        var point = matrix.transformPoint(x, y);
        return new float[] {point.x, height - point.y};
    }

    private void rule(float[] from, float[] to) {
        boolean straight = Math.abs(from[0] - to[0]) < THIN || Math.abs(from[1] - to[1]) < THIN;
        if (straight && rules.size() < MOST_RULES) {
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
                rule(from, to);
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
            rule(onPage(lastX, lastY), onPage(x, y));
            lastX = x;
            lastY = y;
        }

        @Override
        public String getName() {
            return "l";
        }
    }
}
