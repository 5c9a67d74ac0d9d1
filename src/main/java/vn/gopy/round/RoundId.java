package vn.gopy.round;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a consultation round. */
public record RoundId(UUID value) implements Id {

    static RoundId next() {
        return new RoundId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
