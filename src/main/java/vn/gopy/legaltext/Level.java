package vn.gopy.legaltext;

/**
 * The rank of a provision, from Phần down to unnumbered text (Luật 64/2025/QH15 Điều 7; for texts without Điều, Nghị
 * định 30/2020/NĐ-CP leaves the levels to the drafter).
 */
public enum Level {
    /** Phần. */
    PART,
    /** Chương. */
    CHAPTER,
    /** Mục. */
    SECTION,
    /** Tiểu mục. */
    SUBSECTION,
    /** Điều. */
    ARTICLE,
    /** Khoản. */
    CLAUSE,
    /** Điểm. */
    POINT,
    /** A heading of a text without Điều: I., 1., 1.1.; carries its depth. */
    OUTLINE,
    /** A line that starts with a dash or a plus. */
    BULLET,
    /** A table kept whole. */
    TABLE,
    /** Unnumbered text that belongs to its parent. */
    PARAGRAPH,
    /** One of "Phương án 1 / 2" of the same provision. */
    ALTERNATIVE
}
