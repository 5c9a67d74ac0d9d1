package vn.gopy.document.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.document.extract.html.HtmlReader;
import vn.gopy.legaltext.Problem;

/** The kinds of file that can be a draft. The name's ending and the first bytes must both agree. */
public enum FileKind {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    DOC("application/msword"),
    RTF("application/rtf"),
    PDF("application/pdf"),
    ODT("application/vnd.oasis.opendocument.text"),
    HTML("text/html"),
    TEXT("text/plain");

    // Word opens each of the three under the names of the others
    private static final Set<FileKind> WORD = EnumSet.of(DOCX, DOC, RTF);
    // and a page under the name .doc as well, as portals hand it out; under the other two it would only deceive
    private static final Set<FileKind> WORD_OR_PAGE = EnumSet.of(DOCX, DOC, RTF, HTML);
    private static final Map<String, Set<FileKind>> BY_ENDING = Map.of(
            "docx", WORD,
            "doc", WORD_OR_PAGE,
            "rtf", WORD,
            "pdf", EnumSet.of(PDF),
            "odt", EnumSet.of(ODT),
            "html", EnumSet.of(HTML),
            "htm", EnumSet.of(HTML),
            "txt", EnumSet.of(TEXT, HTML, RTF));

    private static final int LOOK_AT = 4096;

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type; the one a browser declares is never asked. */
    public String mediaType() {
        return mediaType;
    }

    /** A kind, or why the file is refused. */
    public sealed interface Verdict {
        /** The file is of this kind, as far as its beginning shows. */
        record Accepted(FileKind kind) implements Verdict {}

        /** The file is not read at all. */
        record Rejected(Problem problem) implements Verdict {}
    }

    /** Decides by the name's ending and the first bytes; opens nothing, so it is safe in any JVM. */
    public static Verdict of(String fileName, byte[] content) {
        int dot = fileName.lastIndexOf('.');
        Set<FileKind> wanted = BY_ENDING.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
        if (dot < 0 || wanted == null) {
            return new Verdict.Rejected(Problem.TYPE_NOT_ALLOWED);
        }
        if (content.length == 0) {
            return new Verdict.Rejected(Problem.EMPTY);
        }
        Optional<FileKind> found = byContent(content);
        if (found.isEmpty()) {
            return new Verdict.Rejected(Problem.NOT_A_DOCUMENT);
        }
        FileKind kind = found.get();
        if (wanted.contains(kind)) {
            return new Verdict.Accepted(kind);
        }
        boolean plainTextUnderAnotherName = kind == TEXT;
        return new Verdict.Rejected(plainTextUnderAnotherName ? Problem.NOT_A_DOCUMENT : Problem.TYPE_MISMATCH);
    }

    /** The kind that the first bytes show, whatever the file is called. */
    static Optional<FileKind> byContent(byte[] content) {
        if (starts(content, 'P', 'K', 3, 4)) {
            return Optional.of(isOpenDocument(content) ? ODT : DOCX);
        }
        if (starts(content, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return Optional.of(DOC);
        }
        String head = new String(content, 0, Math.min(content.length, LOOK_AT), StandardCharsets.ISO_8859_1);
        String trimmed =
                head.replace("\u0000", "").replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\\s*", "");
        if (trimmed.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        int pdf = head.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1024) {
            return Optional.of(PDF);
        }
        if (trimmed.startsWith("<?xml") && trimmed.contains("http://schemas.microsoft.com/office/2006/xmlPackage")) {
            return Optional.of(DOCX);
        }
        if (HtmlReader.isArchive(trimmed)) {
            return Optional.of(HTML);
        }
        if (looksLikeHtml(trimmed.toLowerCase(Locale.ROOT))) {
            return Optional.of(HTML);
        }
        // markup of another kind is no text that anybody reads
        return isText(content) && !trimmed.startsWith("<?xml") ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean isOpenDocument(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 200), StandardCharsets.ISO_8859_1);
        return head.contains("mimetypeapplication/vnd.oasis.opendocument.text");
    }

    private static boolean looksLikeHtml(String head) {
        return head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || head.contains("<html")
                || head.contains("<body")
                || (head.startsWith("<") && (head.contains("<div") || head.contains("<p>") || head.contains("<p ")))
                || (head.startsWith("<!--") && head.contains("<meta"))
                || head.contains("<script");
    }

    private static boolean isText(byte[] content) {
        if (starts(content, 0xFF, 0xFE) || starts(content, 0xFE, 0xFF) || starts(content, 0xEF, 0xBB, 0xBF)) {
            return true;
        }
        if (starts(content, 'M', 'Z') || starts(content, 0x7F, 'E', 'L', 'F') || starts(content, 0x1F, 0x8B)) {
            return false;
        }
        int odd = 0;
        int length = Math.min(content.length, LOOK_AT);
        for (int i = 0; i < length; i++) {
            int b = content[i] & 0xFF;
            odd += b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        return odd == 0 || (odd * 100 < length && isUtf8(content, length));
    }

    private static boolean isUtf8(byte[] content, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, 0, Math.max(0, length - 4)));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean starts(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
