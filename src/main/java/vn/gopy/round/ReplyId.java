package vn.gopy.round;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of a reply of an invitee. */
public record ReplyId(UUID value) implements Id {

    static ReplyId next() {
        return new ReplyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
