package vn.gopy.round;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.gopy.account.Person;

/** What somebody can do with the reply of an invitation that is the own one, or that of an own unit. */
public enum ReplyAct {
    /** Nêu ý kiến. */
    WRITE,
    /** Trình lãnh đạo. */
    SUBMIT,
    /** Trình tiếp, to the next or the head. */
    PASS,
    /** Trả lại kèm ý kiến. */
    RETURN,
    /** Gửi. */
    SEND,
    /** Gửi ý kiến thay thế. */
    AMEND,
    /** Ghi số, ngày văn bản. */
    NUMBER;

    /**
     * What the person can do now, but for what the reply still lacks: with none of the unit's own there is something to
     * write first. The facades that do it refuse everything else that belongs to a screen of those who answer, and nothing
     * of this.
     */
    static Set<ReplyAct> of(Person asker, Round round, Invitee invitee, Optional<Reply> reply, Instant now) {
        Set<ReplyAct> acts = EnumSet.noneOf(ReplyAct.class);
        RoundState state = round.state(now);
        boolean taken = state == RoundState.OPEN || state == RoundState.CLOSED;
        Optional<Reply> sent = reply.filter(Reply::isSent);
        if (taken && invitee.classifiedAt() == null) {
            if (sent.isPresent()) {
                sent(acts, asker, invitee, sent.get());
            } else if (Replies.speaks(asker, invitee)) {
                open(acts, asker, invitee, reply.filter(begun -> !begun.isEntered()));
            }
        }
        if (invitee.unit() != null && sent.isPresent()) {
            acts.add(NUMBER);
        }
        return acts;
    }

    /** @param own what the unit or the person has begun */
    private static void open(Set<ReplyAct> acts, Person asker, Invitee invitee, Optional<Reply> own) {
        boolean submitted = own.filter(Reply.Submitted.class::isInstance).isPresent();
        acts.add(WRITE);
        if (Replies.maySend(asker, invitee)) {
            acts.add(SEND);
            if (submitted && Replies.approves(asker, invitee)) {
                acts.add(RETURN);
            }
        } else if (!submitted) {
            acts.add(SUBMIT);
        } else if (own.filter(reply -> reply instanceof Reply.Submitted waiting && waiting.waitsFor(asker))
                .isPresent()) {
            acts.add(PASS);
            acts.add(RETURN);
        }
    }

    private static void sent(Set<ReplyAct> acts, Person asker, Invitee invitee, Reply sent) {
        if (Replies.maySend(asker, invitee) && !sent.isEntered() && Replies.speaks(asker, invitee)) {
            acts.add(AMEND);
        }
    }
}
