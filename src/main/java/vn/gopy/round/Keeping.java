package vn.gopy.round;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** Giữ nguyên ý kiến đã góp: what was said in the round before is shown beside the new reply, and can be said once more. */
@Service
public class Keeping {

    private final Rounds rounds;
    private final Answering answering;
    private final Replies replies;
    private final ReplyRepository repository;
    private final EarlierSaid earlier;

    Keeping(Rounds rounds, Answering answering, Replies replies, ReplyRepository repository, EarlierSaid earlier) {
        this.rounds = rounds;
        this.answering = answering;
        this.replies = replies;
        this.repository = repository;
        this.earlier = earlier;
    }

    /** What an own invitee, or the unit of the asker, said before; empty where nothing was. */
    @Transactional(readOnly = true)
    public Optional<EarlierSaid.Earlier> of(Person asker, RoundId id, String key) {
        Round round = rounds.get(asker, id);
        Invitee invitee = answering.own(asker, id, key);
        return earlier.of(asker, round, invitee);
    }

    /**
     * Says these once more, for who writes the reply; on a draft that has no position yet it becomes nhất trí, có ý kiến. A
     * sent reply, and what waits for the head, takes nothing more.
     *
     * @return how many drafts have more said on them now
     */
    @Transactional
    public int keep(Person asker, RoundId id, String key, Collection<UUID> wanted) {
        Collection<UUID> chosen = Limits.list(wanted, Limits.LIST);
        answering.own(asker, id, key);
        replies.known(asker, id, key, Replies::speaks);
        Round round = replies.unlocked(id);
        Invitee invitee = repository.locked(id, key).orElseThrow(Refusal::notFound);
        Optional<Reply> reply = repository.held(invitee.id());
        boolean taken = reply.filter(one -> one.isSent() || one instanceof Reply.Submitted)
                .isPresent();
        if (taken) {
            throw Refusal.conflict("REPLY_FROZEN");
        }
        Collection<VersionId> said = earlier.keep(asker, round, invitee, chosen);
        Map<VersionId, Position> positions = new LinkedHashMap<>();
        said.stream()
                .filter(draft ->
                        reply.filter(one -> one.positions().containsKey(draft)).isEmpty())
                .forEach(draft -> positions.put(draft, Position.AGREE_WITH));
        if (!positions.isEmpty()) {
            replies.put(asker, id, key, positions, null);
        }
        return said.size();
    }
}
