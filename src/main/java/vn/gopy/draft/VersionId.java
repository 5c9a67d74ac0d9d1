package vn.gopy.draft;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a version of a draft or paper. */
public record VersionId(UUID value) implements Id {

    static VersionId next() {
        return new VersionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
