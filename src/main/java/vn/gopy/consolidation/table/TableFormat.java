package vn.gopy.consolidation.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

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
            case PDF -> ConsolidatedTablePdf.bytes(table);
        };
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
