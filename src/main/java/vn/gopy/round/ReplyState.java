package vn.gopy.round;

/** How far a reply has gone. */
public enum ReplyState {
    /** Đang soạn. */
    PREPARING,
    /** Chờ lãnh đạo duyệt. */
    SUBMITTED,
    /** Đã gửi: content frozen. */
    SENT,
    /** Được thay. */
    REPLACED
}
