package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.legaltext.Dropped;

/**
 * Splits the marks of footnotes off the lines of a consolidated text, where they are glued to numbers and words:
 * {@code Điều 50.88 (được bãi bỏ)}, {@code 3.85}, {@code b1)23}, {@code 1a.[2]}. The notes themselves stay.
 */
public final class FootnoteMarks {

    /** A consolidated text says so before its first Điều. */
    private static final int HEAD_LINES = 40;

    /** Footnotes are numbered through the text: a glued number that leaps is no mark. */
    private static final int LARGEST_LEAP = 15;

    private static final int LARGEST_LEAP_AT_NUMBER = 70;

    private static final int LONGEST_LINE = 20_000;

    private static final int TAIL = 12;

    private static final Pattern BRACKETED = Pattern.compile("(?<=.)\\[\\d{1,3}]");
    private static final Pattern AFTER_HEADING = Pattern.compile(
            "^(?:(?iu:điều)\\s?\\d{1,4}[a-zđ]?[.:]|(?iu:chương)\\s[IVXLC]+[.:]?|(?iu:mục)\\s\\d{1,2}[a-zđ]?[.:])\\s?(\\d{1,3})(?=\\s*$|\\s+[\\p{Lu}(“])");
    private static final Pattern AFTER_NUMBER =
            Pattern.compile("^(?:\\d{1,3}[a-zđ]?\\.|[a-zđ]\\d?\\))(\\d{1,3})(?=\\s+[\\p{Lu}(“]|\\s*$)");
    private static final Pattern AT_END = Pattern.compile("(?:\\p{Ll}{3}|[.;:)”])(\\d{1,3})([.;:]?)$");

    private final List<Dropped> dropped;
    private int last;

    private FootnoteMarks(List<Dropped> dropped) {
        this.dropped = dropped;
    }

    /** The same lines without marks when the text is a consolidated one, else the lines themselves. */
    public static List<Line> without(List<Line> lines, List<Dropped> dropped) {
        if (!isConsolidated(lines)) {
            return lines;
        }
        var marks = new FootnoteMarks(dropped);
        var cleaned = new ArrayList<Line>(lines.size());
        boolean certified = false;
        for (Line line : lines) {
            certified |= Cues.isCertification(line.text());
            boolean kept = certified
                    || line.isTable()
                    || line.role() != null
                    || line.text().length() > LONGEST_LINE;
            cleaned.add(kept ? line : marks.cleaned(line));
        }
        return cleaned;
    }

    private static boolean isConsolidated(List<Line> lines) {
        for (int i = 0; i < lines.size() && i < HEAD_LINES; i++) {
            if (saysSo(lines.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysSo(String text) {
        return text.length() < 600
                && (text.contains("VBHN")
                        || text.startsWith("VĂN BẢN HỢP NHẤT")
                        || text.startsWith("Văn bản hợp nhất")
                        || text.endsWith("được sửa đổi, bổ sung bởi:"));
    }

    private Line cleaned(Line line) {
        String text = line.text();
        String clean = atEnd(glued(AFTER_NUMBER, glued(AFTER_HEADING, bracketed(text))));
        return clean.equals(text)
                ? line
                : new Line(
                        line.auto(),
                        clean.strip(),
                        line.look(),
                        line.kind(),
                        line.rows(),
                        line.role(),
                        line.reshaped(),
                        line.page());
    }

    private String bracketed(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        Matcher matcher = BRACKETED.matcher(text);
        var clean = new StringBuilder();
        while (matcher.find()) {
            dropped.add(new Dropped(matcher.group(), Dropped.Why.FOOTNOTE_MARK));
            matcher.appendReplacement(clean, "");
        }
        return matcher.appendTail(clean).toString();
    }

    /** Only the last characters are looked at: most lines end in a word. */
    private String atEnd(String text) {
        int from = Math.max(0, text.length() - TAIL);
        boolean digits = false;
        for (int i = Math.max(from, text.length() - 2); i < text.length(); i++) {
            digits |= Character.isDigit(text.charAt(i));
        }
        return digits ? text.substring(0, from) + glued(AT_END, text.substring(from)) : text;
    }

    private String glued(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        int mark = Integer.parseInt(matcher.group(1));
        int leap = pattern == AT_END ? LARGEST_LEAP : LARGEST_LEAP_AT_NUMBER;
        boolean next = last == 0 ? mark > 0 : mark > last && mark <= last + leap;
        if (!next) {
            return text;
        }
        last = mark;
        dropped.add(new Dropped(matcher.group(1), Dropped.Why.FOOTNOTE_MARK));
        return text.substring(0, matcher.start(1)) + text.substring(matcher.end(1));
    }
}
