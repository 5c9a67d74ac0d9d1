package vn.gopy.consolidation.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the figures of a round in the sentences of a submission (tờ trình) or a report: "đã trả lời: 24", "có 21 ý kiến được
 * tiếp thu". A number belongs to the words right before it or right behind it; numbers of clauses, letters and days are
 * none.
 */
public final class WrittenFigures {

    /** What is counted in a round. */
    public enum Figure {
        ASKED,
        ANSWERED,
        AGREED,
        AGREED_WITH_OPINIONS,
        OBJECTED,
        CLASSIFIED,
        NO_ANSWER,
        DEEMED_CONSENT,
        OPINIONS,
        ACCEPTED,
        PARTLY_ACCEPTED,
        KEPT,
        NOTED,
        ESCALATED,
        PENDING
    }

    /**
     * A figure as it is written.
     *
     * @param line which of the paragraphs, counted from 0
     * @param from where in its words the number begins; {@code to} where it ends
     */
    public record Written(Figure figure, int number, int line, int from, int to) {}

    /** Longer words come first: "tiếp thu một phần" is not "tiếp thu". */
    private static final Map<String, Figure> WORDS = words();

    private static final String NAMES = String.join(
            "|",
            WORDS.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(words -> words.replace(" ", "\\s+"))
                    .toList());

    private static final String NUMBER = "(?<number>\\d{1,5})(?![\\d/.,-]*\\d|\\s*%|\\s*(?:ngày|năm|tháng))";

    /** What may stand between the words and their number. */
    private static final String BETWEEN =
            "(?:\\s|:|,(?=\\s*(?:đơn\\s+vị|tổ\\s+chức|cá\\s+nhân|địa\\s+phương))|là|có|gồm|được|đã|của|với|tổng|số|ý\\s+kiến|lượt|cơ\\s+quan|đơn\\s+vị|tổ\\s+chức|cá\\s+nhân|địa\\s+phương|văn\\s+bản|thành\\s+viên|phiếu|nơi|nội\\s+dung|đề\\s+nghị|góp\\s+ý|gửi|hoàn\\s+toàn){0,10}?";

    private static final String NOT_WITHIN = "(?<![\\p{L}\\p{N}])";
    private static final Pattern AFTER =
            Pattern.compile(NOT_WITHIN + "(?<words>" + NAMES + ")(?![\\p{L}])" + BETWEEN + NOT_WITHIN + NUMBER);
    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.,-])" + NUMBER + "(?=\\s)" + BETWEEN + "\\s(?<words>" + NAMES + ")(?![\\p{L}])");

    /** A number behind one of these is that of a clause, a letter or a day. */
    private static final Pattern OTHER =
            Pattern.compile("(?:điều|khoản|điểm|chương|mục|phần|(?<!tổng )số|ngày|tháng|năm|lần|thứ|phương án)\\s*$");

    /** Letters before a number that are looked at. */
    private static final int FAR = 20;

    private WrittenFigures() {}

    private static Map<String, Figure> words() {
        Map<String, Figure> words = new LinkedHashMap<>();
        put(
                words,
                Figure.ASKED,
                "được lấy ý kiến",
                "đã gửi lấy ý kiến",
                "gửi xin ý kiến",
                "gửi lấy ý kiến",
                "đã lấy ý kiến");
        put(words, Figure.ASKED, "đã gửi lấy ý kiến góp ý, phản biện xã hội");
        put(
                words,
                Figure.ANSWERED,
                "đã trả lời",
                "trả lời",
                "có ý kiến trả lời",
                "có văn bản trả lời",
                "tham gia ý kiến");
        put(
                words,
                Figure.NO_ANSWER,
                "không có ý kiến trả lời",
                "không trả lời",
                "chưa trả lời",
                "không có văn bản trả lời");
        put(words, Figure.AGREED, "nhất trí", "thống nhất", "nhất trí hoàn toàn");
        put(words, Figure.AGREED_WITH_OPINIONS, "nhất trí, có ý kiến", "nhất trí và có ý kiến", "nhất trí có ý kiến");
        put(words, Figure.OBJECTED, "không nhất trí", "không thống nhất");
        put(words, Figure.CLASSIFIED, "trả lời bằng văn bản mật", "văn bản mật");
        put(
                words,
                Figure.CLASSIFIED,
                "trả lời bằng văn bản quản lý theo chế độ mật, không thể hiện trong bảng này",
                "trả lời bằng văn bản quản lý theo chế độ mật");
        put(words, Figure.DEEMED_CONSENT, "xem như thống nhất", "coi như thống nhất", "coi là thống nhất");
        put(words, Figure.OPINIONS, "tổng số ý kiến", "tổng số ý kiến nhận được", "lượt ý kiến", "ý kiến góp ý");
        put(words, Figure.ACCEPTED, "tiếp thu");
        put(words, Figure.PARTLY_ACCEPTED, "tiếp thu một phần");
        put(words, Figure.KEPT, "giải trình");
        put(words, Figure.NOTED, "ghi nhận");
        put(words, Figure.ESCALATED, "xin ý kiến lãnh đạo");
        put(words, Figure.PENDING, "chưa xử lý");
        return words;
    }

    private static void put(Map<String, Figure> words, Figure figure, String... names) {
        for (String name : names) {
            words.put(name, figure);
        }
    }

    /** All that are written in the paragraphs, in their order; each number once. */
    public static List<Written> in(List<String> paragraphs) {
        List<Written> found = new ArrayList<>();
        for (int line = 0; line < paragraphs.size(); line++) {
            String text = Normalizer.normalize(paragraphs.get(line), Normalizer.Form.NFC)
                    .toLowerCase(Locale.ROOT);
            List<Written> here = new ArrayList<>();
            take(AFTER.matcher(text), line, text, here);
            take(BEFORE.matcher(text), line, text, here);
            here.sort(Comparator.comparingInt(Written::from));
            found.addAll(here);
        }
        return found;
    }

    private static void take(Matcher match, int line, String text, List<Written> found) {
        for (int at = 0; match.find(at); ) {
            int from = match.start("number");
            int to = match.end("number");
            boolean taken = found.stream().anyMatch(one -> one.from() == from);
            if (!taken
                    && !OTHER.matcher(text.substring(Math.max(0, from - FAR), from))
                            .find()) {
                Figure figure = WORDS.get(match.group("words").replaceAll("\\s+", " "));
                if (figure != null) {
                    found.add(new Written(figure, Integer.parseInt(match.group("number")), line, from, to));
                }
            }
            at = Math.max(match.end("words"), match.start() + 1);
        }
    }
}
