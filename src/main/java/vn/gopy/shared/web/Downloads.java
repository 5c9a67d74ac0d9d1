package vn.gopy.shared.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that are made for whoever asks: kept under a name of their own, and by nobody on the way. */
public final class Downloads {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Downloads() {}

    /** A PDF file; a browser shows it, from where it is printed. */
    public static ResponseEntity<byte[]> pdf(String fileName, byte[] bytes) {
        return file(MediaType.APPLICATION_PDF, ContentDisposition.inline(), fileName, bytes);
    }

    /** A Word file. */
    public static ResponseEntity<byte[]> word(String fileName, byte[] bytes) {
        return file(WORD, ContentDisposition.attachment(), fileName, bytes);
    }

    /** An Excel file. */
    public static ResponseEntity<byte[]> excel(String fileName, byte[] bytes) {
        return file(EXCEL, ContentDisposition.attachment(), fileName, bytes);
    }

    /** What somebody has handed in, or data for other programs, byte for byte: never shown in the page, whatever it is. */
    public static ResponseEntity<Resource> untouched(String fileName, Resource content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static ResponseEntity<byte[]> file(
            MediaType type, ContentDisposition.Builder disposition, String fileName, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }
}
