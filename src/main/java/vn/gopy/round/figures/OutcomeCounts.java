package vn.gopy.round.figures;

/** What became of the opinions given in a round. The sum always adds up. */
public record OutcomeCounts(
        int opinions, int accepted, int partlyAccepted, int kept, int noted, int escalated, int pending) {

    /** Where there are none. */
    public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0, 0, 0, 0);

    public OutcomeCounts {
        if (opinions != accepted + partlyAccepted + kept + noted + escalated + pending) {
            throw new IllegalArgumentException("the sums of the outcomes do not add up");
        }
    }
}
