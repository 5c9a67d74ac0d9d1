package vn.gopy.draft;

/**
 * Somebody who can be named as a reader of a dossier.
 *
 * @param name with salutation
 */
public record ReaderCandidate(String username, String name) {

    /** What stands in a list to choose from; no two are alike. */
    public String label() {
        return name + " (" + username + ")";
    }
}
