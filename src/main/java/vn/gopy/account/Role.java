package vn.gopy.account;

/** What a person is in the Steering Committee's work, apart from any unit. */
public enum Role {
    /** Quản trị: people, units, settings, health; never content. Excludes every other role. */
    ADMINISTRATOR,
    /** Tổ giúp việc, Cơ quan Thường trực. */
    SECRETARIAT,
    /** Trưởng Ban, Phó Trưởng Ban. */
    CHAIR,
    /** Thành viên Ban Chỉ đạo. */
    MEMBER,
    /** Tổ tư vấn. */
    ADVISER
}
