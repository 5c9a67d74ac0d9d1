package vn.gopy.document.extract.rtf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.vietnamese.LegacyEncoding;

/** The font table of a file: names, by which an old encoding is known, and character sets. */
final class RtfFonts {

    private static final class Font {
        final StringBuilder name = new StringBuilder();
        int charset;
    }

    private static final int SIGNS = 2;

    private final Map<Integer, Font> fonts = new HashMap<>();
    private Charset ansi = Charset.forName("windows-1252");
    private int byDefault;

    /** The code page of letters whose font names none. */
    void codePage(int number) {
        ansi = charset("windows-" + number, ansi);
    }

    /** The font of letters that choose none. */
    void byDefault(int number) {
        byDefault = number;
    }

    /** A font of the table begins. */
    void add(int number) {
        fonts.putIfAbsent(number, new Font());
    }

    /** The next letter of the name of a font, which a semicolon ends. */
    void name(int number, int letter) {
        Font font = fonts.get(number);
        if (font != null && letter != ';') {
            font.name.append((char) letter);
        }
    }

    /** Says which letters a font has. */
    void charset(int number, int charset) {
        Font font = fonts.get(number);
        if (font != null) {
            font.charset = charset;
        }
    }

    private @Nullable Font font(int number) {
        return fonts.get(number < 0 ? byDefault : number);
    }

    /** The name of a font; empty where it is unknown. */
    String name(int number) {
        Font font = font(number);
        return font == null ? "" : font.name.toString().strip();
    }

    /** Whether the font has signs instead of letters. */
    boolean hasSigns(int number) {
        Font font = font(number);
        return font != null && font.charset == SIGNS;
    }

    /** How the bytes of letters in a font are to be read. */
    Charset charset(int number) {
        Font font = font(number);
        if (font == null) {
            return ansi;
        }
        if (LegacyEncoding.ofFont(font.name.toString().strip()).isPresent()) {
            return Charset.forName("windows-1252");
        }
        return switch (font.charset) {
            case SIGNS -> StandardCharsets.ISO_8859_1;
            case 163 -> Charset.forName("windows-1258");
            case 128 -> charset("windows-31j", ansi);
            case 134 -> charset("GBK", ansi);
            case 204 -> charset("windows-1251", ansi);
            case 238 -> charset("windows-1250", ansi);
            default -> ansi;
        };
    }

    private static Charset charset(String name, Charset otherwise) {
        return Charset.isSupported(name) ? Charset.forName(name) : otherwise;
    }
}
