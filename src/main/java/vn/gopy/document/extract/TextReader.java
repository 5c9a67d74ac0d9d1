package vn.gopy.document.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Reading;

/** Plain text in UTF-8, UTF-16, or one byte per letter, which may be an old Vietnamese encoding. */
public final class TextReader {

    private TextReader() {}

    static Reading read(byte[] content) {
        var list = new BlockList();
        for (String line : decode(content).split("\\R|\\f")) {
            var paragraph = new Paragraph();
            paragraph.append(line, "", false, false);
            paragraph.addTo(list, Block.Kind.PARAGRAPH, null, 0);
        }
        return list.reading(FileKind.TEXT.mediaType());
    }

    /** The text of bytes whose encoding nobody has declared. */
    public static String decode(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }
}
