package vn.gopy.draft.anchor;

/** How an opinion stands to the version on which it is read. */
public enum AnchorState {
    /** At its own place, whose words are as they were. */
    IN_PLACE,
    /** Đã chuyển: the place has another number or stands elsewhere. */
    MOVED,
    /** Nội dung đã sửa sau khi góp ý. */
    TEXT_CHANGED,
    /** Điều khoản đã bỏ. */
    REMOVED,
    /** Chưa xác định vị trí. */
    UNPLACED
}
