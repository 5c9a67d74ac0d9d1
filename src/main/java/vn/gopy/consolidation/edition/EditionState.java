package vn.gopy.consolidation.edition;

/** How far an edition has come. */
public enum EditionState {
    /** Bản làm việc. */
    WORKING,
    /** Đang trình ký. */
    SUBMITTED,
    /** Đã ký: it has number and date. */
    SIGNED,
    /** Đã phát hành. */
    ISSUED;

    /** Whether this may come next: one step on, or back from the one who was to sign. */
    public boolean leadsTo(EditionState next) {
        return switch (this) {
            case WORKING -> next == SUBMITTED;
            case SUBMITTED -> next == SIGNED || next == WORKING;
            case SIGNED -> next == ISSUED;
            case ISSUED -> false;
        };
    }
}
