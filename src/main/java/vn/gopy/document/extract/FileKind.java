package vn.gopy.document.extract;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.document.extract.tika.MediaTypes;
import vn.gopy.legaltext.Problem;

/** The kinds of file that are read. The name's ending says which may come; the content, by Tika's detectors, which came. */
public enum FileKind {
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabled.12"),
    /** An encrypted .docx is packed like it; its reader says that a password is wanted. */
    DOC("application/msword", "application/x-tika-msoffice", "application/x-tika-ooxml-protected"),
    RTF("application/rtf"),
    PDF("application/pdf"),
    ODT("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template"),
    HTML("text/html", "application/xhtml+xml"),
    TEXT("text/plain"),
    /** Word 2003 XML, and a .docx in one piece of XML. */
    WORD_XML("application/vnd.ms-wordml", "application/vnd.ms-word2006ml"),
    /** A letter, and a page of the web with its pictures, which is packed like one. */
    MAIL("message/rfc822", "multipart/related", "application/vnd.ms-outlook"),
    SHEETS(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-excel",
            "application/vnd.oasis.opendocument.spreadsheet"),
    SLIDES(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.ms-powerpoint",
            "application/vnd.oasis.opendocument.presentation"),
    BOOK("application/epub+zip");

    // Word opens each of these under the names of the others
    private static final Set<FileKind> WORD = EnumSet.of(DOCX, DOC, RTF, WORD_XML);
    // and pages under the name .doc as well, as portals hand them out; under the other names they would only deceive
    private static final Set<FileKind> WORD_OR_PAGE = EnumSet.of(DOCX, DOC, RTF, WORD_XML, HTML, MAIL);
    private static final Set<FileKind> PAGE = EnumSet.of(HTML);

    private static final Map<String, Set<FileKind>> DRAFTS = Map.ofEntries(
            Map.entry("docx", WORD),
            Map.entry("docm", WORD),
            Map.entry("dotx", WORD),
            Map.entry("doc", WORD_OR_PAGE),
            Map.entry("rtf", WORD),
            Map.entry("xml", EnumSet.of(WORD_XML)),
            Map.entry("pdf", EnumSet.of(PDF)),
            Map.entry("odt", EnumSet.of(ODT)),
            Map.entry("html", PAGE),
            Map.entry("htm", PAGE),
            Map.entry("mht", EnumSet.of(MAIL, HTML)),
            Map.entry("mhtml", EnumSet.of(MAIL, HTML)),
            Map.entry("txt", EnumSet.of(TEXT, HTML, RTF)));

    private static final Map<String, Set<FileKind>> PAPERS = Map.ofEntries(
            Map.entry("xlsx", EnumSet.of(SHEETS)),
            Map.entry("xls", EnumSet.of(SHEETS)),
            Map.entry("ods", EnumSet.of(SHEETS)),
            Map.entry("pptx", EnumSet.of(SLIDES)),
            Map.entry("ppt", EnumSet.of(SLIDES)),
            Map.entry("odp", EnumSet.of(SLIDES)),
            Map.entry("eml", EnumSet.of(MAIL)),
            Map.entry("msg", EnumSet.of(MAIL)),
            Map.entry("epub", EnumSet.of(BOOK)));

    private static final Map<String, FileKind> BY_MEDIA_TYPE = new HashMap<>();

    static {
        for (FileKind kind : values()) {
            kind.mediaTypes.forEach(type -> BY_MEDIA_TYPE.put(type, kind));
        }
    }

    private final Set<String> mediaTypes;
    private final String mediaType;

    FileKind(String mediaType, String... others) {
        this.mediaType = mediaType;
        var all = new HashSet<>(Arrays.asList(others));
        all.add(mediaType);
        this.mediaTypes = Set.copyOf(all);
    }

    /** Its usual media type; the one a browser declares is never asked. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it has a reader of ours, which keeps numbers, changes and remarks. */
    boolean hasReader() {
        return compareTo(TEXT) <= 0;
    }

    /** A kind, or why the file is refused. */
    public sealed interface Verdict {
        /** The file is of this kind. */
        record Accepted(FileKind kind) implements Verdict {}

        /** The file is not read at all. */
        record Rejected(Problem problem) implements Verdict {}
    }

    /** Whether a file of that name is read at all; asks nothing but its ending, so it is safe in any JVM. */
    public static boolean isReadable(String fileName) {
        return wanted(fileName).isPresent();
    }

    /** Whether a file of that name can be a draft; the others only accompany one. */
    public static boolean isForDrafts(String fileName) {
        return DRAFTS.containsKey(ending(fileName));
    }

    /** Decides by the name's ending and the content; opens the file, so it belongs into the child. */
    static Verdict of(String fileName, byte[] content) {
        Optional<Set<FileKind>> wanted = wanted(fileName);
        if (wanted.isEmpty()) {
            return new Verdict.Rejected(Problem.TYPE_NOT_ALLOWED);
        }
        if (content.length == 0) {
            return new Verdict.Rejected(Problem.EMPTY);
        }
        Optional<FileKind> found = Optional.ofNullable(BY_MEDIA_TYPE.get(MediaTypes.of(content, fileName)));
        if (found.filter(wanted.get()::contains).isPresent()) {
            return new Verdict.Accepted(found.get());
        }
        boolean anotherDocument = found.filter(kind -> kind != TEXT).isPresent();
        return new Verdict.Rejected(anotherDocument ? Problem.TYPE_MISMATCH : Problem.NOT_A_DOCUMENT);
    }

    /** The kind that the bytes show, whatever they are called. */
    static Optional<FileKind> byContent(byte[] content) {
        return Optional.ofNullable(BY_MEDIA_TYPE.get(MediaTypes.of(content, "")));
    }

    private static Optional<Set<FileKind>> wanted(String fileName) {
        String ending = ending(fileName);
        return Optional.ofNullable(DRAFTS.getOrDefault(ending, PAPERS.get(ending)));
    }

    private static String ending(String fileName) {
        return fileName.lastIndexOf('.') < 0
                ? ""
                : fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
