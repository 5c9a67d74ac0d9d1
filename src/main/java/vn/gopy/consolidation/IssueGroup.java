package vn.gopy.consolidation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Refusal;

/**
 * A group (vấn đề) as it is locked for a change: what its points share is the answer, and while one of them is kept or
 * taken in part the answer is never blank.
 */
record IssueGroup(GroupId id, int version, RoundId roundId, String title, String answer, List<Member> members) {

    /** A point of the group. */
    record Member(PointId id, int version, @Nullable Outcome outcome) {

        Member deciding(@Nullable Outcome other) {
            return new Member(id, version, other);
        }
    }

    Optional<Member> member(PointId id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    List<Member> others(PointId id) {
        return members.stream().filter(member -> !member.id().equals(id)).toList();
    }

    boolean isAnswered() {
        return !answer.isBlank();
    }

    /** Refuses {@code STALE} where its points are other than those that were seen, or have other versions. */
    void requireSeen(Map<PointId, Integer> seen) {
        Map<PointId, Integer> held = members.stream().collect(Collectors.toMap(Member::id, Member::version));
        if (held.isEmpty() || !held.equals(seen)) {
            throw Refusal.stale();
        }
    }

    /** Refuses a blank answer where one of the points needs a reason. */
    static void requireReason(Collection<Member> members, String answer) {
        boolean needed =
                members.stream().map(Member::outcome).filter(Objects::nonNull).anyMatch(Outcome::needsReason);
        if (needed && answer.isBlank()) {
            throw Refusal.unprocessable("REASON_MISSING");
        }
    }
}
