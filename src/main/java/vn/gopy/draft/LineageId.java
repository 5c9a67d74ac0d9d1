package vn.gopy.draft;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a lineage, the identity of a provision across versions. */
public record LineageId(UUID value) implements Id {

    /** The identity of something new. */
    public static LineageId next() {
        return new LineageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
