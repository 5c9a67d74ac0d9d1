package vn.gopy.plain;

import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.opinion.Comment;
import vn.gopy.shared.VersionNumber;

/** Where opinions stand on plain pages. */
@Component
class OwnPlaces {

    private final Drafts drafts;

    OwnPlaces(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The page on which the opinion stands, at its place. */
    String address(Person asker, Comment comment) {
        if (comment.versionId() == null || comment.provisionId() == null) {
            return PlainAddresses.dossier(comment.dossierId());
        }
        PlacedProvision place = drafts.provision(asker, comment.provisionId());
        VersionNumber number = drafts.get(asker, comment.versionId()).number();
        return PlainAddresses.part(PlainAddresses.draft(comment.dossierId(), number), Part.anchor(place));
    }
}
