package vn.gopy.round;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.shared.Refusal;

/**
 * Two hats: who heads a unit that is asked and is asked in the own name too says once whose a reply is. Nobody says it for
 * an invitation that is not the own one.
 */
@Component
class Hats {

    private final ReplyRepository repository;

    Hats(ReplyRepository repository) {
        this.repository = repository;
    }

    /**
     * The asker's own invitation, where the reply of the named unit is to answer that one too.
     *
     * @param said whose the reply is said to be; null: the invitee's alone
     */
    Optional<Invitee> own(Person asker, Invitee named, @Nullable Capacity said) {
        if (said == null || said == named.hat()) {
            return Optional.empty();
        }
        if (said != Capacity.BOTH || named.unit() == null) {
            throw Refusal.unprocessable("CAPACITY_MISMATCH");
        }
        if (!Replies.approves(asker, named)) {
            throw Refusal.forbidden();
        }
        return Optional.of(repository.invitees(named.roundId()).stream()
                .filter(invitee -> asker.id().equals(invitee.person()))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("OWN_NOT_ASKED")));
    }

    /** The named invitee as it is now; it and the own one are locked in the order of their keys. */
    Invitee locked(Invitee named, Optional<Invitee> own) {
        Stream.concat(Stream.of(named), own.stream())
                .map(Invitee::key)
                .sorted()
                .forEach(key -> repository.locked(named.roundId(), key));
        return repository.locked(named.roundId(), named.key()).orElseThrow(Refusal::notFound);
    }

    /** Refuses where the own invitation is being answered, or was, by another reply than this one. */
    void requireUnanswered(Invitee own, Reply reply) {
        if (repository
                .current(own.id())
                .filter(one -> !one.id().equals(reply.id()))
                .isPresent()) {
            throw Refusal.conflict("REPLY_OWN_BEGUN");
        }
    }
}
