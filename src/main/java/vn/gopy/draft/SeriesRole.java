package vn.gopy.draft;

/** What a series of versions is in its dossier. */
public enum SeriesRole {
    /** The draft itself. */
    MAIN("Dự thảo"),
    /** Tờ trình. */
    SUBMISSION("Tờ trình"),
    /** Bản so sánh, thuyết minh. */
    COMPARISON("Bản so sánh, thuyết minh"),
    /** Báo cáo. */
    REPORT("Báo cáo"),
    /** Danh sách. */
    LIST("Danh sách"),
    /** Công văn. */
    LETTER("Công văn"),
    OTHER("Tài liệu khác");

    private final String official;

    SeriesRole(String official) {
        this.official = official;
    }

    /** As official papers and the names of files call it, whatever the reader's language. */
    public String official() {
        return official;
    }
}
