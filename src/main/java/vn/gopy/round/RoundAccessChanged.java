package vn.gopy.round;

/**
 * Who may see the opinions and answers of a round changed: it was opened, closed, locked or announced, or its deadline or
 * its invitees changed. Everything in its dossiers may be concerned. Published inside the transaction of the change.
 */
public record RoundAccessChanged(RoundId roundId) {}
