package vn.gopy.legaltext;

/** Why a file gives no text at all. */
public enum Problem {
    PASSWORD_PROTECTED,
    NOT_A_DOCUMENT,
    TYPE_NOT_ALLOWED,
    TYPE_MISMATCH,
    CORRUPT,
    TOO_LARGE,
    TIMEOUT,
    OUT_OF_MEMORY,
    CRASH,
    /** A scan without OCR, or a text layer that is no language. */
    NO_TEXT,
    /** MẬT, TỐI MẬT or TUYỆT MẬT stands on it: nothing of the file may be kept (Luật 117/2025/QH15). */
    STATE_SECRET_MARK,
    EMPTY
}
