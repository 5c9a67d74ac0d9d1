package vn.gopy.draft.support;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of one stay of an administrator in a dossier. */
public record SupportId(UUID value) implements Id {

    static SupportId next() {
        return new SupportId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
