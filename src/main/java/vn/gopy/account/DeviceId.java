package vn.gopy.account;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a remembered device. */
public record DeviceId(UUID value) implements Id {

    static DeviceId next() {
        return new DeviceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
