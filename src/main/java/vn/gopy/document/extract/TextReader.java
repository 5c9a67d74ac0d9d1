package vn.gopy.document.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/** Plain text in UTF-8, UTF-16, or one byte per letter, which may be an old Vietnamese encoding. */
public final class TextReader {

    private static final int LOOK_AT = 4096;

    private TextReader() {}

    static Reading read(byte[] content) {
        var list = new BlockList();
        String text = decode(content);
        if (text.stripLeading().startsWith("<?xml")) {
            // markup is no text that anybody reads
            throw new Refused(Problem.NOT_A_DOCUMENT);
        }
        for (String line : text.split("\\R|\\f")) {
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
        Charset pairs = pairs(content);
        if (pairs != null) {
            return new String(content, pairs);
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

    /** Letters of two bytes without a mark: of plain letters every second byte is zero, which no other text has. */
    private static @Nullable Charset pairs(byte[] content) {
        int length = Math.min(content.length, LOOK_AT);
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += content[i] == 0 ? 1 : 0;
        }
        if ((zeros[0] + zeros[1]) * 8 < length) {
            return null;
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
