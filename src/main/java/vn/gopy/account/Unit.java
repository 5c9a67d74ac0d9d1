package vn.gopy.account;

/** A unit (cơ quan, đơn vị) that can be asked for its opinion. The code is short and unique, such as {@code STC}. */
public record Unit(UnitId id, int version, String code, String name, UnitKind kind) {}
