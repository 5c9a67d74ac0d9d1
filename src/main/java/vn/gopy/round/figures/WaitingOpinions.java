package vn.gopy.round.figures;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.round.RoundId;

/** Words on the drafts of a round that wait to be sent: the room of opinions tells them. */
public interface WaitingOpinions {

    /** One's own that are not sent, and those that one's units have prepared. */
    List<Waiting> of(RoundId round, Person asker);

    /**
     * An opinion on a draft of the round that nobody has sent yet.
     *
     * @param unit for which it speaks; null for oneself
     * @param prepared whether it is the unit's draft already; else it is its author's alone
     */
    record Waiting(UUID id, @Nullable UnitId unit, boolean prepared) {}
}
