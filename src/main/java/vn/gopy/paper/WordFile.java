package vn.gopy.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A Word file in the making, in Times New Roman. Text is stored composed (NFC). The same calls on the same day give the
 * same bytes.
 */
public final class WordFile implements AutoCloseable {

    static final String TYPEFACE = "Times New Roman";

    /** English metric units in a millimetre. */
    private static final int EMU = 36_000;

    private final XWPFDocument document = new XWPFDocument();
    private final Sheet sheet;
    private boolean onNewPage;

    /** Opens an empty file whose default letters have {@code size} points. */
    public WordFile(Sheet sheet, int size) {
        this.sheet = sheet;
        layOut();
        setDefaults(size);
    }

    /** The sheet it is written on. */
    public Sheet sheet() {
        return sheet;
    }

    /** Adds a paragraph at the end for each line of the text. */
    public PaperParagraph paragraph(Look look, String text) {
        return paragraph(look).add(look, text);
    }

    /** Adds an empty paragraph at the end. */
    public PaperParagraph paragraph(Look look) {
        var paragraph = document.createParagraph();
        style(paragraph, look);
        paragraph.setPageBreak(onNewPage);
        onNewPage = false;
        return new PaperParagraph(paragraph);
    }

    /** Adds a chart at the end, as wide as the text and so many millimetres high. */
    public void chart(BarChart chart, int height) {
        try {
            XWPFChart part = document.createChart(EMU * sheet.textWidth(), EMU * height);
            part.getCTChartSpace()
                    .set(ChartSpaceDocument.Factory.parse(chart.xml()).getChartSpace());
        } catch (InvalidFormatException | XmlException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Makes the next paragraph begin a new page. */
    public void newPage() {
        onNewPage = true;
    }

    /** Adds an empty table with columns of the given widths in millimetres; its first row stands ready. */
    public Table table(boolean ruled, int... widths) {
        return new Table(document.createTable(1, widths.length), ruled, widths);
    }

    /** Adds one line as one run in the letters of {@code look}; Word shows a tab only where it is an element of its own. */
    static void run(XWPFParagraph paragraph, Look look, String line) {
        var run = letters(paragraph, look);
        var parts = Normalizer.normalize(line, Normalizer.Form.NFC).split("\t", -1);
        run.setText(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            run.addTab();
            run.setText(parts[i]);
        }
    }

    /** Adds an empty run in the letters of {@code look}. */
    static XWPFRun letters(XWPFParagraph paragraph, Look look) {
        var run = paragraph.createRun();
        run.setFontFamily(TYPEFACE);
        run.setFontSize(look.size());
        if (look.bold()) {
            run.setBold(true);
        }
        if (look.italic()) {
            run.setItalic(true);
        }
        if (look.struck()) {
            run.setStrikeThrough(true);
        }
        return run;
    }

    /** Gives {@code paragraph} the alignment, indent and spacing of {@code look}. */
    static void style(XWPFParagraph paragraph, Look look) {
        paragraph.setAlignment(look.alignment());
        paragraph.setSpacingBefore(look.before() * 20);
        paragraph.setSpacingAfter(look.after() * 20);
        if (look.firstLine() > 0) {
            paragraph.setIndentationFirstLine(Twips.ofMillimetres(look.firstLine()));
        }
        if (look.keepNext()) {
            paragraph.setKeepNext(true);
        }
    }

    /** Prints the page number in the middle of the top margin, from the second page on. */
    public void numberPagesOnTop(int size) {
        PageMargins.numberOnTop(document, size);
    }

    /** Prints {@code note} small and italic at the foot of every page. */
    public void footNote(String note) {
        PageMargins.note(document, note);
    }

    /** Prints "Trang x/y" at the right of every foot, and {@code note} at the left where there is one. */
    public void footWithPageOfPages(Optional<String> note) {
        PageMargins.pageOfPages(document, sheet, note);
    }

    /** Writes the file; {@code day} is printed in its properties and in the package. */
    public void writeTo(OutputStream out, String title, LocalDate day) throws IOException {
        describe(title, day);
        var raw = new ByteArrayOutputStream();
        try (var loose = new ZipArchiveOutputStream(raw)) {
            loose.setLevel(Deflater.NO_COMPRESSION);
            document.write(loose);
        }
        repack(raw.toByteArray(), out, day);
    }

    /** The bytes of the file; see {@link #writeTo}. */
    public byte[] toBytes(String title, LocalDate day) {
        var out = new ByteArrayOutputStream();
        try {
            writeTo(out, title, day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void layOut() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(sheet.width()));
        size.setH(twips(sheet.height()));
        if (sheet.landscape()) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        var margins = section.addNewPgMar();
        margins.setTop(twips(sheet.top()));
        margins.setBottom(twips(sheet.bottom()));
        margins.setLeft(twips(sheet.left()));
        margins.setRight(twips(sheet.right()));
        margins.setHeader(twips(10));
        margins.setFooter(twips(10));
        margins.setGutter(BigInteger.ZERO);
    }

    private void setDefaults(int size) {
        var styles = CTStyles.Factory.newInstance();
        var letters = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
        var fonts = letters.addNewRFonts();
        fonts.setAscii(TYPEFACE);
        fonts.setHAnsi(TYPEFACE);
        fonts.setCs(TYPEFACE);
        fonts.setEastAsia(TYPEFACE);
        letters.addNewSz().setVal(BigInteger.valueOf(2L * size));
        letters.addNewLang().setVal("vi-VN");
        document.createStyles().setStyles(styles);
    }

    private void describe(String title, LocalDate day) {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator("Góp Ý");
        var moment = Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(moment);
        core.setModified(moment);
    }

    /** Copies the package with the day as the time of each entry, which POI would set to the moment of writing. */
    static void repack(byte[] raw, OutputStream out, LocalDate day) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(raw))) {
            var zip = new ZipOutputStream(out);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(day.atStartOfDay());
                zip.putNextEntry(copy);
                in.transferTo(zip);
            }
            zip.finish();
        }
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Twips.ofMillimetres(millimetres));
    }
}
