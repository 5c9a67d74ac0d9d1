package vn.gopy.search;

import vn.gopy.draft.inside.FoundKind;

/** What kind of thing was found. */
public enum HitType {
    /** An article of a draft, or a part of similar size in a text without articles. */
    PROVISION(FoundKind.VERSION),
    /** A whole document: its number, its name, its opening. */
    DOCUMENT(FoundKind.VERSION),
    /** A sent opinion with its thread. */
    COMMENT(FoundKind.THREAD),
    /** The answer given to an opinion. */
    ANSWER(FoundKind.ANSWER),
    /** A letter that answers a round. */
    LETTER(FoundKind.LETTER);

    private final FoundKind kind;

    HitType(FoundKind kind) {
        this.kind = kind;
    }

    /** What it is read from. */
    public FoundKind kind() {
        return kind;
    }

    /** The type of a text. */
    public static HitType of(FoundKind kind, boolean whole) {
        return switch (kind) {
            case VERSION -> whole ? DOCUMENT : PROVISION;
            case THREAD -> COMMENT;
            case ANSWER -> ANSWER;
            case LETTER -> LETTER;
        };
    }
}
