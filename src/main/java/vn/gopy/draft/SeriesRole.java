package vn.gopy.draft;

/** What a series of versions is in its dossier. */
public enum SeriesRole {
    /** The draft itself. */
    MAIN,
    /** Tờ trình. */
    SUBMISSION,
    /** Bản so sánh, thuyết minh. */
    COMPARISON,
    /** Báo cáo. */
    REPORT,
    /** Danh sách. */
    LIST,
    /** Công văn. */
    LETTER,
    OTHER
}
