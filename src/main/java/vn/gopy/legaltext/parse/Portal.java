package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.legaltext.Dropped;
import vn.gopy.vietnamese.Folding;

/** What a law portal puts above and below the text it shows: its state of force, its files to download. */
public final class Portal {

    private static final int LAST_LINES = 60;
    private static final int LONGEST = 120;
    private static final int LONGEST_FILE = 50;

    private static final Pattern STATE = Pattern.compile(
            "^(hieu luc|ngay co hieu luc|ngay het hieu luc|ngay ban hanh|ngay dang cong bao|so cong bao|tinh trang( hieu luc)?)\\s*:.*");
    private static final Set<String> FILES = Set.of(
            "tai file dinh kem",
            "gui phan hoi",
            "file duoc dinh kem theo van ban",
            "van ban goc",
            "tai van ban",
            "in van ban");

    private Portal() {}

    /** The lines without such ones at both ends, which are dropped. */
    public static List<Line> without(List<Line> lines, List<Dropped> dropped) {
        int from = 0;
        while (from < lines.size() && isState(lines.get(from))) {
            from++;
        }
        if (from == lines.size()) {
            return lines;
        }
        int to = end(lines, from);
        lines.subList(0, from).forEach(line -> drop(line, dropped));
        lines.subList(to, lines.size()).forEach(line -> drop(line, dropped));
        var kept = new ArrayList<Line>(to - from);
        for (Line line : lines.subList(from, to)) {
            if (isShort(line) && line.text().startsWith("Copyright ")) {
                drop(line, dropped);
            } else {
                kept.add(line);
            }
        }
        return kept;
    }

    private static void drop(Line line, List<Dropped> dropped) {
        dropped.add(new Dropped(line.shown(), Dropped.Why.PORTAL_MENU));
    }

    private static boolean isState(Line line) {
        return isShort(line) && STATE.matcher(Folding.fold(line.text())).matches();
    }

    private static boolean isShort(Line line) {
        return !line.isTable() && line.role() == null && line.text().length() < LONGEST;
    }

    private static boolean isFile(String text) {
        return text.length() < LONGEST_FILE
                && !text.isEmpty()
                && " tgfvi".indexOf(Folding.folded(text.charAt(0))) >= 0
                && FILES.contains(Folding.fold(text).strip());
    }

    private static int end(List<Line> lines, int from) {
        int first = lines.size();
        for (int i = lines.size() - 1; i > from && i > lines.size() - LAST_LINES && isShort(lines.get(i)); i--) {
            first = isFile(lines.get(i).text()) ? i : first;
        }
        return first;
    }
}
