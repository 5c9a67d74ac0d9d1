package vn.gopy.account;

/**
 * A person's present place in a unit.
 *
 * @param basis why the person has it
 */
public record Membership(UnitId unitId, String unitCode, String unitName, UnitRole role, String post, Basis basis) {

    /** Why somebody has a place. */
    public enum Basis {
        /** The person holds a post there. */
        OWN,
        /** Ủy quyền: the head of the unit has lent it. */
        DELEGATED,
        /** The unit went into one where the person has a place. */
        SUCCESSION
    }

    /** Whether the person holds a post there. */
    public boolean own() {
        return basis == Basis.OWN;
    }
}
