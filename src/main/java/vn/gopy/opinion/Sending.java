package vn.gopy.opinion;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.round.Round;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** Opinions go out: several of one person together, those of a unit with its reply. */
@Service
public class Sending {

    private final CommentRepository repository;
    private final Rulings rulings;
    private final Capacities capacities;
    private final Mentions mentions;
    private final CommentLog log;
    private final Clock clock;

    Sending(
            CommentRepository repository,
            Rulings rulings,
            Capacities capacities,
            Mentions mentions,
            CommentLog log,
            Clock clock) {
        this.repository = repository;
        this.rulings = rulings;
        this.capacities = capacities;
        this.mentions = mentions;
        this.log = log;
        this.clock = clock;
    }

    /** Sends own drafts together, all or nothing; gives them as they stand afterwards. */
    @Transactional
    public List<Comment> send(Person asker, List<CommentId> ids) {
        List<CommentId> wanted =
                Limits.list(ids, Limits.LIST).stream().distinct().toList();
        List<Comment> seen = repository.visible(wanted, asker, clock.instant());
        Rulings.Receipt receipt = rulings.receipt(log.now());
        receipt.lookAhead(seen);
        List<Comment> locked = repository.lock(wanted);
        if (seen.size() != wanted.size() || locked.size() != wanted.size()) {
            throw Refusal.notFound();
        }
        locked.forEach(comment -> requireSendable(asker, comment));
        capacities.require(asker, locked);
        return locked.stream()
                .map(draft -> goesOut(asker, draft, sent(receipt, asker, draft)))
                .toList();
    }

    /**
     * The opinion as it stands when its author lets it go: a unit's words become the unit's draft unless the head sends
     * them, all else counts from now on, in the round that rules.
     */
    static Comment sent(Rulings.Receipt receipt, Person asker, Comment draft) {
        UnitId unit = draft.author().unit();
        boolean counts = unit == null || asker.heads(unit) || Authorship.enters(asker, draft);
        return counts ? receipt.sent(asker, draft) : draft.unitDraft();
    }

    private static void requireSendable(Person asker, Comment comment) {
        UnitId unit = comment.author().unit();
        boolean may = switch (comment.state()) {
            case UNSENT -> comment.author().id().equals(asker.id()) && Authorship.maySpeak(asker, comment);
            case UNIT_DRAFT -> unit != null && asker.heads(unit);
            case SENT, WITHDRAWN -> throw Refusal.conflict("COMMENT_FROZEN");
        };
        if (!may) {
            throw Refusal.forbidden();
        }
    }

    private Comment goesOut(Person asker, Comment draft, Comment sent) {
        if (!repository.sent(sent)) {
            throw Refusal.stale();
        }
        log.record(
                asker,
                "COMMENT_SENT",
                sent,
                Change.of("state", draft.state().name(), sent.state().name()));
        log.announce(sent, draft.state());
        mentions.tell(asker, sent, sent.text(), "");
        return sent;
    }

    /**
     * What a unit has prepared goes out with its reply, at the same moment and in the words that stand when the unit's
     * drafts are locked. The round is locked before, and the invitee. What was told in confidence waits for the head where
     * somebody else approves, who may not read it.
     */
    void sendUnitDrafts(Person asker, UnitId unit, Round round, Instant received) {
        Rulings.Receipt receipt = rulings.receipt(received);
        repository.lockUnitDrafts(unit, round.id()).stream()
                .filter(draft -> asker.heads(unit) || !draft.restricted())
                .forEach(draft -> goesOut(asker, draft, receipt.sentWith(round, asker, draft)));
    }
}
