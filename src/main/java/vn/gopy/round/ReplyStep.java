package vn.gopy.round;

import java.time.Instant;

/**
 * How a reply went from hand to hand inside the unit.
 *
 * @param remark of who gave it back; empty for the other steps
 * @param by the name of who did it
 */
public record ReplyStep(Action action, String remark, String by, Instant at) {

    /** What was done. */
    public enum Action {
        /** Trình lãnh đạo. */
        SUBMIT,
        /** Trình tiếp. */
        PASS,
        /** Trả lại kèm ý kiến. */
        RETURN,
        /** Duyệt và gửi. */
        SEND
    }
}
