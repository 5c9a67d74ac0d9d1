package vn.gopy.account;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a post that somebody holds in a unit. */
public record TenureId(UUID value) implements Id {

    static TenureId next() {
        return new TenureId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
