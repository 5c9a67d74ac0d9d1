package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which lines stand inside a quotation that runs over lines: the new wording that an amending law gives to another law.
 * Quoted lines are text, whatever they begin with.
 */
public final class Quotes {

    /** A quotation that is not closed within so many lines was never meant to run on: whole chapters are quoted. */
    private static final int LONGEST = 3000;

    /** Where many quotations are not closed, each is followed only so far. */
    private static final int SHORT = 400;

    private static final int LINES_IN_VAIN = 40_000;

    private Quotes() {}

    /** For each line, whether it belongs to such a quotation, its first line included. */
    public static boolean[] quoted(List<Line> lines) {
        var quoted = new boolean[lines.size()];
        int inVain = 0;
        int i = 0;
        while (i < lines.size()) {
            int reach = inVain < LINES_IN_VAIN ? LONGEST : SHORT;
            int end = opens(lines.get(i)) ? end(lines, i, reach) : -1;
            if (end < 0) {
                i++;
                continue;
            }
            inVain += end == i ? reach : 0;
            for (int k = i; k <= end; k++) {
                quoted[k] = true;
            }
            i = end + 1;
        }
        return quoted;
    }

    private static boolean opens(Line line) {
        String text = line.text();
        return !text.isEmpty()
                && (text.charAt(0) == '“' || text.charAt(0) == '"' || text.charAt(0) == '«' || text.charAt(0) == '‟');
    }

    /** The line that closes the quotation; the opening line itself when it closes there or nothing closes it. */
    private static int end(List<Line> lines, int from, int reach) {
        int balance = 0;
        boolean straight = lines.get(from).text().charAt(0) == '"';
        int last = Math.min(lines.size(), from + reach);
        for (int i = from; i < last; i++) {
            String text = lines.get(i).text();
            if (i > from && resumes(lines.get(i))) {
                return i - 1;
            }
            balance += straight ? straightBalance(text, balance) : balance(text);
            boolean closes = closes(text, straight);
            if (balance <= 0 && (closes || i == from)) {
                return i;
            }
            if (closes && i > from && opensNext(lines, i)) {
                return i;
            }
        }
        return from;
    }

    private static boolean opensNext(List<Line> lines, int i) {
        return i + 1 >= lines.size() || resumes(lines.get(i + 1)) || opens(lines.get(i + 1));
    }

    private static int balance(String text) {
        int balance = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            balance += c == '“' || c == '«' || c == '‟' ? 1 : c == '”' || c == '»' ? -1 : 0;
        }
        return balance;
    }

    private static int straightBalance(String text, int before) {
        long count = text.chars().filter(c -> c == '"' || c == '”' || c == '“').count();
        return count % 2 == 0 ? 0 : before > 0 ? -1 : 1;
    }

    private static boolean closes(String text, boolean straight) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '”' || c == '»' || (straight && c == '"')) {
                return true;
            }
            if (".;, ”)".indexOf(c) < 0 && !Character.isDigit(c)) {
                return false;
            }
        }
        return false;
    }

    // with all marks: "Bỏ khoản 2" orders a change, "Bộ trưởng" does not
    private static final Pattern ORDERS = Pattern.compile(
            "^((sửa đổi|bổ sung|bãi bỏ|huỷ bỏ|hủy bỏ|thay thế|thay|bỏ|sửa)(, bổ sung)?( và bổ sung)?( một số| các| thêm)? "
                    + "(cụm từ|từ “|từ, cụm từ|từ ngữ|điểm|khoản|điều|chương|mục|tiểu mục|phần|phụ lục|tên|đoạn|tiêu đề|dấu|mẫu|biểu|danh mục)"
                    + "|(điểm [a-zđ]\\d?|khoản \\d+|điều \\d+|chương [ivxlc\\d]+|mục \\d+|phụ lục)\\b.{0,200}\\bđược (sửa đổi|bổ sung|bãi bỏ|thay thế)).*",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    /** The amending text goes on: a numbered line that orders a change. */
    private static boolean resumes(Line line) {
        Marker marker = Marker.of(line);
        boolean listed = marker != null
                && (marker.style() == Marker.Style.ARABIC
                        || marker.style() == Marker.Style.LETTER
                        || marker.style() == Marker.Style.ARTICLE);
        if (marker == null || !listed || marker.rest().length() > 600) {
            return false;
        }
        String rest = marker.rest().toLowerCase(Locale.ROOT);
        boolean aim = rest.contains("điều")
                || rest.contains("khoản")
                || rest.contains("điểm")
                || rest.contains("từ")
                || rest.endsWith(":");
        return aim && ORDERS.matcher(rest).matches();
    }
}
