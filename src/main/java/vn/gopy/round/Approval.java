package vn.gopy.round;

import java.time.Clock;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** What the head of a unit decides about its reply beside sending it as it is: a letter follows, or it goes back to the staff. */
@Service
public class Approval {

    private final Replies replies;
    private final ReplyRepository repository;
    private final ReplyStepRepository steps;
    private final Clock clock;

    Approval(Replies replies, ReplyRepository repository, ReplyStepRepository steps, Clock clock) {
        this.replies = replies;
        this.repository = repository;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Duyệt, phát hành công văn: sends the reply as {@link Replies#send} does; its letter follows, and the clerk of the unit
     * writes its number when it has one. Only the head may.
     */
    @Transactional
    public Replies.Answer approveForLetter(
            Person asker, RoundId roundId, String key, OptionalInt seen, @Nullable Capacity said) {
        replies.known(asker, roundId, key, Replies::approves);
        Replies.Answer sent = replies.send(asker, roundId, key, seen, said);
        if (!repository.letterFollows(sent.reply().orElseThrow())) {
            throw Refusal.stale();
        }
        replies.changed(asker, sent.invitee(), "REPLY_APPROVED_FOR_LETTER", Change.NONE);
        return replies.answer(sent.invitee());
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
