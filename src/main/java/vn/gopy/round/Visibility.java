package vn.gopy.round;

import vn.gopy.draft.Discussion;

/** Under which rule an opinion is written; it is never opened wider later, except into the announced table. */
public enum Visibility {
    /** Kín. */
    SEALED,
    /** Trao đổi trong nhóm. */
    GROUP,
    /** Công khai: during the round as sealed; the table is public afterwards. */
    PUBLIC;

    /** What holds before there is a round. */
    public static Visibility of(Discussion discussion) {
        return switch (discussion) {
            case SEALED -> SEALED;
            case GROUP -> GROUP;
        };
    }
}
