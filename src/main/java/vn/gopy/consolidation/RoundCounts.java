package vn.gopy.consolidation;

/**
 * The sums of a round, over one draft or over all of them. A value exists only when it adds up: nobody can print a table
 * whose figures contradict each other.
 */
public record RoundCounts(Replies replies, Opinions opinions) {

    /**
     * How those who were asked have answered; each counts once.
     *
     * @param asked agreed + agreedWithOpinions + objected + classified + noAnswer
     * @param agreed nhất trí
     * @param agreedWithOpinions nhất trí, có ý kiến
     * @param objected không nhất trí
     * @param classified trả lời bằng văn bản mật: the fact only
     * @param noAnswer không có ý kiến trả lời
     * @param deemedConsent of those without an answer, xem như thống nhất by the sentence of the invitation letter
     * @param late answers after the deadline, part of the answered
     * @param extended asked with a deadline of their own
     * @param uninvited answers of those who were not asked, outside {@code asked}
     */
    public record Replies(
            int asked,
            int agreed,
            int agreedWithOpinions,
            int objected,
            int classified,
            int noAnswer,
            int deemedConsent,
            int late,
            int extended,
            int uninvited) {

        public Replies {
            notNegative(asked, agreed, agreedWithOpinions, objected, classified, noAnswer);
            notNegative(deemedConsent, late, extended, uninvited);
            var answered = agreed + agreedWithOpinions + objected + classified;
            require(asked == answered + noAnswer, "asked is not the sum of all answers and those without one");
            require(deemedConsent <= noAnswer, "deemed consent is part of those without an answer");
            require(late <= answered, "late answers are part of the answers");
            require(extended <= asked, "only those asked can have more time");
        }

        /** Đã trả lời: all who answered, whatever they said and by whatever road. */
        public int answered() {
            return asked - noAnswer;
        }
    }

    /**
     * What became of the opinions.
     *
     * @param total accepted + partlyAccepted + kept + noted + escalated + pending
     * @param accepted tiếp thu, also when it is carried out later
     * @param partlyAccepted tiếp thu một phần
     * @param kept giải trình, also where the draft already says it
     * @param noted ghi nhận
     * @param escalated xin ý kiến lãnh đạo
     * @param pending chưa xử lý
     */
    public record Opinions(
            int total, int accepted, int partlyAccepted, int kept, int noted, int escalated, int pending) {

        public Opinions {
            notNegative(total, accepted, partlyAccepted, kept, noted, escalated, pending);
            var sum = accepted + partlyAccepted + kept + noted + escalated + pending;
            require(total == sum, "the opinions are not the sum of their outcomes");
        }
    }

    private static void notNegative(int... figures) {
        for (var figure : figures) {
            require(figure >= 0, "a count is never negative");
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
