package vn.gopy.vietnamese;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Encodings from before Unicode that hide in the font of a text: the file says {@code §iÒu}, the font draws Điều. The
 * input is the text as Windows-1252 characters, the way word processors store it.
 */
public enum LegacyEncoding {
    /** TCVN 5712 VN3, "ABC"; fonts {@code .VnTime}, capitals in {@code .VnTimeH}. */
    TCVN3 {
        @Override
        public String toUnicode(String text) {
            var out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isStrayHyphen(text, i)) {
                    continue;
                }
                int at = TCVN3_CODES.indexOf(c);
                out.append(at >= 0 ? TCVN3_LETTERS.charAt(at) : c);
            }
            return capitals(out);
        }
    },
    /** VNI-Windows: a base letter followed by a mark character; fonts {@code VNI-Times}. */
    VNI {
        @Override
        public String toUnicode(String text) {
            var out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                String pair = i + 1 < text.length() ? VNI_PAIRS.get(text.substring(i, i + 2)) : null;
                if (pair != null) {
                    out.append(pair);
                    i++;
                } else {
                    out.append(VNI_SINGLE.getOrDefault(c, c));
                }
            }
            return out.toString();
        }
    },
    /** RFC 1456. */
    VISCII {
        @Override
        public String toUnicode(String text) {
            var out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int code = windows1252(c);
                out.append(code >= 0x80 && code <= 0xFF ? VISCII_LETTERS.charAt(code - 0x80) : c);
            }
            return out.toString();
        }
    },
    /** Windows-1258 read as Windows-1252. */
    WINDOWS_1258 {
        @Override
        public String toUnicode(String text) {
            byte[] bytes = text.getBytes(WINDOWS_1252);
            return Normalizer.normalize(new String(bytes, Charset.forName("windows-1258")), Normalizer.Form.NFC);
        }
    };

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    // U+001F and U+200B are what word processors make of the code of ư, which is the soft hyphen
    private static final String TCVN3_CODES =
            "¡¢£¤¥¦§¨©ª«¬\u00AD®\u001F\u200Bµ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ" + "ßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđưưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíị" + "òỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

    private static final String VISCII_LETTERS = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
            + "Õắằặấầẩậẽẹếềểễệốồổỗ\u1EE0Ơộờởị\u1EF0ỨỪỬơớƯ"
            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
            + "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

    private static final Map<String, String> VNI_PAIRS = new HashMap<>();
    private static final Map<Character, Character> VNI_SINGLE = Map.ofEntries(
            Map.entry('ñ', 'đ'),
            Map.entry('Ñ', 'Đ'),
            Map.entry('ô', 'ơ'),
            Map.entry('Ô', 'Ơ'),
            Map.entry('ö', 'ư'),
            Map.entry('Ö', 'Ư'),
            Map.entry('æ', 'ỉ'),
            Map.entry('Æ', 'Ỉ'),
            Map.entry('ó', 'ĩ'),
            Map.entry('Ó', 'Ĩ'),
            Map.entry('ò', 'ị'),
            Map.entry('Ò', 'Ị'),
            Map.entry('î', 'ỵ'),
            Map.entry('Î', 'Ỵ'));

    static {
        String tones = "\u0301\u0300\u0309\u0303\u0323";
        vni("aeiouy", "", "ùøûõï", tones);
        vni("ô", "", "ùøûõï", tones, "ơ");
        vni("ö", "", "ùøûõï", tones, "ư");
        vni("aeo", "\u0302", "áàåãä", tones);
        vni("a", "\u0306", "éèúüë", tones);
        for (String base : new String[] {"a", "e", "o"}) {
            vniPair(base, "â", base + "\u0302");
        }
        vniPair("a", "ê", "a\u0306");
    }

    private static void vni(String bases, String shape, String marks, String tones) {
        for (int b = 0; b < bases.length(); b++) {
            vni(bases.substring(b, b + 1), shape, marks, tones, bases.substring(b, b + 1));
        }
    }

    private static void vni(String base, String shape, String marks, String tones, String real) {
        for (int t = 0; t < tones.length(); t++) {
            vniPair(base, marks.substring(t, t + 1), real + shape + tones.charAt(t));
        }
    }

    private static void vniPair(String base, String mark, String letter) {
        String lower = Normalizer.normalize(letter, Normalizer.Form.NFC);
        String upper = lower.toUpperCase(Locale.ROOT);
        String baseUpper = base.toUpperCase(Locale.ROOT);
        String markUpper = mark.toUpperCase(Locale.ROOT);
        VNI_PAIRS.put(base + mark, lower);
        VNI_PAIRS.put(baseUpper + markUpper, upper);
        VNI_PAIRS.put(baseUpper + mark, upper);
    }

    /** The Unicode text that a reader sees in a font of this encoding; characters outside it stay. */
    public abstract String toUnicode(String text);

    /**
     * What a font's name says: {@code .VnTime}, {@code ABCDEF+.VnTimeH}, {@code VNI-Times}; empty for any Unicode font.
     */
    public static Optional<LegacyEncoding> ofFont(String font) {
        String name = plain(font);
        if (name.startsWith(".vn")) {
            return Optional.of(TCVN3);
        }
        if (name.startsWith("vni-") || name.startsWith("vni ") || name.startsWith("vni_")) {
            return Optional.of(VNI);
        }
        return name.startsWith("vi ") || name.contains("viscii") ? Optional.of(VISCII) : Optional.empty();
    }

    /** True for fonts that draw small letters as capitals, such as {@code .VnTimeH}. */
    public static boolean isCapitals(String font) {
        String name = plain(font);
        int style = Math.max(name.indexOf(','), name.indexOf("-bold"));
        String face = style > 0 ? name.substring(0, style) : name;
        return name.startsWith(".vn") && face.endsWith("h") && !face.endsWith("tah");
    }

    private static String plain(String font) {
        int subset = font.indexOf('+');
        String name = subset == 6 ? font.substring(7) : font;
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A word that begins with the code of ư and goes on with a capital, or is the letter of a list, does not exist: the
     * sign is the optional hyphen that it looks like.
     */
    private static boolean isStrayHyphen(String text, int at) {
        boolean begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
        if (!begins || at + 2 >= text.length() || "\u00AD\u001F\u200B".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        char next = text.charAt(at + 1);
        char after = text.charAt(at + 2);
        return next == '§'
                || next >= 'A' && next <= 'Z' && next != 'U' && !(after >= 'A' && after <= 'Z')
                || Character.isDigit(next)
                || after == ')';
    }

    /** Words such as "Aµ" (À): a capital with the tone of a small letter. */
    private static String capitals(StringBuilder text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char base = text.charAt(i);
            char toned = text.charAt(i + 1);
            if (toned > 0xBF && Character.isUpperCase(base) && isTonedFormOf(toned, base)) {
                text.setCharAt(i, Character.toUpperCase(toned));
                text.deleteCharAt(i + 1);
            }
        }
        return text.toString();
    }

    private static boolean isTonedFormOf(char toned, char base) {
        if (!Character.isLowerCase(toned)) {
            return false;
        }
        String apart = Normalizer.normalize(String.valueOf(toned), Normalizer.Form.NFD);
        String bare = apart.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
        return apart.length() > bare.length()
                && Normalizer.normalize(bare, Normalizer.Form.NFC).equals(String.valueOf(Character.toLowerCase(base)));
    }

    private static int windows1252(char c) {
        if (c < 0x80 || (c >= 0xA0 && c <= 0xFF) || (c >= 0x80 && c < 0xA0)) {
            return c;
        }
        byte[] bytes = String.valueOf(c).getBytes(WINDOWS_1252);
        return bytes.length == 1 && bytes[0] != '?' ? bytes[0] & 0xFF : c;
    }
}
