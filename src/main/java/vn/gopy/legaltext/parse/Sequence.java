package vn.gopy.legaltext.parse;

/** Which number can come after which (Nghị định 78/2025/NĐ-CP Điều 69). */
final class Sequence {

    /** A number further behind the one before it is no number of the same list. */
    static final int LARGEST_GAP = 10;

    private Sequence() {}

    /** True when the second is the regular successor of the first in the same list, inserted units included. */
    static boolean follows(Marker last, Marker next) {
        if (last.style() == Marker.Style.LETTER || last.style() == Marker.Style.UPPER) {
            return letterFollows(last, next);
        }
        if (next.ordinal() == last.ordinal()) {
            return suffixFollows(last.suffix(), next.suffix());
        }
        return next.ordinal() == last.ordinal() + 1;
    }

    /** "" < a < b < … ; a1 after a. */
    private static boolean suffixFollows(String last, String next) {
        if (next.isEmpty() || next.equals(last)) {
            return false;
        }
        return last.isEmpty() || place(next) > place(last);
    }

    private static int place(String suffix) {
        int letter = Marker.LETTERS.indexOf(suffix.charAt(0));
        String digits = suffix.replaceAll("\\D", "");
        return (letter + 1) * 1000
                + (digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(0, Math.min(3, digits.length()))));
    }

    private static boolean letterFollows(Marker last, Marker next) {
        if (next.ordinal() == last.ordinal()) {
            return suffixFollows(last.suffix(), next.suffix());
        }
        for (int i = last.ordinal() + 1; i <= next.ordinal(); i++) {
            char between = Marker.LETTERS.charAt(i - 1);
            boolean skippable = between == 'đ' || Marker.FOREIGN_LETTERS.indexOf(between) >= 0;
            if (i == next.ordinal()) {
                return true;
            }
            if (!skippable) {
                return false;
            }
        }
        return false;
    }
}
