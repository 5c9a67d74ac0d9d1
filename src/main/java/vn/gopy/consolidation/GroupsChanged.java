package vn.gopy.consolidation;

import java.util.Collection;
import java.util.List;
import vn.gopy.round.RoundId;

/**
 * Points of a round went into other groups, or the answer of groups or an outcome in them changed. Published inside the
 * transaction of the change.
 */
public record GroupsChanged(RoundId roundId, Collection<GroupId> groups) {

    public GroupsChanged {
        groups = List.copyOf(groups);
    }
}
