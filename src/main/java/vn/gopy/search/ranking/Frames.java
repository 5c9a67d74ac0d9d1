package vn.gopy.search.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Turns of speech around what is asked for. They say that somebody asks, hardly what: their words weigh half. */
public final class Frames {

    /** What a word inside a frame weighs against one outside. */
    static final float INSIDE = 0.5f;

    /** The frames that stand before what is asked for, with marks. */
    public static final List<String> BEFORE = List.of(
            "cho tôi hỏi",
            "xin hỏi",
            "cho hỏi",
            "theo quy định của pháp luật",
            "theo quy định pháp luật",
            "theo quy định",
            "pháp luật quy định",
            "như thế nào là",
            "thế nào là",
            "trong trường hợp nào",
            "trường hợp nào",
            "có phải",
            "khi nào",
            "ai có quyền",
            "cơ quan nào",
            "những ai");

    /** Those that stand behind it. */
    public static final List<String> BEHIND = List.of(
            "đúng hay sai",
            "có đúng không",
            "phải không",
            "được quy định như thế nào",
            "được quy định ra sao",
            "quy định như thế nào",
            "được pháp luật quy định như thế nào",
            "như thế nào",
            "ra sao",
            "là gì",
            "là ai",
            "là bao nhiêu",
            "là bao lâu",
            "trong bao lâu",
            "trong thời hạn bao lâu",
            "thì bị xử lý như thế nào",
            "bị xử lý như thế nào",
            "bị xử phạt như thế nào",
            "bị phạt bao nhiêu",
            "bị phạt bao nhiêu tiền",
            "bị truy cứu trách nhiệm hình sự",
            "gồm những gì",
            "bao gồm những gì",
            "gồm những ai",
            "do ai quyết định",
            "thuộc thẩm quyền của ai",
            "có được không",
            "được không",
            "hay không",
            "có bị phạt không",
            "thì phải làm gì",
            "phải làm sao",
            "cần giấy tờ gì",
            "cần những điều kiện gì");

    private static final List<String> OTHER = List.of(
            "quy định của pháp luật",
            "trách nhiệm hình sự",
            "pháp luật hiện hành",
            "trong trường hợp",
            "là đúng",
            "là sai",
            "hãy cho biết");

    private static final long[][] ALL = java.util.stream.Stream.of(BEFORE, BEHIND, OTHER)
            .flatMap(List::stream)
            .map(Frames::numbers)
            .sorted(Comparator.comparingInt((long[] frame) -> -frame.length))
            .toArray(long[][]::new);

    private Frames() {}

    private static long[] numbers(String frame) {
        Words words = Words.of(frame);
        return Arrays.copyOf(words.syllables(true), words.length());
    }

    /** The weight of each of these syllables as they stand in a question; all 1 where they are not parted as here. */
    public static float[] weights(List<String> syllables) {
        Words question = Words.of(String.join(" ", syllables));
        if (question.length() == syllables.size()) {
            return weights(question);
        }
        float[] even = new float[syllables.size()];
        Arrays.fill(even, 1);
        return even;
    }

    /** The weight of each place of a question: {@link #INSIDE} or 1; all 1 when nothing stands outside a frame. */
    static float[] weights(Words question) {
        float[] weights = new float[question.length()];
        Arrays.fill(weights, 1);
        int inside = 0;
        long[] syllables = question.syllables(true);
        for (int at = 0; at < weights.length; ) {
            int frame = longestAt(syllables, at, weights.length);
            Arrays.fill(weights, at, at + frame, INSIDE);
            inside += frame;
            at += Math.max(1, frame);
        }
        if (inside == weights.length) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }

    private static int longestAt(long[] syllables, int at, int end) {
        for (long[] frame : ALL) {
            if (at + frame.length <= end && Arrays.equals(frame, 0, frame.length, syllables, at, at + frame.length)) {
                return frame.length;
            }
        }
        return 0;
    }
}
