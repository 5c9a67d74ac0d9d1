package vn.gopy.document.extract.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.ListNumber;
import vn.gopy.document.extract.SymbolFonts;

/** The automatic numbers of a binary Word file, drawn in reading order. */
final class DocNumbering {

    private static final int LEVELS = 9;
    private static final String[] FORMATS = {"decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter"};
    private static final int LEADING_ZERO = 22;
    private static final int BULLET = 23;
    private static final int IN_DASHES = 57;
    private static final int NONE = 255;
    private static final int FONT_SPRM = 0x4A4F;

    private final HWPFDocument document;
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> undrawn = new LinkedHashSet<>();

    DocNumbering(HWPFDocument document) {
        this.document = document;
    }

    /** Formats that occurred and are drawn in plain digits instead. */
    Set<String> undrawn() {
        return undrawn;
    }

    /** Counts one paragraph of a list and gives what Word draws before it; empty for no list. */
    String next(int ilfo, int ilvl) {
        if (ilfo <= 0 || ilfo > 0x7FF || ilvl < 0 || ilvl >= LEVELS || document.getListTables() == null) {
            return "";
        }
        try {
            return draw(ilfo, ilvl);
        } catch (RuntimeException brokenList) {
            return "";
        }
    }

    private String draw(int ilfo, int ilvl) {
        var tables = document.getListTables();
        int lsid = tables.getLfo(ilfo).getLsid();
        var level = tables.getLevel(lsid, ilvl);
        if (level == null) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(lsid, any -> newCounters());
        Integer override = startOverride(ilfo, ilvl);
        if (override != null && begun.add(ilfo + "/" + ilvl)) {
            counts[ilvl] = override;
        } else {
            counts[ilvl] = counts[ilvl] == Integer.MIN_VALUE ? level.getStartAt() : counts[ilvl] + 1;
        }
        for (int i = ilvl + 1; i < LEVELS; i++) {
            counts[i] = Integer.MIN_VALUE;
        }
        if (level.getNumberFormat() == BULLET) {
            String sign = level.getNumberText();
            return SymbolFonts.bullet(sign == null ? "" : sign, font(level));
        }
        return fill(level, counts, lsid);
    }

    private static int[] newCounters() {
        int[] fresh = new int[LEVELS];
        Arrays.fill(fresh, Integer.MIN_VALUE);
        return fresh;
    }

    /** The font of what is drawn; empty where the level names none. */
    private String font(ListLevel level) {
        byte[] properties = level.getGrpprlChpx();
        for (int i = 0; properties != null && i + 3 < properties.length; i++) {
            if ((properties[i] & 0xFF | (properties[i + 1] & 0xFF) << 8) == FONT_SPRM) {
                int number = properties[i + 2] & 0xFF | (properties[i + 3] & 0xFF) << 8;
                Ffn[] fonts = document.getFontTable() == null
                        ? new Ffn[0]
                        : document.getFontTable().getFontNames();
                return number < fonts.length ? fonts[number].getMainFontName() : "";
            }
        }
        return "";
    }

    private @Nullable Integer startOverride(int ilfo, int ilvl) {
        var levels = document.getListTables().getLfoData(ilfo).getRgLfoLvl();
        for (ListFormatOverrideLevel override : levels == null ? new ListFormatOverrideLevel[0] : levels) {
            if (override != null && override.getLevelNum() == ilvl && override.isStartAt()) {
                return override.getIStartAt();
            }
        }
        return null;
    }

    private String fill(ListLevel drawn, int[] counts, int lsid) {
        String pattern = drawn.getNumberText();
        var out = new StringBuilder();
        for (int i = 0; pattern != null && i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c < LEVELS) {
                var level = document.getListTables().getLevel(lsid, c);
                int value = counts[c] == Integer.MIN_VALUE ? level.getStartAt() : counts[c];
                boolean plain = drawn.isLegalNumbering() && level != drawn;
                String format = plain ? FORMATS[0] : format(level.getNumberFormat());
                if (!ListNumber.draws(format)) {
                    undrawn.add(format);
                }
                out.append(ListNumber.format(value, format));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String format(int code) {
        return switch (code) {
            case NONE -> "none";
            case LEADING_ZERO -> "decimalZero";
            case IN_DASHES -> "numberInDash";
            default -> code < FORMATS.length ? FORMATS[code] : "nfc " + code;
        };
    }
}
