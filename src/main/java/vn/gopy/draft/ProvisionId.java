package vn.gopy.draft;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of an addressable place of one version. */
public record ProvisionId(UUID value) implements Id {

    /** The id of a new place. */
    public static ProvisionId next() {
        return new ProvisionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
