package vn.gopy.draft;

/** Who sees sent opinions of persons while they are gathered. */
public enum Discussion {
    /** Kín: each sees own only, the secretariat sees all that were sent. */
    SEALED,
    /** Trao đổi trong nhóm: members and advisers who may read the dossier see each other's, live. */
    GROUP
}
