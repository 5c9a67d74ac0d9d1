package vn.gopy.consolidation.edition;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of an edition. */
public record EditionId(UUID value) implements Id {

    public static EditionId next() {
        return new EditionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
