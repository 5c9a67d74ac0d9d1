package vn.gopy.opinion;

import java.util.UUID;
import vn.gopy.shared.Id;
import vn.gopy.shared.Ids;

/** The id of an opinion. */
public record CommentId(UUID value) implements Id {

    static CommentId next() {
        return new CommentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
