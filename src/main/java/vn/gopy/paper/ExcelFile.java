package vn.gopy.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An Excel file of one sheet that is written from top to bottom, for A4 on its side, as wide as the page. It holds no
 * formulas: a text that a program could take for one, here or after it was saved in another form, is marked as text. The
 * same rows give the same bytes.
 */
public final class ExcelFile {

    /** What spreadsheet programs begin a formula with, or pass over before one. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final int LEAST_WIDTH = 6;
    private static final int MOST_WIDTH = 48;

    /** How high a row can be, in points. */
    private static final float MOST_HEIGHT = 409;

    /** Height of a line in points. */
    private static final float LINE = 15;

    /** How much of a text a cell of the format holds. */
    private static final int MOST_TEXT = 32_767;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet;
    private final CellStyle plain;
    private final CellStyle guarded;
    private final CellStyle bold;
    private final CellStyle ruled;
    private final CellStyle ruledGuarded;
    private final CellStyle head;
    private final CellStyle middle;
    private int[] widths = new int[0];
    private int[] fixed = new int[0];

    /** With columns of given widths, in letters, which rows do not widen. */
    public ExcelFile(String name, int... fixed) {
        this(name);
        this.fixed = fixed.clone();
        for (int n = 0; n < fixed.length; n++) {
            sheet.setColumnWidth(n, fixed[n] * 256);
        }
    }

    public ExcelFile(String name) {
        sheet = workbook.createSheet(name);
        plain = style(false, false, false);
        guarded = style(false, false, true);
        bold = style(true, false, true);
        ruled = style(false, true, false);
        ruledGuarded = style(false, true, true);
        head = style(true, true, true);
        middle = style(false, false, true, HorizontalAlignment.CENTER);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }

    private CellStyle style(boolean inBold, boolean withLines, boolean asText, HorizontalAlignment alignment) {
        CellStyle style = style(inBold, withLines, asText);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        return style;
    }

    private CellStyle style(boolean inBold, boolean withLines, boolean asText) {
        Font font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 11);
        font.setBold(inBold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setQuotePrefixed(asText);
        if (withLines) {
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setWrapText(true);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    /** Adds a line in bold letters. */
    public void title(String words) {
        Cell cell = next().createCell(0);
        write(cell, words, bold, bold);
    }

    /** Adds words without lines around them, each in a cell; without any the line is empty. */
    public void line(List<String> words) {
        Row row = next();
        for (String one : words) {
            write(row.createCell(Math.max(0, row.getLastCellNum())), one, plain, guarded);
        }
    }

    /** Adds words over all columns of given width, as high as they need. */
    public void wide(String words) {
        over(words, style(false, false, true, HorizontalAlignment.LEFT));
    }

    /** Adds words over all columns of given width, bold and in the middle. */
    public void wideTitle(String words) {
        over(words, style(true, false, true, HorizontalAlignment.CENTER));
    }

    /** Adds a ruled row of one cell over all columns of given width. */
    public void wideRow(String words) {
        Row row = over(words, head);
        for (int n = 1; n < fixed.length; n++) {
            row.createCell(n).setCellStyle(head);
        }
    }

    private Row over(String words, CellStyle look) {
        Row row = next();
        write(row.createCell(0), words, look, look);
        row.setHeightInPoints(LINE
                * (1
                        + words.length()
                                * 9
                                / 10
                                / Math.max(1, Arrays.stream(fixed).sum())));
        join(row, 0, fixed.length - 1);
        return row;
    }

    /** Adds words over the left and the right half of the columns of given width, each in the middle of its half. */
    public void halves(String left, String right) {
        Row row = next();
        int half = fixed.length / 2;
        write(row.createCell(0), left, middle, middle);
        write(row.createCell(half), right, middle, middle);
        join(row, 0, half - 1);
        join(row, half, fixed.length - 1);
    }

    private void join(Row row, int first, int last) {
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), first, last));
    }

    /** Adds the heads of the columns below, printed again on every page and standing while rows are rolled. */
    public void repeatedHeading(List<String> names) {
        heading(names);
        int here = sheet.getLastRowNum();
        sheet.setRepeatingRows(new CellRangeAddress(here, here, -1, -1));
        sheet.createFreezePane(0, here + 1);
    }

    /** Adds the heads of the columns below. */
    public void heading(List<String> names) {
        ruled(names, head, head);
    }

    /** Adds a row of texts and whole numbers. */
    public void row(List<?> cells) {
        ruled(cells, ruled, ruledGuarded);
    }

    private void ruled(List<?> cells, CellStyle usual, CellStyle marked) {
        Row row = next();
        float height = LINE;
        if (widths.length < cells.size()) {
            widths = Arrays.copyOf(widths, cells.size());
        }
        for (int n = 0; n < cells.size(); n++) {
            Object value = cells.get(n);
            write(row.createCell(n), value, usual, marked);
            if (n < fixed.length) {
                height = Math.max(height, height(value.toString(), fixed[n]));
            }
            widths[n] = Math.max(widths[n], value.toString().length() + 2);
        }
        if (fixed.length > 0) {
            row.setHeightInPoints(Math.min(height, MOST_HEIGHT));
        }
    }

    /** Of words in a column of that width: programs do not all reckon it themselves. */
    private static float height(String words, int width) {
        int lines = 0;
        for (String line : words.split("\n", -1)) {
            lines += 1 + line.length() * 9 / 10 / width;
        }
        return lines * LINE;
    }

    private static void write(Cell cell, Object value, CellStyle usual, CellStyle marked) {
        if (value instanceof Integer number) {
            cell.setCellValue(number);
            cell.setCellStyle(usual);
            return;
        }
        String text = Normalizer.normalize(value.toString(), Normalizer.Form.NFC);
        cell.setCellValue(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
        cell.setCellStyle(FORMULA.matcher(text).matches() ? marked : usual);
    }

    private Row next() {
        return sheet.createRow(sheet.getPhysicalNumberOfRows());
    }

    /** The bytes of the file; {@code day} is printed in its properties and in the package. */
    public byte[] toBytes(String title, LocalDate day) {
        for (int n = fixed.length; n < widths.length; n++) {
            sheet.setColumnWidth(n, Math.clamp(widths[n], LEAST_WIDTH, MOST_WIDTH) * 256);
        }
        var core = workbook.getProperties().getCoreProperties();
        var moment = Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setTitle(title);
        core.setCreator("Góp Ý");
        core.setCreated(moment);
        core.setModified(moment);
        var raw = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(raw);
            WordFile.repack(raw.toByteArray(), out, day);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
