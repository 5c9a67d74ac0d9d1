package vn.gopy.document.extract.html;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import vn.gopy.document.extract.TextReader;

/** A page with its pictures in one file, as browsers and Word save it under the names .mht and .doc: a message in parts. */
final class WebArchive {

    private static final int DEEPEST = 5;
    private static final Pattern VERSION = Pattern.compile("(?im)^mime-version:");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*multipart/related");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";\\r\\n]+)\"?");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)\"?");

    private WebArchive() {}

    /** Whether the beginning of a file is that of such a message. */
    static boolean begins(String head) {
        String headers = head.strip().split("\\r?\\n\\r?\\n", 2)[0];
        return VERSION.matcher(headers).find() && TYPE.matcher(headers).find();
    }

    /** The page that the message holds; empty when it holds none. */
    static Optional<String> page(byte[] content) {
        return page(new String(content, StandardCharsets.ISO_8859_1).replaceFirst("^\\s+", ""), 0);
    }

    /** @param message one letter for each byte */
    private static Optional<String> page(String message, int depth) {
        String[] halves = message.split("\\r?\\n\\r?\\n", 2);
        String headers = halves[0].replaceAll("\\r?\\n[ \\t]+", " ");
        String body = halves.length < 2 ? "" : halves[1];
        String type = header(headers, "content-type");
        if (type.startsWith("multipart/") && depth < DEEPEST) {
            Matcher boundary = BOUNDARY.matcher(headers);
            return boundary.find()
                    ? parts(body, boundary.group(1)).stream()
                            .flatMap(part -> page(part, depth + 1).stream())
                            .findFirst()
                    : Optional.empty();
        }
        boolean page = type.startsWith("text/html") || type.startsWith("application/xhtml");
        if (!page && !type.startsWith("text/plain")) {
            return Optional.empty();
        }
        byte[] bytes = decoded(body, header(headers, "content-transfer-encoding"));
        Matcher charset = CHARSET.matcher(type);
        String text = charset.find() && isKnown(charset.group(1))
                ? new String(bytes, Charset.forName(charset.group(1)))
                : TextReader.decode(bytes);
        return Optional.of(page ? text : "<pre>" + Entities.escape(text) + "</pre>");
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static String header(String headers, String name) {
        for (String line : headers.split("\\r?\\n")) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static List<String> parts(String body, String boundary) {
        List<String> parts = new ArrayList<>();
        String[] pieces = body.split("(?m)^--" + Pattern.quote(boundary.strip()));
        for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
            parts.add(pieces[i].replaceFirst("^[^\\n]*\\n", ""));
        }
        return parts;
    }

    private static byte[] decoded(String body, String encoding) {
        return switch (encoding) {
            case "base64" -> base64(body);
            case "quoted-printable" -> quoted(body);
            default -> body.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] base64(String body) {
        try {
            return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }

    private static byte[] quoted(String body) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '=') {
                bytes.write(c);
                continue;
            }
            int end = i + 1;
            while (end < body.length() && (body.charAt(end) == ' ' || body.charAt(end) == '\r')) {
                end++;
            }
            int high = i + 1 < body.length() ? Character.digit(body.charAt(i + 1), 16) : -1;
            int low = i + 2 < body.length() ? Character.digit(body.charAt(i + 2), 16) : -1;
            if (end < body.length() && body.charAt(end) == '\n') {
                i = end;
            } else if (high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }
}
