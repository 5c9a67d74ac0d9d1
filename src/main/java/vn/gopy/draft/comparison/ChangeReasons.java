package vn.gopy.draft.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** What was said of a draft before it became what it is: the room of consolidation tells it. */
public interface ChangeReasons {

    /**
     * The opinions on the older version, and on those between both, that the asker may see and that have a place in the newer
     * one, in the order of their numbers. As many statements for all.
     */
    List<Reason> of(Person asker, VersionId newer, VersionId older);

    /**
     * @param place in the newer version, where it stands now
     * @param number in the round's table; null for one that counts in none
     * @param outcome what became of it, as its code; null while that is open, and for those who may not read it
     * @param taken whether the draft follows it, wholly or in part
     * @param answer empty without one
     * @param restricted told to named readers alone: not for papers that others read
     */
    record Reason(
            ProvisionId place,
            @Nullable Integer number,
            String who,
            String text,
            @Nullable String outcome,
            boolean taken,
            String answer,
            boolean restricted) {}
}
