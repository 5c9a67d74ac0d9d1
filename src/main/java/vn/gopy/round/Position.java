package vn.gopy.round;

/** What an invitee says of a draft as a whole. */
public enum Position {
    /** Nhất trí. */
    AGREE,
    /** Nhất trí, có ý kiến. */
    AGREE_WITH,
    /** Không nhất trí. */
    OBJECT
}
