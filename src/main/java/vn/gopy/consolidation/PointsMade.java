package vn.gopy.consolidation;

import vn.gopy.round.RoundId;

/** The round has new points: not answered, not grouped and not numbered. Published inside the transaction of the change. */
record PointsMade(RoundId roundId) {}
