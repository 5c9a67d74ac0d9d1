package vn.gopy.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two-column block at the top of an official text.
 *
 * @param superior the body above the issuing one; null where none is printed
 * @param number the line with number and symbol, as printed; null where the text carries none
 * @param place place and date, as printed
 * @param marks lines below the date, such as "DỰ THẢO LẦN 1"
 * @param about what a letter is about, "V/v …", below its number; null for papers that have a title
 */
public record HeaderBlock(
        Family regime,
        @Nullable String superior,
        String issuer,
        @Nullable String number,
        String place,
        List<String> marks,
        @Nullable String about) {

    public static final String PARTY_NAME = "ĐẢNG CỘNG SẢN VIỆT NAM";
    public static final String STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public static final String STATE_MOTTO = "Độc lập - Tự do - Hạnh phúc";

    /** Without a line below the number. */
    public HeaderBlock(
            Family regime,
            @Nullable String superior,
            String issuer,
            @Nullable String number,
            String place,
            List<String> marks) {
        this(regime, superior, issuer, number, place, marks, null);
    }

    /** Whose rules the text follows. */
    public enum Family {
        /** Quốc hiệu and Tiêu ngữ (Nghị định 30/2020/NĐ-CP). */
        STATE,
        /** "ĐẢNG CỘNG SẢN VIỆT NAM" and the star (Hướng dẫn 05). */
        PARTY
    }

    public HeaderBlock {
        marks = List.copyOf(marks);
    }

    /** Adds the block at the end of {@code file}; {@code left} is the share of the left column in percent. */
    public void writeTo(WordFile file, int left) {
        var width = file.sheet().textWidth();
        var leftWidth = width * left / 100;
        var cells = file.table(false, leftWidth, width - leftWidth).firstRow(false);
        writeIssuer(cells);
        writeMotto(cells);
        marks.forEach(mark -> cells.write(1, Look.plain(14).inBold().centred().spaced(6, 0), mark));
    }

    /** Adds the block to {@code file}; {@code left} is the width of the left column in millimetres. */
    public void writeTo(PdfFlow file, int left) throws IOException {
        var plain = Look.plain(13).centred();
        List<PdfParagraph> issuing = new ArrayList<>();
        if (superior != null) {
            issuing.add(PdfParagraph.of(plain, superior));
        }
        issuing.add(PdfParagraph.of(plain.inBold(), issuer));
        issuing.add(
                regime == Family.PARTY
                        ? PdfParagraph.of(plain, "*")
                        : PdfParagraph.of(Look.plain(6).centred(), SHORT_LINE));
        if (number != null) {
            issuing.add(PdfParagraph.of(plain, number));
        }
        if (about != null) {
            issuing.add(PdfParagraph.of(Look.plain(12).centred().spaced(6, 0), about));
        }
        List<PdfParagraph> motto = new ArrayList<>();
        if (regime == Family.STATE) {
            motto.add(PdfParagraph.of(plain.inBold(), STATE_NAME));
        }
        motto.add(PdfParagraph.of(
                        Look.plain(regime == Family.STATE ? 14 : 15).inBold().centred(),
                        regime == Family.STATE ? STATE_MOTTO : PARTY_NAME)
                .underlined());
        motto.add(PdfParagraph.of(Look.plain(14).inItalic().centred().spaced(6, 0), place));
        marks.forEach(mark ->
                motto.add(PdfParagraph.of(Look.plain(14).inBold().centred().spaced(6, 0), mark)));
        file.beside(issuing, motto, left);
    }

    private void writeIssuer(Cells cells) {
        var plain = Look.plain(13).centred();
        if (superior != null) {
            cells.write(0, plain, superior);
        }
        cells.write(0, plain.inBold(), issuer);
        switch (regime) {
            case PARTY -> cells.write(0, plain, "*");
            case STATE -> cells.write(0, Look.plain(6).centred(), SHORT_LINE);
        }
        if (number != null) {
            cells.write(0, plain, number);
        }
        if (about != null) {
            cells.write(0, Look.plain(12).centred().spaced(6, 0), about);
        }
    }

    private void writeMotto(Cells cells) {
        var bold = Look.plain(13).inBold().centred();
        switch (regime) {
            case PARTY -> underlined(cells, Look.plain(15).inBold().centred(), PARTY_NAME);
            case STATE -> {
                cells.write(1, bold, STATE_NAME);
                underlined(cells, Look.plain(14).inBold().centred(), STATE_MOTTO);
            }
        }
        cells.write(1, Look.plain(14).inItalic().centred().spaced(6, 0), place);
    }

    private static void underlined(Cells cells, Look look, String text) {
        cells.write(1, look, text).underlined();
    }

    private static final String SHORT_LINE = "―――――――";
}
