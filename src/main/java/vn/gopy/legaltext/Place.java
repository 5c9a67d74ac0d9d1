package vn.gopy.legaltext;

/**
 * A place outside the tree that an opinion can be about. It points to text that stands elsewhere in the outline and is
 * not counted.
 *
 * @param path unique inside its body, such as {@code ten-goi}, {@code can-cu-2}, {@code noi-nhan-1}, {@code toan-van}
 * @param text the words of the place; empty for the whole body
 */
public record Place(Kind kind, String path, String text) {

    /** What the place is. */
    public enum Kind {
        /** Tên gọi. */
        TITLE,
        /** One line of the căn cứ. */
        GROUND,
        /** The enacting line, such as "QUYẾT ĐỊNH:". */
        ENACTING,
        /** One line of Nơi nhận. */
        RECIPIENT,
        /** The signature block. */
        SIGNATURE,
        /** One row of a table in an annex. */
        ANNEX_ROW,
        /** Cả văn bản. */
        WHOLE_BODY
    }
}
