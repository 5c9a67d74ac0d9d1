package vn.gopy.consolidation;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a point. */
public record PointId(UUID value) implements Id {

    public static PointId next() {
        return new PointId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
