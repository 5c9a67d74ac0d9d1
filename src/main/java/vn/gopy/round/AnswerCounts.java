package vn.gopy.round;

/**
 * How the invitees of a round have answered. The sums always add up: asked = agreed + agreedWithOpinions + objected +
 * classified + noAnswer; the first four are the answered.
 *
 * @param deemedConsent the part of noAnswer that counts as consent by the sentence of the invitation letter
 * @param uninvited answers from outside the list, beside the sum
 */
public record AnswerCounts(
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

    public AnswerCounts {
        if (asked != agreed + agreedWithOpinions + objected + classified + noAnswer || deemedConsent > noAnswer) {
            throw new IllegalArgumentException("the sums of a round do not add up");
        }
    }

    public int answered() {
        return asked - noAnswer;
    }
}
