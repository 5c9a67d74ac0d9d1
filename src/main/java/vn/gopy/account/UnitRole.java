package vn.gopy.account;

/** What a person is in a unit. */
public enum UnitRole {
    /** Lãnh đạo cơ quan: approves and sends. */
    HEAD,
    /** Chuyên viên: prepares. */
    STAFF,
    /** Văn thư: gives number and date to what was approved. */
    CLERK
}
