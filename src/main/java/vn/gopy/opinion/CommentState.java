package vn.gopy.opinion;

/** How far an opinion has gone. */
public enum CommentState {
    /** Chưa gửi: its author's alone. */
    UNSENT,
    /** Nháp của cơ quan: seen inside the unit only, counted nowhere until the head sends. */
    UNIT_DRAFT,
    /** Đã gửi. */
    SENT,
    /** Đã rút. */
    WITHDRAWN
}
