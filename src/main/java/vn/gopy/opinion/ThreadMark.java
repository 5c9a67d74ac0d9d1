package vn.gopy.opinion;

import java.time.Instant;
import vn.gopy.account.PersonId;

/**
 * What a person says of a thread without words.
 *
 * @param name with {@code post}, as they were at that time
 */
public record ThreadMark(Kind kind, PersonId by, String name, String post, Instant at) {

    /** What is said. */
    public enum Kind {
        /** Đồng ý với ý kiến này. */
        AGREED,
        /** Đã trao đổi xong. */
        RESOLVED
    }
}
