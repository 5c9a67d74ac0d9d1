package vn.gopy.round;

import java.time.Clock;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.round.route.ReplyRoutes;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** What the head of a unit decides about its reply beside sending it as it is: a letter follows, or it goes back to the staff. */
@Service
public class Approval {

    private final Replies replies;
    private final ReplyRepository repository;
    private final ReplyStepRepository steps;
    private final ReplyRoutes routes;
    private final Clock clock;

    Approval(Replies replies, ReplyRepository repository, ReplyStepRepository steps, ReplyRoutes routes, Clock clock) {
        this.replies = replies;
        this.repository = repository;
        this.steps = steps;
        this.routes = routes;
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
     * Trình tiếp: hands the submitted reply on to the next whom the unit has look at it, or to the head. Only whose turn it
     * is may.
     *
     * @param seen the version of the reply that was read; another one is refused as stale
     */
    @Transactional
    public Replies.Answer passOn(Person asker, RoundId roundId, String key, OptionalInt seen) {
        replies.known(asker, roundId, key, Replies::speaks);
        replies.unlocked(roundId);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        if (!isTurnOf(asker, invitee)) {
            throw Refusal.forbidden();
        }
        Reply.Open reply = replies.work(asker, invitee, seen);
        replies.save(reply.passedOn(asker, routes.after(asker, invitee.unit())));
        steps.add(reply.id(), ReplyStep.Action.PASS, "", asker.id(), clock.instant());
        replies.changed(asker, invitee, "REPLY_PASSED_ON", Change.NONE);
        return replies.answer(invitee);
    }

    private boolean isTurnOf(Person asker, Invitee invitee) {
        return repository
                .held(invitee.id())
                .filter(reply -> reply instanceof Reply.Submitted waiting && waiting.waitsFor(asker))
                .isPresent();
    }

    /**
     * Gives the submitted reply back with a remark, which the people of the unit read and nobody else. The head may, and whose
     * turn it is before the head; what is not submitted, or no longer, is refused.
     *
     * @param seen the version of the reply that the head has read; another one is refused as stale
     */
    @Transactional
    public Replies.Answer giveBack(Person asker, RoundId roundId, String key, String remark, OptionalInt seen) {
        replies.known(asker, roundId, key, Replies::speaks);
        replies.unlocked(roundId);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        if (!Replies.approves(asker, invitee) && !isTurnOf(asker, invitee)) {
            throw Refusal.forbidden();
        }
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
