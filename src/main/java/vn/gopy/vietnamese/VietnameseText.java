package vn.gopy.vietnamese;

import java.text.Normalizer;

/** Text as the product stores and compares it: composed Unicode, one kind of space, no invisible characters. */
public final class VietnameseText {

    private VietnameseText() {}

    /**
     * Repairs what files do to Vietnamese, without touching spelling: composes marks (also in the wrong order), maps
     * look-alikes of Đ and ư, full-width forms and odd spaces, removes invisible and direction characters, and joins runs
     * of white space to one space without any at the ends. Old fonts must have been converted before, because the TCVN3
     * code of ư is the soft hyphen.
     */
    public static String normalise(String text) {
        return isClean(text) ? text : squeeze(compose(repair(text)));
    }

    /** Nearly all text is clean already: this scan decides without making anything. */
    private static boolean isClean(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (space) {
                    return false;
                }
                space = true;
                continue;
            }
            space = false;
            if (c < 0x7F ? c < ' ' : !isStable(c)) {
                return false;
            }
        }
        return !space && !text.contains("X\u00E0H\u1ED8I");
    }

    private static boolean isStable(char c) {
        return (c >= 0xA1 && c < 0x180 && c != 0xAD && c != 0xD0 && c != 0xF0)
                || (c >= 0x1EA0 && c <= 0x1EF9)
                || c == '\u01A1'
                || c == '\u01A0'
                || c == '\u01B0'
                || c == '\u01AF'
                || (c >= 0x2010 && c <= 0x2023)
                || c == '\u2026';
    }

    private static String repair(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = repaired(text.charAt(i));
            if (c != 0) {
                out.append(c);
            }
        }
        // "XÃ HỘI" whose Ã and hard space were read as UTF-8 once too often
        int broken = out.indexOf("X\u00E0H\u1ED8I");
        return broken < 0 ? out.toString() : out.toString().replace("X\u00E0H\u1ED8I", "X\u00C3 H\u1ED8I");
    }

    /** The character to keep instead of one that looks like it or cannot be seen, 0 for none. */
    public static char repaired(char c) {
        return switch (c) {
            case '\t',
                    '\n',
                    '\r',
                    '\f',
                    '\u000B',
                    '\u0085',
                    '\u00A0',
                    '\u1680',
                    '\u2028',
                    '\u2029',
                    '\u202F',
                    '\u205F',
                    '\u3000' -> ' ';
            case '\u00D0', '\u0189' -> '\u0110';
            case '\u00F0', '\u0256' -> '\u0111';
            case '\u01A2' -> '\u01AF';
            case '\u01A3' -> '\u01B0';
            case '\u2024' -> '.';
            case '\uF0B7', '\uF0A7', '\uF076', '\uF0D8', '\uF0FC' -> '\u2022';
            case '\uF02D', '\uF0AD' -> '-';
            case '\uF02B' -> '+';
            case '\uF0E0' -> '\u2192';
            case '\u00AD', '\uFEFF', '\uFFFD' -> 0;
            default -> repairedByRange(c);
        };
    }

    private static char repairedByRange(char c) {
        if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
            return 0;
        }
        if (c >= 0x2000 && c <= 0x200A) {
            return ' ';
        }
        if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) {
            return 0;
        }
        return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    }

    private static String compose(String text) {
        boolean marks = text.chars().anyMatch(c -> c >= 0x300 && c <= 0x36F);
        if (!marks) {
            return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                    ? text
                    : Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        return Normalizer.normalize(ordered(Normalizer.normalize(text, Normalizer.Form.NFD)), Normalizer.Form.NFC);
    }

    /** Puts circumflex, breve and horn before the tone, where typing tools have left them after it. */
    private static String ordered(String decomposed) {
        var out = new StringBuilder(decomposed);
        for (int i = 1; i < out.length(); i++) {
            char c = out.charAt(i);
            if (isShape(c)) {
                int at = i;
                while (at > 0 && isTone(out.charAt(at - 1))) {
                    out.setCharAt(at, out.charAt(at - 1));
                    at--;
                }
                out.setCharAt(at, c);
            }
        }
        return out.toString();
    }

    private static boolean isShape(char c) {
        return c == '\u0302' || c == '\u0306' || c == '\u031B';
    }

    private static boolean isTone(char c) {
        return c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
    }

    private static String squeeze(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' || (!out.isEmpty() && out.charAt(out.length() - 1) != ' ')) {
                out.append(c);
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
