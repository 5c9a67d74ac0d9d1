package vn.gopy.round.running;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;

/** What the secretariat takes in on paper: the whole answer of one who is asked, at once. */
@Service
public class Entering {

    private final Rounds rounds;
    private final Replies replies;

    Entering(Rounds rounds, Replies replies) {
        this.rounds = rounds;
        this.replies = replies;
    }

    /**
     * Enters what came as a letter and sends it: a position on every draft, number and date as far as they are known. A unit
     * or person with something of its own in preparation refuses {@code REPLY_OF_UNIT}.
     */
    @Transactional
    public Replies.Answer enter(
            Person asker,
            RoundId round,
            String key,
            Map<VersionId, Position> positions,
            String number,
            @Nullable LocalDate date) {
        rounds.get(asker, round);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        replies.put(asker, round, key, positions, null);
        if (!number.isBlank()) {
            replies.letter(asker, round, key, number, date);
        }
        return replies.send(asker, round, key);
    }
}
