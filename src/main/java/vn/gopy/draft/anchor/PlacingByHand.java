package vn.gopy.draft.anchor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Refusal;

/** Who may put what was said of earlier versions at a place of a version: whoever may finish its check, once that is done. */
@Service
public class PlacingByHand {

    private final Drafts drafts;
    private final Anchorings anchorings;

    PlacingByHand(Drafts drafts, Anchorings anchorings) {
        this.drafts = drafts;
        this.anchorings = anchorings;
    }

    /**
     * The versions before it, what is said of which may be put somewhere.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN; CONFLICT, NOT_PUBLISHED before its check is finished
     */
    @Transactional(readOnly = true)
    public EarlierVersions require(Person asker, VersionId version) {
        DraftVersion read = drafts.get(asker, version);
        if (!drafts.mayPublish(asker, read)) {
            throw Refusal.forbidden();
        }
        if (read.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        return anchorings.before(read);
    }

    /**
     * Keeps the places of the version as they are until the running transaction ends; then the same as {@link #require},
     * and besides that the place is one of them.
     *
     * @param place null for none
     * @throws Refusal UNPROCESSABLE, PLACES_ELSEWHERE
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EarlierVersions hold(Person asker, VersionId version, @Nullable ProvisionId place) {
        drafts.hold(version);
        EarlierVersions earlier = require(asker, version);
        if (place != null && !drafts.provision(asker, place).versionId().equals(version)) {
            throw Refusal.unprocessable("PLACES_ELSEWHERE");
        }
        return earlier;
    }
}
