package vn.gopy.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;

/**
 * Somebody who may read a dossier besides its owner, the secretariat and the chair.
 *
 * @param name of the person, with salutation, or of the unit
 * @param username of a person who has an account
 * @param named whether the dossier itself names the reader; else a round invites
 * @param from since when
 */
public record DossierReader(
        @Nullable PersonId person,
        @Nullable UnitId unit,
        String name,
        @Nullable String username,
        boolean named,
        Instant from) {
    /**
     * Somebody who can be named as one.
     *
     * @param name with salutation
     */
    public record Candidate(String username, String name) {

        /** What stands in a list to choose from; no two are alike. */
        public String label() {
            return name + " (" + username + ")";
        }
    }
}
