package vn.gopy.search;

/** What kind of thing was found. */
public enum HitType {
    /** An article of a draft, or a part of similar size in a text without articles. */
    PROVISION,
    /** A whole document: its number, its name, its opening. */
    DOCUMENT,
    /** A sent opinion with its thread. */
    COMMENT,
    /** The answer given to an opinion. */
    ANSWER,
    /** A letter that answers a round. */
    LETTER
}
