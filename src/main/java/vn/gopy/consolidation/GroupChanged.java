package vn.gopy.consolidation;

import vn.gopy.consultation.RoundId;

/** A group got or lost a point, or its answer or an outcome in it changed. Published inside the transaction of the change. */
public record GroupChanged(GroupId groupId, RoundId roundId) {}
