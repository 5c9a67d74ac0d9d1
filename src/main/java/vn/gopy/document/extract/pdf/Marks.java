package vn.gopy.document.extract.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.gopy.document.extract.pdf.PdfPage.Glyph;

/** Marks of letters that a file draws as letters of their own: each goes to the letter over which it lies. */
final class Marks {

    /** Signs with a width that some files use for them. */
    private static final Map<Integer, String> SPACING = Map.of(
            0xB4, "\u0301", 0x60, "\u0300", 0x2C6, "\u0302", 0x5E, "\u0302", 0x2DC, "\u0303", 0x2D8, "\u0306", 0x2C9,
            "\u0304");

    private static final float SAME_LINE = 0.8f;

    private Marks() {}

    /** The same letters, with the marks on them; one that lies on no letter stays as it is. */
    static List<Glyph> onLetters(List<Glyph> glyphs) {
        if (glyphs.stream().noneMatch(it -> mark(it) != null)) {
            return glyphs;
        }
        var letters = new ArrayList<Glyph>();
        var marks = new ArrayList<Glyph>();
        glyphs.forEach(it -> (mark(it) == null ? letters : marks).add(it));
        List<Glyph> sorted =
                letters.stream().sorted(Comparator.comparingDouble(Glyph::y)).toList();
        var marked = new java.util.IdentityHashMap<Glyph, String>();
        var left = new ArrayList<Glyph>();
        for (Glyph mark : marks) {
            Glyph base = base(sorted, mark);
            if (base == null) {
                left.add(mark);
            } else {
                marked.merge(base, mark(mark), String::concat);
            }
        }
        var result = new ArrayList<Glyph>(glyphs.size());
        for (Glyph letter : letters) {
            String above = marked.get(letter);
            result.add(above == null ? letter : letter.with(composed(letter.text(), above)));
        }
        result.addAll(left);
        return result;
    }

    /** The shape of a letter comes before its tone: â and then ấ. */
    private static String composed(String letter, String marks) {
        String shapes = marks.replaceAll("[^\\u0302\\u0306\\u031B]", "");
        String tones = marks.replaceAll("[\\u0302\\u0306\\u031B]", "");
        String base = letter.equals("\u0131") ? "i" : letter;
        return Normalizer.normalize(base + shapes + tones, Normalizer.Form.NFC);
    }

    private static @org.jspecify.annotations.Nullable String mark(Glyph glyph) {
        String text = glyph.text();
        if (text.length() != 1) {
            return null;
        }
        char sign = text.charAt(0);
        return Character.getType(sign) == Character.NON_SPACING_MARK ? text : SPACING.get((int) sign);
    }

    private static @org.jspecify.annotations.Nullable Glyph base(List<Glyph> sorted, Glyph mark) {
        float middle = mark.x() + mark.width() / 2;
        Glyph best = null;
        float nearest = Float.MAX_VALUE;
        int at = firstFrom(sorted, mark.y() - SAME_LINE * mark.size());
        for (int i = at; i < sorted.size() && sorted.get(i).y() <= mark.y() + SAME_LINE * mark.size(); i++) {
            Glyph letter = sorted.get(i);
            boolean over =
                    middle >= letter.x() - 0.15f * letter.size() && middle <= letter.right() + 0.15f * letter.size();
            float away = Math.abs(letter.x() + letter.width() / 2 - middle) + Math.abs(letter.y() - mark.y());
            if (over && Character.isLetter(letter.text().charAt(0)) && away < nearest) {
                nearest = away;
                best = letter;
            }
        }
        return best;
    }

    private static int firstFrom(List<Glyph> sorted, float y) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).y() < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
