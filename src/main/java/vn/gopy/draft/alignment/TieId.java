package vn.gopy.draft.alignment;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a tie between places of two versions. */
public record TieId(UUID value) implements Id {

    static TieId next() {
        return new TieId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
