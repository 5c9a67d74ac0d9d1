package vn.gopy.round;

import java.time.Instant;
import java.util.Comparator;

/**
 * How far one who is asked has come, over all drafts of the round; each stands in one of these. Counted together they are
 * {@link AnswerCounts}: an invitee counts by the hardest thing said.
 */
public enum InviteeStanding {
    /** Nhất trí. */
    AGREED,
    /** Nhất trí, có ý kiến. */
    AGREED_WITH,
    /** Không nhất trí. */
    OBJECTED,
    /** Văn bản mật, lưu ngoài hệ thống. */
    SECRET,
    /** Chờ lãnh đạo duyệt. */
    WAITING_HEAD,
    /** Đang soạn. */
    PREPARING,
    /** Xin gia hạn: more time is asked for, and nobody has decided yet. */
    EXTENSION,
    /** Đã mở, chưa trả lời. */
    OPENED,
    /** Chưa mở. */
    NOT_OPENED,
    /** Chưa trả lời: said to those who are not told who has opened the drafts. */
    UNANSWERED,
    /** Không có ý kiến trả lời: the deadline has passed. */
    NONE,
    /** Xem như thống nhất, by the sentence of the invitation letter. */
    DEEMED;

    /** @param opening whether who asks is told who has opened the drafts */
    public static InviteeStanding of(Round round, Replies.Answer answer, boolean opening, Instant now) {
        Invitee invitee = answer.invitee();
        if (invitee.classifiedAt() != null) {
            return SECRET;
        }
        if (answer.reply().filter(Reply::isSent).isPresent()) {
            return answer.reply().orElseThrow().positions().values().stream()
                    .max(Comparator.naturalOrder())
                    .map(InviteeStanding::of)
                    .orElse(UNANSWERED);
        }
        if (!now.isBefore(round.deadlineOf(invitee))) {
            return round.silence() == null ? NONE : DEEMED;
        }
        if (invitee.asksTime()) {
            return EXTENSION;
        }
        if (answer.reply().isPresent()) {
            return answer.reply().get() instanceof Reply.Submitted ? WAITING_HEAD : PREPARING;
        }
        if (!opening) {
            return UNANSWERED;
        }
        return invitee.openedAt() == null ? NOT_OPENED : OPENED;
    }

    private static InviteeStanding of(Position position) {
        return switch (position) {
            case AGREE -> AGREED;
            case AGREE_WITH -> AGREED_WITH;
            case OBJECT -> OBJECTED;
        };
    }

    /** Whether an answer is there. */
    public boolean isAnswered() {
        return switch (this) {
            case AGREED, AGREED_WITH, OBJECTED, SECRET -> true;
            case WAITING_HEAD, PREPARING, EXTENSION, OPENED, NOT_OPENED, UNANSWERED, NONE, DEEMED -> false;
        };
    }
}
