package vn.gopy.round;

/** For whom a person speaks. */
public enum Capacity {
    /** Cá nhân. */
    OWN,
    /** Cơ quan. */
    UNIT,
    /** Cả hai: fulfils both invitations, counts once. */
    BOTH
}
