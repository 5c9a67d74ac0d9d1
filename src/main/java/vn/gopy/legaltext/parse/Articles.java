package vn.gopy.legaltext.parse;

import org.jspecify.annotations.Nullable;

/** Tells a heading "Điều 5. …" from a sentence that begins with "Điều 5 của Luật này". */
final class Articles {

    private static final int LARGEST_GAP = 20;
    private static final int LONGEST_TITLE = 150;

    /** What a line that begins with Điều and a number is. */
    enum Verdict {
        NEXT,
        GAP,
        REPEATED,
        OUT_OF_ORDER,
        TEXT
    }

    /** Looks ahead for an article number. */
    interface Ahead {
        boolean has(int index, int ordinal);
    }

    private Articles() {}

    static Verdict judge(@Nullable Marker last, Marker next, Line line, Ahead ahead, int index) {
        boolean looks = looksLikeHeading(next, line) || isNext(last, next) && isMissed(next, ahead, index);
        if (!looks) {
            return Verdict.TEXT;
        }
        if (last == null) {
            return next.ordinal() == 1 ? Verdict.NEXT : first(next, line);
        }
        int gap = next.ordinal() - last.ordinal();
        if (gap == 1 || gap == 0 && Sequence.follows(last, next)) {
            return Verdict.NEXT;
        }
        if (gap == 0) {
            return next.suffix().equals(last.suffix()) ? Verdict.REPEATED : Verdict.OUT_OF_ORDER;
        }
        if (gap > 1) {
            boolean missing = !ahead.has(index, last.ordinal() + 1) && gap <= LARGEST_GAP;
            boolean goesOn = ahead.has(index, next.ordinal() + 1)
                    || line.look().bold()
                    || line.look().boldLead()
                    || next.auto()
                    || isBareTitle(next);
            return missing && goesOn ? Verdict.GAP : Verdict.TEXT;
        }
        boolean inPlace = ahead.has(index, last.ordinal() + 2) && !ahead.has(index, last.ordinal() + 1);
        return inPlace && isStrong(next, line) ? Verdict.OUT_OF_ORDER : Verdict.TEXT;
    }

    /** The last article of a text, with its title alone on the line. */
    private static boolean isBareTitle(Marker next) {
        String rest = next.rest();
        return (next.separator() == '.' || next.separator() == ':')
                && Words.startsUpper(rest)
                && rest.length() < LONGEST_TITLE
                && !Words.endsSentence(rest);
    }

    /** A part of a longer document begins with a higher number. */
    private static Verdict first(Marker next, Line line) {
        return isStrong(next, line) || Words.startsUpper(next.rest()) ? Verdict.GAP : Verdict.TEXT;
    }

    private static boolean isNext(@Nullable Marker last, Marker next) {
        return last != null && next.ordinal() == last.ordinal() + 1;
    }

    /**
     * "Điều 15. ủy quyền …", "Điều 16 Kinh phí": the one that would be missing otherwise, whatever its sign; not the rest
     * of a sentence, "Điều 28 Nghị định này".
     */
    private static boolean isMissed(Marker next, Ahead ahead, int index) {
        boolean written = next.separator() == '.'
                || next.separator() == ' ' && Words.startsUpper(next.rest()) && !next.speaksOfAText();
        return written && !ahead.has(index, next.ordinal());
    }

    private static boolean isStrong(Marker next, Line line) {
        return next.auto()
                || line.look().bold()
                || line.look().boldLead()
                || line.look().outlineLevel() > 0;
    }

    private static boolean looksLikeHeading(Marker next, Line line) {
        if (next.rest().isEmpty()) {
            return true;
        }
        if (",;/".indexOf(next.rest().charAt(0)) >= 0) {
            return false;
        }
        return switch (next.separator()) {
            case '.', ':' -> !Words.startsLower(next.rest()) || isStrong(next, line);
            case '-', '–', '—' -> Words.startsUpper(next.rest());
            case ' ' -> isStrong(next, line) && !Words.startsLower(next.rest());
            default -> false;
        };
    }
}
