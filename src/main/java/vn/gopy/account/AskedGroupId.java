package vn.gopy.account;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a group of those who are asked together. */
public record AskedGroupId(UUID value) implements Id {

    static AskedGroupId next() {
        return new AskedGroupId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
