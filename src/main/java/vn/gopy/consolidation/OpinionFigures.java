package vn.gopy.consolidation;

import java.util.Map;
import vn.gopy.draft.VersionId;

/** What became of the points of a round: over all drafts, and on each draft that has points. */
public record OpinionFigures(OpinionCounts overall, Map<VersionId, OpinionCounts> drafts) {

    /** What became of the points on the draft. */
    public OpinionCounts on(VersionId draft) {
        return drafts.getOrDefault(draft, OpinionCounts.of(Map.of(), 0));
    }
}
