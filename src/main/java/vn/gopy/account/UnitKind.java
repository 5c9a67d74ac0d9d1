package vn.gopy.account;

/** The kind of a unit, as lists of addressees group them. */
public enum UnitKind {
    /** Cơ quan của Tỉnh ủy. */
    PARTY,
    /** Sở, ban, ngành. */
    DEPARTMENT,
    /** Ủy ban nhân dân xã, phường. */
    COMMUNE,
    /** Mặt trận Tổ quốc and mass organisations. */
    FRONT,
    /** Công an, quân đội. */
    ARMED_FORCES,
    /** Anything else. */
    OTHER
}
