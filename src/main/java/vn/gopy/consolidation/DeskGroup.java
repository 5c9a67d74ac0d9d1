package vn.gopy.consolidation;

/**
 * A group as it is listed at its place.
 *
 * @param open points without an outcome
 */
public record DeskGroup(GroupId id, int points, int open) {}
