package vn.gopy.draft;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a dossier. */
public record DossierId(UUID value) implements Id {

    static DossierId next() {
        return new DossierId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
