package vn.gopy.draft;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a series of versions. */
public record SeriesId(UUID value) implements Id {

    static SeriesId next() {
        return new SeriesId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
