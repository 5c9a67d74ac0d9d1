package vn.gopy.round;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.shared.Refusal;

/**
 * Gửi thay cho: what a body has answered that was not asked may be the answer of one that was, such as a chi cục's for its
 * sở. Then it counts for that one, once, and no more among the answers from outside the list. Where the body that was asked
 * sends an answer of its own after all, it is taken back before.
 */
@Service
public class StandIns {

    private final Rounds rounds;
    private final ReplyRepository repository;
    private final StandInRepository standIns;
    private final Replies replies;
    private final Clock clock;

    StandIns(Rounds rounds, ReplyRepository repository, StandInRepository standIns, Replies replies, Clock clock) {
        this.rounds = rounds;
        this.repository = repository;
        this.standIns = standIns;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Who has answered for another.
     *
     * @param sender which was not asked, and {@code name} its name
     * @param asked for which it has answered, and {@code askedName} its name
     */
    public record StandIn(InviteeId sender, String name, InviteeId asked, String askedName) {}

    /** By the invitee for whom it counts, as far as the asker is told of the answers. */
    @Transactional(readOnly = true)
    public Map<InviteeId, StandIn> of(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        Map<InviteeId, Invitee> told =
                repository.invitees(List.of(id), ReplyAccess.seesAll(asker) ? null : asker).stream()
                        .filter(invitee -> ReplyAccess.own(asker, invitee)
                                || !ReplyAccess.totalsOnly(asker, round, clock.instant()))
                        .collect(Collectors.toMap(Invitee::id, invitee -> invitee));
        return standIns.of(id).stream()
                .filter(one -> told.containsKey(one.asked()))
                .collect(Collectors.toMap(StandIn::asked, one -> one));
    }

    /**
     * The sent answer of one who was not asked counts for a body that was asked and has not answered; whether it is late is
     * judged by that one's deadline. For another one it counts no more. Only the secretariat may.
     *
     * @param key of the sender
     * @param askedKey of the body that was asked
     * @throws Refusal STANDS_FOR_ITSELF where the sender was asked, or the other was not, or is no body; REPLY_NOT_SENT;
     *     INVITEE_HAS_REPLY where the other has a reply, be it in preparation
     */
    @Transactional
    public void standFor(Person asker, RoundId id, String key, String askedKey) {
        Round round = rounds.heldToRun(asker, id);
        Invitee sender = repository.locked(id, key).orElseThrow(Refusal::notFound);
        Invitee asked = repository.locked(id, askedKey).orElseThrow(Refusal::notFound);
        if (sender.invited() || sender.unit() == null || !asked.invited() || asked.unit() == null) {
            throw Refusal.unprocessable("STANDS_FOR_ITSELF");
        }
        Reply reply = repository
                .held(sender.id())
                .filter(Reply::isSent)
                .orElseThrow(() -> Refusal.conflict("REPLY_NOT_SENT"));
        Optional<StandIn> before = by(id, sender);
        if (before.filter(one -> one.asked().equals(asked.id())).isPresent()) {
            return;
        }
        if (asked.classifiedAt() != null || repository.held(asked.id()).isPresent()) {
            throw Refusal.conflict("INVITEE_HAS_REPLY");
        }
        standIns.remove(reply.id(), sender.id());
        standIns.add(reply, asked.id(), round.late(asked, Objects.requireNonNull(reply.sentAt())));
        replies.changed(
                asker,
                sender,
                "REPLY_STANDS_FOR",
                Change.of("standsFor", before.map(StandIn::askedName).orElse(""), asked.name()));
    }

    /** The answer of the sender counts for nobody else any more, beside the sum. Only the secretariat may. */
    @Transactional
    public void standAlone(Person asker, RoundId id, String key) {
        rounds.heldToRun(asker, id);
        Invitee sender = repository.locked(id, key).orElseThrow(Refusal::notFound);
        Optional<StandIn> before = by(id, sender);
        Optional<Reply> reply = repository.held(sender.id());
        if (before.isEmpty() || reply.isEmpty()) {
            return;
        }
        standIns.remove(reply.get().id(), sender.id());
        replies.changed(
                asker,
                sender,
                "REPLY_STANDS_FOR",
                Change.of("standsFor", before.get().askedName(), ""));
    }

    private Optional<StandIn> by(RoundId round, Invitee sender) {
        return standIns.of(round).stream()
                .filter(one -> one.sender().equals(sender.id()))
                .findFirst();
    }
}
