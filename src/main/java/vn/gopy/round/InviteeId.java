package vn.gopy.round;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of an invitee of a round. */
public record InviteeId(UUID value) implements Id {

    static InviteeId next() {
        return new InviteeId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
