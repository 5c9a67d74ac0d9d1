package vn.gopy.search;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a saved search. */
public record SavedSearchId(UUID value) implements Id {

    static SavedSearchId next() {
        return new SavedSearchId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
