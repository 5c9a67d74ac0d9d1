package vn.gopy.consolidation.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;

/** The kinds of file in which a consolidated table is written; the same table gives the same words in each. */
public enum TableFormat {
    DOCX,
    XLSX,
    PDF;

    /** The ending of its file names. */
    public String ending() {
        return switch (this) {
            case DOCX -> "docx";
            case XLSX -> "xlsx";
            case PDF -> "pdf";
        };
    }

    /** The bytes of the file. */
    public byte[] write(ConsolidatedTable table) {
        return switch (this) {
            case DOCX -> docx(table);
            case XLSX -> ConsolidatedTableXlsx.bytes(table);
            case PDF -> pdf(table, none -> {});
        };
    }

    /** The bytes of a PDF file, which takes longer than the others: row by row it is told how many opinions are written. */
    public static byte[] pdf(ConsolidatedTable table, IntConsumer written) {
        return ConsolidatedTablePdf.bytes(table, written);
    }

    private static byte[] docx(ConsolidatedTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ConsolidatedTableDocx.write(table, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
