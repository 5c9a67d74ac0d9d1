package vn.gopy.draft;

/** Who may read a dossier. */
public enum Audience {
    /** Owner, named people, secretariat, chair, and those invited to its rounds from the opening. */
    INVITED,
    /** Every person with an account, administrators excepted. */
    EVERYONE
}
