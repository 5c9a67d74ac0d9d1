package vn.gopy.round.figures;

import java.util.Map;
import vn.gopy.draft.VersionId;

/** What became of the opinions given in a round: over all its drafts, and on each draft that has any. */
public record OutcomeFigures(OutcomeCounts overall, Map<VersionId, OutcomeCounts> drafts) {

    /** What became of the opinions on the draft. */
    public OutcomeCounts on(VersionId draft) {
        return drafts.getOrDefault(draft, OutcomeCounts.NONE);
    }
}
