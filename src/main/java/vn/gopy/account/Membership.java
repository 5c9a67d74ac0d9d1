package vn.gopy.account;

/** A person's present place in a unit. */
public record Membership(UnitId unitId, String unitCode, String unitName, UnitRole role, String post) {}
