package vn.gopy.document.extract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Warning;

/** Small files that tests make of their own markup. */
final class Made {

    static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    static final String ODF = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"text\""
            + " xmlns:table=\"table\" xmlns:style=\"style\" xmlns:fo=\"fo\" xmlns:svg=\"svg\" xmlns:draw=\"draw\""
            + " xmlns:dc=\"dc\" xmlns:loext=\"loext\" xmlns:xlink=\"xlink\"";

    private Made() {}

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A Word file with this body; parts by their usual names. */
    static byte[] word(String body, Map<String, String> more) {
        var parts = new LinkedHashMap<>(more);
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", document(body));
        return zip(parts);
    }

    static String document(String body) {
        return "<w:document " + W + "><w:body>" + body + "</w:body></w:document>";
    }

    static Reading docx(String body, Map<String, String> more) {
        return Extraction.read(word(body, more), "a.docx");
    }

    static Reading docx(String body) {
        return docx(body, Map.of());
    }

    static Reading docx(String body, Changes changes) {
        return Extraction.read(word(body, Map.of()), "a.docx", changes);
    }

    /** Relations by pairs of id, type and target. */
    static String relations(String... idsTypesTargets) {
        var xml = new StringBuilder("<Relationships>");
        for (int i = 0; i < idsTypesTargets.length; i += 3) {
            xml.append("<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>"
                    .formatted(idsTypesTargets[i], RELATION, idsTypesTargets[i + 1], idsTypesTargets[i + 2]));
        }
        return xml.append("</Relationships>").toString();
    }

    static String p(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /** A paragraph of the first list, with more properties of its own and any content. */
    static String item(int level, String properties, String content) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"1\"/></w:numPr>" + properties
                + "</w:pPr>" + content + "</w:p>";
    }

    static Map<String, String> numbering(String definitions) {
        return Map.of("word/numbering.xml", "<w:numbering " + W + ">" + definitions + "</w:numbering>");
    }

    static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    static String list(int number, int definition) {
        return "<w:num w:numId=\"" + number + "\"><w:abstractNumId w:val=\"" + definition + "\"/></w:num>";
    }

    /** An OpenDocument text: automatic styles, text, and more parts. */
    static byte[] openDocument(String styles, String text, Map<String, String> more) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            byte[] type = "application/vnd.oasis.opendocument.text".getBytes(UTF_8);
            var crc = new CRC32();
            crc.update(type);
            var first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(("<office:document-content " + ODF + "><office:automatic-styles>" + styles
                            + "</office:automatic-styles><office:body><office:text>" + text
                            + "</office:text></office:body></office:document-content>")
                    .getBytes(UTF_8));
            for (var part : more.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    static Reading odt(String styles, String text) {
        return Extraction.read(openDocument(styles, text, Map.of()), "a.odt");
    }

    static Reading odt(String styles, String text, Changes changes) {
        return Extraction.read(openDocument(styles, text, Map.of()), "a.odt", changes);
    }

    static Reading html(String body) {
        return Extraction.read(
                ("<html><head><meta charset=\"utf-8\"></head><body>" + body + "</body></html>").getBytes(UTF_8),
                "a.html");
    }

    static Reading rtf(String body, Changes changes) {
        String unicode = body.codePoints()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\u" + c + "?")
                .collect(Collectors.joining());
        return Extraction.read(("{\\rtf1\\ansi " + unicode + "}").getBytes(US_ASCII), "a.rtf", changes);
    }

    static Reading rtf(String body) {
        return rtf(body, Changes.FINAL);
    }

    static List<String> shown(Reading reading) {
        if (reading.problem() != null) {
            throw new AssertionError("refused: " + reading.problem());
        }
        return reading.blocks().stream().map(Block::shown).toList();
    }

    static List<Warning.Code> codes(Reading reading) {
        return reading.warnings().stream().map(Warning::code).toList();
    }
}
