package vn.gopy.round;

/** How far a round has come; decided by the clock, not by a scheduler. */
public enum RoundState {
    PREPARING,
    OPEN,
    CLOSED,
    LOCKED,
    ANNOUNCED
}
