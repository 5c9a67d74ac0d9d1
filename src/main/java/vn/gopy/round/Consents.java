package vn.gopy.round;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.draft.VersionId;
import vn.gopy.round.figures.WaitingOpinions;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Nhất trí in one press, and the ways back from it: for oneself and for the units that one speaks for. What is not sent is
 * simply taken back; what is sent stays as it was sent, and another reply takes its place.
 */
@Service
public class Consents {

    private final Rounds rounds;
    private final Replies replies;
    private final ReplyRepository repository;
    private final StandInRepository standIns;
    private final Hats hats;
    private final WaitingOpinions opinions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Consents(
            Rounds rounds,
            Replies replies,
            ReplyRepository repository,
            StandInRepository standIns,
            Hats hats,
            WaitingOpinions opinions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.replies = replies;
        this.repository = repository;
        this.standIns = standIns;
        this.hats = hats;
        this.opinions = opinions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * How it stands with one invitation that the person answers.
     *
     * @param sends whether the person lets the reply go, or prepares it for the head
     * @param changeable whether it can be changed now: unsent until the round is locked, sent before the deadline, and nothing once all
     *     dossiers of the round have ended
     * @param waiting what could go out with it
     */
    public record Standing(
            Invitee invitee,
            Optional<Reply> reply,
            boolean sends,
            boolean changeable,
            List<WaitingOpinions.Waiting> waiting) {}

    /** The invitations in the round that the person answers: the own one first, then those of units. */
    @Transactional(readOnly = true)
    public List<Standing> of(Person asker, Round round) {
        List<Invitee> invitees = repository.invitees(round.id()).stream()
                .filter(invitee -> Replies.speaks(asker, invitee))
                .sorted((one, other) -> Boolean.compare(one.unit() != null, other.unit() != null))
                .toList();
        List<WaitingOpinions.Waiting> waiting = invitees.isEmpty() ? List.of() : opinions.of(round.id(), asker);
        boolean taken = !invitees.isEmpty() && takes(round);
        return invitees.stream()
                .map(invitee -> standing(asker, round, taken, invitee, waiting))
                .toList();
    }

    private boolean takes(Round round) {
        RoundState state = round.state(clock.instant());
        return (state == RoundState.OPEN || state == RoundState.CLOSED)
                && rounds.ended(List.of(round.id())).isEmpty();
    }

    private Standing standing(
            Person asker, Round round, boolean taken, Invitee invitee, List<WaitingOpinions.Waiting> waiting) {
        Optional<Reply> reply = repository.current(invitee.id());
        boolean sends = Replies.maySend(asker, invitee);
        boolean changeable = taken
                && reply.filter(Reply::isSent)
                        .map(sent -> sends && replaceable(round, invitee, sent))
                        .orElse(invitee.classifiedAt() == null);
        return new Standing(
                invitee,
                reply,
                sends,
                changeable,
                waiting.stream()
                        .filter(one -> invitee.unit() == null
                                ? one.unit() == null
                                : invitee.unit().equals(one.unit()))
                        .toList());
    }

    /** Nhất trí with one draft for the own invitation, or that of a unit which the person heads. */
    @Transactional
    public Replies.Answer agree(Person asker, RoundId round, VersionId draft) {
        rounds.get(asker, round);
        Invitee own =
                repository.invitation(round, asker.id(), asker.headed(round)).orElseThrow(Refusal::notFound);
        return agree(asker, round, List.of(own.key()), draft).getFirst();
    }

    /**
     * The same for each of these invitees. It counts as consent with opinions where some were sent on the draft, before or
     * after. A reply goes out with the last draft of the round that gets a position, where the person may send it; until
     * then, and for staff until the head sends, it is kept. What staff have written beside it stays.
     */
    @Transactional
    public List<Replies.Answer> agree(Person asker, RoundId round, Collection<String> keys, VersionId draft) {
        List<Invitee> invitees = Limits.list(List.copyOf(keys), Limits.LIST).stream()
                .distinct()
                .sorted()
                .map(key -> replies.known(asker, round, key, Replies::speaks))
                .toList();
        List<VersionId> drafts = replies.unlocked(round).drafts();
        invitees.forEach(invitee -> repository.locked(round, invitee.key()));
        List<Replies.Answer> answers = new ArrayList<>();
        for (Invitee invitee : invitees) {
            String key = invitee.key();
            Replies.Answer answer = replies.put(asker, round, key, Map.of(draft, Position.AGREE), null);
            boolean complete = answer.reply().orElseThrow().positions().keySet().containsAll(drafts);
            answers.add(complete && Replies.maySend(asker, invitee) ? replies.send(asker, round, key) : answer);
        }
        return answers;
    }

    /**
     * Takes the position on a draft back. Where the reply was sent already it is as if it had not been, before the deadline
     * alone and by who may send it; the trail and the replaced reply keep that it was.
     */
    @Transactional
    public Replies.Answer takeBack(Person asker, RoundId roundId, String key, VersionId draft, OptionalInt seen) {
        replies.known(asker, roundId, key, Replies::speaks);
        Round round = replies.unlocked(roundId);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        Reply before = work(asker, invitee, seen);
        if (before.isSent()) {
            if (!Replies.maySend(asker, invitee)) {
                throw Refusal.forbidden();
            }
            if (!replaceable(round, invitee, before)) {
                throw Refusal.conflict("REPLY_FROZEN");
            }
            repository.clearPosition(
                    replaced(invitee, Optional.empty(), before, before.note()).id(), draft);
        } else {
            replies.save(before.written(Map.of(), null));
            repository.clearPosition(before.id(), draft);
        }
        replies.changed(
                asker,
                invitee,
                "REPLY_TAKEN_BACK",
                Change.of("state", before.state().name(), ReplyState.PREPARING.name()));
        return replies.answer(invitee);
    }

    /**
     * Sends another reply in the place of a sent one: what it does not name stays as it was said. Whether it is late is
     * judged anew. There is no moment without a sent reply.
     */
    @Transactional
    public Replies.Answer amend(
            Person asker,
            RoundId roundId,
            String key,
            Map<VersionId, Position> positions,
            @Nullable String note,
            OptionalInt seen) {
        return amend(asker, roundId, key, positions, note, seen, null);
    }

    /**
     * The same, saying whose it is, as when it is sent first. What answered for two is replaced for the invitee alone unless
     * it is said to be both again: for the other it stays as it was sent.
     */
    @Transactional
    public Replies.Answer amend(
            Person asker,
            RoundId roundId,
            String key,
            Map<VersionId, Position> positions,
            @Nullable String note,
            OptionalInt seen,
            @Nullable Capacity said) {
        Invitee named = replies.known(asker, roundId, key, Replies::maySend);
        Optional<Invitee> own = hats.own(asker, named, said);
        Round round = replies.unlocked(roundId);
        Invitee invitee = hats.locked(named, own);
        Reply before = work(asker, invitee, seen);
        own.ifPresent(one -> hats.requireUnanswered(one, before));
        String words = note == null ? before.note() : TextGate.TEXT.pass(note);
        if (!round.drafts().containsAll(positions.keySet())) {
            throw Refusal.unprocessable("DRAFT_UNKNOWN");
        }
        Reply.Prepared next = replaced(invitee, own, before, words);
        positions.forEach((draft, position) -> repository.position(next.id(), draft, position));
        replies.goesOut(asker, round, invitee, next, own);
        replies.changed(
                asker,
                invitee,
                "REPLY_REPLACED",
                Change.of("reply", before.id().toString(), next.id().toString()));
        return replies.answer(invitee);
    }

    /** The same with one position for every draft of the round. */
    @Transactional
    public Replies.Answer amendAll(
            Person asker,
            RoundId roundId,
            String key,
            Position position,
            @Nullable String note,
            OptionalInt seen,
            @Nullable Capacity said) {
        Map<VersionId, Position> all = new LinkedHashMap<>();
        rounds.get(asker, roundId).drafts().forEach(draft -> all.put(draft, position));
        return amend(asker, roundId, key, all, note, seen, said);
    }

    /** Changes the position on a draft, by whatever way its state asks for; no position takes it back. */
    @Transactional
    public Replies.Answer change(
            Person asker, RoundId round, String key, VersionId draft, @Nullable Position position, OptionalInt seen) {
        Invitee invitee = replies.known(asker, round, key, Replies::speaks);
        if (position == null) {
            return takeBack(asker, round, key, draft, seen);
        }
        boolean sent = repository.current(invitee.id()).filter(Reply::isSent).isPresent();
        return sent
                ? amend(asker, round, key, Map.of(draft, position), null, seen)
                : replies.put(asker, round, key, Map.of(draft, position), null, seen);
    }

    /** The reply as the asker has seen it, which is the asker's own work. */
    private Reply work(Person asker, Invitee invitee, OptionalInt seen) {
        Reply reply = repository.held(invitee.id()).orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        reply.requireWork(Replies.enters(asker, invitee));
        Replies.requireSeen(Optional.of(reply), seen);
        return reply;
    }

    private Reply.Prepared replaced(Invitee invitee, Optional<Invitee> own, Reply sent, String note) {
        if (standIns.counts(sent.id())) {
            throw Refusal.conflict("REPLY_STANDS_FOR");
        }
        Reply.Succession succession = sent.replaced(note, invitee.hat());
        if (!repository.replace(succession, own.map(Invitee::id).orElse(null))) {
            throw Refusal.stale();
        }
        events.publishEvent(new ReplyChanged(sent.id(), invitee.roundId()));
        return succession.next();
    }

    /** Whether the screen alone takes a sent reply back: in time, and while no letter carries it. */
    private boolean replaceable(Round round, Invitee invitee, Reply sent) {
        return !sent.isEntered() && sent.letterNumber().isEmpty() && !round.late(invitee, clock.instant());
    }
}
