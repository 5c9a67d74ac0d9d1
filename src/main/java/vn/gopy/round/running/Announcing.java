package vn.gopy.round.running;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.notice.Notices;
import vn.gopy.round.Replies;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.OpinionFigures;
import vn.gopy.shared.Refusal;

/** Thông báo kết quả: opens the outcomes of a round to those who said something, and tells all who were asked. */
@Service
public class Announcing {

    private final Rounds rounds;
    private final Replies replies;
    private final OpinionFigures opinions;
    private final Recipients recipients;
    private final Notices notices;

    Announcing(Rounds rounds, Replies replies, OpinionFigures opinions, Recipients recipients, Notices notices) {
        this.rounds = rounds;
        this.replies = replies;
        this.opinions = opinions;
        this.recipients = recipients;
        this.notices = notices;
    }

    /**
     * Announces the results, once. Refuses {@code ROUND_NOT_LOCKED} before the lock, and {@code OPINIONS_OPEN} with their
     * number while any opinion has no outcome.
     *
     * @return how many of the units and people who were asked are told; 0 where it was announced already
     */
    @Transactional
    public int announce(Person asker, RoundId id) {
        if (!rounds.announce(asker, id)) {
            return 0;
        }
        int open = opinions.figures(asker, id).overall().pending();
        if (open > 0) {
            throw Refusal.conflict("OPINIONS_OPEN", open);
        }
        Map<UUID, List<PersonId>> told = recipients.speaking(replies.list(asker, id).stream()
                .map(Replies.Answer::invitee)
                .map(Recipients.Asked::of)
                .toList());
        List<PersonId> people =
                told.values().stream().flatMap(List::stream).distinct().toList();
        notices.tell(people, ResultWords.KIND, id.value());
        return told.size();
    }
}
