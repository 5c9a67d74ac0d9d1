package vn.gopy.draft.alignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.legaltext.alignment.Evidence;
import vn.gopy.legaltext.alignment.Tie;

/**
 * What became of some places of a version in the next one.
 *
 * @param before the old places in reading order: several when they were merged, none when the place is new
 * @param after the new places: several when the old one was split, none when it was removed
 * @param main the old place that goes on and the new one that it is; null with one side only
 * @param similarity 0 to 1
 * @param decision who has confirmed or rejected it and when; null while it is only proposed
 */
public record StoredTie(
        TieId id,
        Tie.Kind kind,
        List<ProvisionId> before,
        List<ProvisionId> after,
        @Nullable Pair main,
        double similarity,
        boolean editorialOnly,
        Set<Evidence> evidence,
        State state,
        @Nullable Decision decision) {

    /** Đề xuất, đã xác nhận, đã bỏ. What is rejected is kept for the record and ties nothing. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED
    }

    public record Pair(ProvisionId before, ProvisionId after) {}

    public record Decision(PersonId by, Instant at) {}

    /** Whether it holds: proposed ties do until somebody says otherwise. */
    public boolean holds() {
        return state != State.REJECTED;
    }

    /** Whether it speaks of the same places as another. */
    boolean isOf(List<ProvisionId> old, List<ProvisionId> fresh) {
        return Set.copyOf(before).equals(Set.copyOf(old)) && Set.copyOf(after).equals(Set.copyOf(fresh));
    }

    /** Whether the place stands at an end of it. */
    boolean touches(ProvisionId place) {
        return before.contains(place) || after.contains(place);
    }

    StoredTie decided(State outcome, Decision by) {
        return new StoredTie(id, kind, before, after, main, similarity, editorialOnly, evidence, outcome, by);
    }

    /** The same as it was before anybody decided. */
    StoredTie reopened() {
        return new StoredTie(id, kind, before, after, main, similarity, editorialOnly, evidence, State.PROPOSED, null);
    }

    /** As somebody decided about the same places before, where somebody did. */
    StoredTie as(Optional<StoredTie> known) {
        return known.map(it -> new StoredTie(
                        it.id, kind, before, after, main, similarity, editorialOnly, evidence, it.state, it.decision))
                .orElse(this);
    }
}
