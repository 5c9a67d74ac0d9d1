package vn.gopy.shell.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;
import vn.gopy.shared.ByteBudget;
import vn.gopy.shared.WholeBytes;

/**
 * Takes multipart apart as it comes in. Files stay in memory, once, until it is known that they bear no state-secret
 * mark; the server's own parser is switched off, so that nothing can call it before its time.
 */
final class MultipartBody {

    private static final int MOST_PARTS = 20;
    private static final int LONGEST_PART_HEADER = 8 << 10;

    private final MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
    private final Map<String, String[]> fields = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private MultipartBody() {}

    /** It is no multipart form, or is broken off. */
    static final class Malformed extends IOException {

        Malformed(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /**
     * Reads the whole body.
     *
     * @throws WholeBytes.TooMany when it is larger than the request may be
     */
    static MultipartHttpServletRequest read(HttpServletRequest request) throws IOException {
        MultipartBody body = new MultipartBody();
        try {
            body.read(parts(request));
        } catch (FileUploadException | MultipartStream.MalformedStreamException malformed) {
            if (malformed.getCause() instanceof WholeBytes.TooMany tooMany) {
                throw tooMany;
            }
            throw new Malformed(malformed);
        }
        return new DefaultMultipartHttpServletRequest(request, body.files, body.fields, body.types);
    }

    private static FileItemIterator parts(HttpServletRequest request) throws IOException {
        FileUpload parser = new FileUpload();
        parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
        parser.setPartHeaderSizeMax(LONGEST_PART_HEADER);
        return parser.getItemIterator(new ServletRequestContext(request));
    }

    private void read(FileItemIterator parts) throws IOException {
        for (int number = 0; parts.hasNext(); number++) {
            if (number == MOST_PARTS) {
                throw new Malformed(null);
            }
            add(parts.next());
        }
    }

    private void add(FileItemStream part) throws IOException {
        String name = Objects.requireNonNullElse(part.getFieldName(), "");
        try (InputStream content = part.openStream()) {
            if (part.isFormField()) {
                byte[] text = WholeBytes.of(content, -1, (int) BodyLimits.TEXT);
                fields.merge(name, new String[] {new String(text, StandardCharsets.UTF_8)}, MultipartBody::both);
                types.put(name, Objects.requireNonNullElse(part.getContentType(), "text/plain"));
            } else {
                byte[] whole = WholeBytes.of(content, -1, (int) ByteBudget.LARGEST_REQUEST);
                files.add(name, new HeldFile(name, fileName(part), part.getContentType(), whole));
            }
        }
    }

    /** As its sender wrote it: quoted, or in the extended notation. */
    private static @Nullable String fileName(FileItemStream part) throws Malformed {
        try {
            String described = part.getHeaders().getHeader(HttpHeaders.CONTENT_DISPOSITION);
            return ContentDisposition.parse(described).getFilename();
        } catch (IllegalArgumentException unreadable) {
            throw new Malformed(unreadable);
        }
    }

    private static String[] both(String[] one, String[] other) {
        String[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    /** A file as it was read; {@link #getBytes} gives the very array, for a copy would be one too many. */
    private record HeldFile(
            String name,
            @Nullable String fileName,
            @Nullable String type,
            byte[] content) implements MultipartFile {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public @Nullable String getOriginalFilename() {
            return fileName;
        }

        @Override
        public @Nullable String getContentType() {
            return type;
        }

        @Override
        public boolean isEmpty() {
            return content.length == 0;
        }

        @Override
        public long getSize() {
            return content.length;
        }

        @Override
        public byte[] getBytes() {
            return content;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public void transferTo(File target) throws IOException {
            Files.write(target.toPath(), content);
        }
    }
}
