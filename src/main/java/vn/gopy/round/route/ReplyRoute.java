package vn.gopy.round.route;

import java.util.List;
import vn.gopy.account.PersonId;

/**
 * Through whose hands the replies of a unit go between its staff and its head.
 *
 * @param version as it was read; 0 where nobody has set it
 * @param reviewers in the order of their turns, two at most; none: straight to the head
 */
public record ReplyRoute(int version, List<PersonId> reviewers) {

    /** With the staff and the head there are four steps at most. */
    public static final int MOST_REVIEWERS = 2;

    /** From the staff to the head. */
    static final ReplyRoute STRAIGHT = new ReplyRoute(0, List.of());

    public ReplyRoute {
        reviewers = List.copyOf(reviewers);
    }
}
