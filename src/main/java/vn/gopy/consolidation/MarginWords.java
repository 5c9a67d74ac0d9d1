package vn.gopy.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.shared.Figures;

/** What stands in the margin of the next draft about one issue: who said what, and what becomes of it. */
final class MarginWords {

    private MarginWords() {}

    /** Who is named as its author: the one who said it, or those who made one issue of several. */
    static String author(List<Point> said, String secretariat) {
        Set<String> who = who(said);
        return who.size() == 1 ? who.iterator().next() : secretariat;
    }

    /** The paragraphs: "Tiếp thu ý kiến Sở Tài chính, Sở Nội vụ (02 cơ quan).", each opinion, the answer. */
    static String text(List<Point> said, boolean applied, boolean left) {
        List<String> lines = new ArrayList<>();
        Set<String> who = who(said);
        if (applied) {
            lines.add("Tiếp thu ý kiến " + String.join(", ", who) + count(said, who) + ".");
        }
        opinions(said)
                .forEach((text, those) -> lines.add(who.size() == 1 ? text : String.join(", ", those) + ": " + text));
        Point first = said.getFirst();
        if (left && first.appliedText() != null) {
            lines.add("Chưa đưa được câu chữ này vào tệp: " + first.appliedText());
        }
        String outcome = outcome(first.outcome());
        String answer = first.answer().strip();
        boolean told = answer.regionMatches(true, 0, outcome, 0, outcome.length());
        lines.add(answer.isEmpty() ? outcome + "." : told ? answer : outcome + ": " + answer);
        return String.join("\n", lines);
    }

    private static Set<String> who(List<Point> said) {
        Set<String> who = new LinkedHashSet<>();
        said.forEach(point -> who.add(point.who()));
        return who;
    }

    private static String count(List<Point> said, Set<String> who) {
        boolean units = said.stream().allMatch(point -> point.unit() != null);
        return who.size() < 2 ? "" : " (" + Figures.two(who.size()) + (units ? " cơ quan)" : " nơi)");
    }

    /** The same words once, with all who said them. */
    private static Map<String, Set<String>> opinions(List<Point> said) {
        Map<String, Set<String>> opinions = new LinkedHashMap<>();
        for (Point point : said) {
            String proposed = point.replacement() == null || point.replacement().isBlank()
                    ? ""
                    : " Đề nghị viết: “" + point.replacement().strip() + "”";
            String files = point.files().isEmpty() ? "" : "\nKèm tệp: " + String.join("; ", point.fileNames());
            opinions.computeIfAbsent((point.text().strip() + proposed + files).strip(), none -> new LinkedHashSet<>())
                    .add(point.who());
        }
        return opinions;
    }

    private static String outcome(@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> "Chưa xử lý";
            case ACCEPT -> "Tiếp thu";
            case ACCEPT_PART -> "Tiếp thu một phần";
            case ACCEPT_LATER -> "Tiếp thu, thực hiện khi đủ điều kiện";
            case KEEP -> "Giải trình, giữ như dự thảo";
            case ALREADY -> "Đã có trong dự thảo";
            case NOTED -> "Ghi nhận";
            case ESCALATE -> "Xin ý kiến lãnh đạo";
        };
    }
}
