package vn.gopy.draft;

/** How far a version has come. */
public enum VersionState {
    /** Stored; its structure is not computed yet. */
    RECEIVED,
    /** Being read. */
    EXTRACTING,
    /** Chờ kiểm tra cấu trúc: seen by the dossier's owner, the uploader and the secretariat only. */
    REVIEW,
    /** Đã sẵn sàng. */
    PUBLISHED,
    /** Không đọc được; the file is kept. */
    FAILED
}
