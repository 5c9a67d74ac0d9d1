package vn.gopy.round.posted;

import java.time.Instant;
import java.util.List;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.RoundId;

/**
 * A round that is held in public, as anybody may know of it: who is asked and who has answered is not among it.
 *
 * @param announced whether its results are told
 */
public record PostedRound(RoundId id, String title, Instant closes, boolean announced, List<Draft> drafts) {

    public PostedRound {
        drafts = List.copyOf(drafts);
    }

    /** @param title of its dossier; {@code name} what it is there */
    public record Draft(VersionId id, String title, VersionName name) {}
}
