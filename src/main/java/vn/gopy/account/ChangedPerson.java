package vn.gopy.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to be from today on.
 *
 * @param username gives an account to somebody without one; a user name that is there stays
 */
public record ChangedPerson(
        @Nullable String username, String name, String salutation, String post, Set<Role> roles, List<Place> places) {

    public ChangedPerson {
        NewPerson.checkTogether(roles, places.isEmpty());
    }

    /** A place in a unit. */
    public record Place(String unitCode, UnitRole role, String post) {

        /** The place that somebody has already. */
        public static Place of(Membership membership) {
            return new Place(membership.unitCode(), membership.role(), membership.post());
        }
    }
}
