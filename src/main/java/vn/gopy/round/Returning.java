package vn.gopy.round;

import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Trả lại kèm ý kiến: a reply that was put before the head of the unit goes back to those who write it. */
@Service
public class Returning {

    private final Replies replies;
    private final ReplyRepository repository;
    private final ReplyStepRepository steps;
    private final Clock clock;

    Returning(Replies replies, ReplyRepository repository, ReplyStepRepository steps, Clock clock) {
        this.replies = replies;
        this.repository = repository;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Gives the submitted reply back with a remark, which the people of the unit read and nobody else. Only the head may;
     * what is not submitted, or no longer, is refused.
     *
     * @param seen the version of the reply that the head has read; another one is refused as stale
     */
    @Transactional
    public Replies.Answer giveBack(Person asker, RoundId roundId, String key, String remark, OptionalInt seen) {
        replies.known(asker, roundId, key, Replies::approves);
        replies.unlocked(roundId);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        Reply.Open reply = replies.work(asker, invitee, seen);
        String words = TextGate.TEXT.require(remark, "REMARK_MISSING");
        replies.save(reply.givenBack());
        steps.add(reply.id(), ReplyStep.Action.RETURN, words, asker.id(), clock.instant());
        replies.changed(
                asker,
                invitee,
                "REPLY_RETURNED",
                Change.of("state", ReplyState.SUBMITTED.name(), ReplyState.PREPARING.name()));
        return replies.answer(invitee);
    }
}
