package vn.gopy.consolidation.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A dossier as one zip file in the making. Its last part is a list of all others with their sizes and SHA-256, as text that
 * a spreadsheet opens.
 *
 * @param fileName under which it is kept
 */
public record DossierArchive(String fileName, List<Part> parts) {

    /** How the list is called. */
    public static final String LIST = "Danh mục.csv";

    /** By which a spreadsheet knows that a text is in UTF-8. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    /** One file, opened when it is written. */
    public record Part(String name, Content content) {}

    /** Opens what a part holds. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }

    public DossierArchive {
        parts = List.copyOf(parts);
    }

    /** Writes it part by part; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        var list = new StringBuilder(BYTE_ORDER_MARK + "Tệp;Số byte;SHA-256\r\n");
        Set<String> names = new HashSet<>();
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Part part : parts) {
            String name = free(part.name(), names);
            zip.putNextEntry(new ZipEntry(name));
            MessageDigest digest = sha256();
            long size;
            try (InputStream content = new DigestInputStream(part.content().open(), digest)) {
                size = content.transferTo(zip);
            }
            zip.closeEntry();
            list.append('"')
                    .append(name.replace("\"", "\"\""))
                    .append("\";")
                    .append(size)
                    .append(';')
                    .append(HexFormat.of().formatHex(digest.digest()))
                    .append("\r\n");
        }
        zip.putNextEntry(new ZipEntry(LIST));
        zip.write(list.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    /** The name as a file can have it, each once; folders stay. */
    private static String free(String wanted, Set<String> names) {
        int stroke = wanted.indexOf('/');
        String folder = wanted.substring(0, stroke + 1).replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]", " ");
        String file = wanted.substring(stroke + 1)
                .replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", " ")
                .strip();
        int dot = file.lastIndexOf('.');
        String stem = dot < 0 ? file : file.substring(0, dot);
        String ending = dot < 0 ? "" : file.substring(dot);
        String name = folder + file;
        for (int n = 2; !names.add(name); n++) {
            name = folder + stem + " (" + n + ")" + ending;
        }
        return name;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
