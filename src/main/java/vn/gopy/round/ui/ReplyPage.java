package vn.gopy.round.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Answering;
import vn.gopy.round.Position;
import vn.gopy.round.Rounds;

/** What the parts of the screen on which a round is answered ask of it. */
interface ReplyPage {

    Person asker();

    /** The invitation that is shown, as it was read last. */
    Answering.Sheet sheet();

    /** Where the drafts of the round are read, in its order; those that the person may not read are not among them. */
    List<Draft> drafts();

    record Draft(VersionId id, Rounds.DraftPlace place) {}

    /** What is said of a draft at this moment: what is stored, or what is to take its place. */
    Optional<Position> position(VersionId draft);

    String note();

    /** Whether positions and note can be changed now. */
    boolean writable();

    /** Whether another reply is being written in the place of the sent one. */
    boolean amending();

    void choose(Map<VersionId, Position> positions);

    void write(String note);

    /**
     * Does the work, says what was done, and shows how it stands then; what is refused is said in its place.
     *
     * @param done said when it was done; empty for nothing
     */
    boolean attempt(Runnable work, String done);

    /** Begins or ends the writing of another reply in the place of the sent one. */
    void amend(boolean begun);
}
