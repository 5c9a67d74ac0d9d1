package vn.gopy.round;

import java.util.Map;
import java.util.Objects;
import vn.gopy.draft.VersionId;

/**
 * How the invitees of a round have answered, over all drafts and on each of them.
 *
 * @param preparing those of the silent whose reply is in preparation
 * @param opened those of the silent who have opened the drafts and prepare nothing; told to the secretariat only
 */
public record RoundFigures(AnswerCounts overall, Map<VersionId, AnswerCounts> drafts, int preparing, int opened) {

    /** On one of the drafts of the round. */
    public AnswerCounts on(VersionId draft) {
        return Objects.requireNonNull(drafts.get(draft));
    }
}
