package vn.gopy.consolidation;

/** What becomes of a point (kết quả xử lý). A point without one is chưa xử lý. */
public enum Outcome {
    /** Tiếp thu. */
    ACCEPT,
    /** Tiếp thu một phần. */
    ACCEPT_PART,
    /** Tiếp thu, thực hiện khi đủ điều kiện; counts as accepted. */
    ACCEPT_LATER,
    /** Giải trình, giữ như dự thảo. */
    KEEP,
    /** Đã có trong dự thảo; counts as giải trình. */
    ALREADY,
    /** Ghi nhận. */
    NOTED,
    /** Xin ý kiến lãnh đạo. */
    ESCALATE;

    /** Whether an answer must say why. */
    public boolean needsReason() {
        return this == KEEP || this == ACCEPT_PART;
    }
}
