package vn.gopy.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.shared.Refusal;

/**
 * What is needed to register a person.
 *
 * @param username null for somebody without an account
 * @param password null for none yet
 */
public record NewPerson(
        @Nullable String username,
        @Nullable String password,
        String name,
        String salutation,
        String post,
        Set<Role> roles,
        List<NewMembership> memberships) {

    public NewPerson {
        checkTogether(roles, memberships.isEmpty());
    }

    /** An administrator reads no content, and so is nothing else. */
    static void checkTogether(Set<Role> roles, boolean inNoUnit) {
        if (roles.contains(Role.ADMINISTRATOR) && (roles.size() > 1 || !inNoUnit)) {
            throw Refusal.unprocessable("ADMINISTRATOR_ALONE").with("field", "roles");
        }
    }

    /** A place in a unit from a day on. */
    public record NewMembership(String unitCode, UnitRole role, String post, LocalDate from) {}
}
