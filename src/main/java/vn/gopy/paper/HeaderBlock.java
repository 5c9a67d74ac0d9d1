package vn.gopy.paper;

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
            case PARTY -> underlined(cells, Look.plain(15).inBold().centred(), "ĐẢNG CỘNG SẢN VIỆT NAM");
            case STATE -> {
                cells.write(1, bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                underlined(cells, Look.plain(14).inBold().centred(), "Độc lập - Tự do - Hạnh phúc");
            }
        }
        cells.write(1, Look.plain(14).inItalic().centred().spaced(6, 0), place);
    }

    private static void underlined(Cells cells, Look look, String text) {
        cells.write(1, look, text).underlined();
    }

    private static final String SHORT_LINE = "―――――――";
}
