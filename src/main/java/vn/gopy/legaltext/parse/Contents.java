package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.gopy.legaltext.Dropped;

/** Takes out what repeats the text for the reader's convenience: tables of contents and notes of the gazette. */
public final class Contents {

    private static final Pattern LEADER = Pattern.compile(".*(\\.{4,}|…{2,}|_{4,})\\s*\\d{1,4}$");
    private static final int FEWEST_ENTRIES = 3;

    private Contents() {}

    /** The lines that stay; what is taken out goes to {@code dropped}. */
    public static List<Line> without(List<Line> lines, List<Dropped> dropped) {
        var kept = new ArrayList<Line>(lines.size());
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            while (end < lines.size() && isEntry(lines.get(end))) {
                end++;
            }
            boolean contents = end - i >= FEWEST_ENTRIES || end > i && isStyled(lines.get(i));
            if (contents) {
                lines.subList(i, end)
                        .forEach(line -> dropped.add(new Dropped(line.shown(), Dropped.Why.TABLE_OF_CONTENTS)));
                i = end;
            } else if (lines.get(i).role() == null && isGazetteNote(lines.get(i).text())) {
                dropped.add(new Dropped(lines.get(i).shown(), Dropped.Why.RUNNING_HEADER));
                i++;
            } else {
                kept.add(lines.get(i++));
            }
        }
        return kept;
    }

    private static boolean isEntry(Line line) {
        String text = line.text();
        if (line.isTable() || line.role() != null || text.length() > 400) {
            return false;
        }
        boolean numbered = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        boolean leader = numbered && (text.contains("....") || text.contains("……") || text.contains("____"));
        return isStyled(line) || leader && LEADER.matcher(text).matches();
    }

    private static boolean isStyled(Line line) {
        return line.look().style().regionMatches(true, 0, "toc ", 0, 4);
    }

    private static boolean isGazetteNote(String text) {
        return text.length() < 80 && (text.startsWith("(Tiếp theo Công báo") || text.startsWith("(Xem tiếp Công báo"));
    }
}
