package vn.gopy.opinion;

import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;

/** What the chair is told of the opinions on a draft while answers still come in: how many, not what they say. */
@Service
public class ChairTotals {

    private final CommentRepository comments;
    private final Rounds rounds;
    private final Clock clock;

    ChairTotals(CommentRepository comments, Rounds rounds, Clock clock) {
        this.comments = comments;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** How many opinions were sent on a draft of the round; empty for whoever is told more than that, or nothing. */
    @Transactional(readOnly = true)
    public OptionalInt sentOn(Person asker, RoundId id, VersionId draft) {
        Round round = rounds.get(asker, id);
        return ReplyAccess.totalsOnly(asker, round, clock.instant())
                        && round.drafts().contains(draft)
                ? OptionalInt.of(comments.countSent(id, draft))
                : OptionalInt.empty();
    }
}
