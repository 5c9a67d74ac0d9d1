package vn.gopy.document.extract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fonts whose letters are signs. A file holds the letter or a code of the private area, and only the font tells that ≥ or a
 * box to tick is meant: the same letters in Unicode, for all readers and for bullets.
 */
public final class SymbolFonts {

    /** Stands where a sign could not be told. */
    static final char UNKNOWN = '\u25A1';

    private static final int PRIVATE = 0xF000;

    /** From the code 0x20 on; a space where the font has nothing. */
    private static final String SYMBOL = " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
            + "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
            + "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ "
            + "                                "
            + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵"
            + "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
            + "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ";

    private static final String WINGDINGS = " ✎✂✁    ☎✆✉✉          ⌛⌨      ✇✍"
            + "✍✌  ☜☞☝☟✋☺ ☹ ☠⚐⚑✈☼ ❄✝✞✠✠✡☪☯ॐ☸♈♉♊"
            + "♋♌♍♎♏♐♑♒♓&&●❍■□□□❑❒⬧⧫◆❖⬥☒⍓⌘❀✿“” "
            + "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿        ·•"
            + "▪○○○◉◎❍▪□▲✦★✶✴✹✵⌖⌖⟡⌑ ✪✰         "
            + "                     ⌫⌦◀➢▲▼◀➔▲▼←"
            + "→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⇔⇕↖↗↙↘▭▭✗✓☒☑ ";

    private static final Map<String, Map<Integer, Character>> FONTS = new HashMap<>();

    static {
        FONTS.put("symbol", table(SYMBOL));
        FONTS.put("symbolmt", table(SYMBOL));
        FONTS.put("wingdings", table(WINGDINGS));
        FONTS.put(
                "wingdings2",
                pairs(
                        "O✗P✓Q☒R☑S☒T☒U⊗V⊗W⊘X⊘\u0095●\u0096•\u0097●\u0098●\u0099●\u009A○\u00A0■\u00A1■\u00A2■\u00A3□\u00A4▪"));
        FONTS.put("wingdings3", pairs("!←\"→#↑$↓%↖&↗'↙(↘1⇄p▲q▼r△s▽t◀u▶v◁w▷x◣y◢z◤{◥|◀}▶~▲\u0080▼"));
        FONTS.put("webdings", pairs("3◀4▶5▲6▼a✔c□g■iℹn●r✗x⊗Y♥@✎l●=●<■v☂\u0097✎"));
        FONTS.put("zapfdingbats", dingbats());
        FONTS.put("itczapfdingbats", dingbats());
        FONTS.put("monotypesorts", dingbats());
    }

    private SymbolFonts() {}

    private static Map<Integer, Character> table(String signs) {
        var table = new HashMap<Integer, Character>();
        for (int i = 0; i < signs.length(); i++) {
            if (i == 0 || signs.charAt(i) != ' ') {
                table.put(0x20 + i, signs.charAt(i));
            }
        }
        return table;
    }

    private static Map<Integer, Character> pairs(String lettersAndSigns) {
        var table = new HashMap<Integer, Character>();
        table.put((int) ' ', ' ');
        for (int i = 0; i + 1 < lettersAndSigns.length(); i += 2) {
            table.put((int) lettersAndSigns.charAt(i), lettersAndSigns.charAt(i + 1));
        }
        return table;
    }

    private static Map<Integer, Character> dingbats() {
        var table = new HashMap<Integer, Character>();
        for (int code = 0x21; code <= 0x7E; code++) {
            table.put(code, (char) (0x2700 + code - 0x20));
        }
        table.putAll(pairs("%☎*☛+☞H★l●n■s▲t▼u◆w◗"));
        return table;
    }

    private static @Nullable Map<Integer, Character> of(String font) {
        var name = new StringBuilder(font.length()); // asked for every run of a text
        for (int i = 0; i < font.length(); i++) {
            char c = font.charAt(i);
            if (!Character.isWhitespace(c) && "\"'_-".indexOf(c) < 0) {
                name.append(Character.toLowerCase(c));
            }
        }
        return FONTS.get(name.toString());
    }

    /** Whether letters of this font are signs. */
    public static boolean has(String font) {
        return of(font) != null;
    }

    /** What the page shows for these letters of the font: themselves where it is a font of letters. */
    public static String shown(String text, String font) {
        Map<Integer, Character> table = of(font);
        if (table == null) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            shown.append(sign(text.charAt(i), table));
        }
        return shown.toString();
    }

    /** Word processors draw letters that a font of signs does not have, such as ế, in another font. */
    private static char sign(char letter, Map<Integer, Character> table) {
        int code = letter >= PRIVATE && letter <= PRIVATE + 0xFF ? letter - PRIVATE : letter;
        Character sign = table.get(code);
        if (sign != null) {
            return sign;
        }
        boolean own = code != letter || code >= '!' && code < 0x7F || code >= 0xA1 && code <= 0xFF;
        return own ? (char) (PRIVATE + code) : letter;
    }

    /** The bullet of a list as its page shows it, one of the usual round or square ones as a plain bullet. */
    public static String bullet(String text, String font) {
        String shown = shown(text.strip(), font).replace('−', '-');
        if (shown.isBlank()) {
            return "•";
        }
        char first = shown.charAt(0);
        boolean plain = "\u2212-+*–—o□☐☑☒✓✔✗".indexOf(first) >= 0 || Character.isLetterOrDigit(first);
        return plain && !isPrivate(first) ? shown : "•";
    }

    /** Whether only the font of the file would know what the letter is. */
    static boolean isPrivate(int letter) {
        return letter >= 0xE000 && letter <= 0xF8FF || letter >= 0xF0000;
    }
}
