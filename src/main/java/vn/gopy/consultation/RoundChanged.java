package vn.gopy.consultation;

/** A round, or an answer in it, changed. Published inside the transaction of the change. */
public record RoundChanged(RoundId roundId) {}
