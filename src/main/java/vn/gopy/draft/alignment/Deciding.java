package vn.gopy.draft.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.draft.ProvisionId;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.shared.Refusal;

/**
 * The ties after a person has decided: a pure rule.
 *
 * @param known what is known now of the two versions; kinds and likenesses of corrected ones are still to be found
 * @param rejected ties that hold no longer
 */
record Deciding(List<StoredTie> known, Set<TieId> rejected) {

    /**
     * @param holding the ties that hold now
     * @throws Refusal PLACE_UNTIED for a place that is at no end of a tie, TIE_UNKNOWN for a tie that is not among them
     */
    static Deciding of(List<StoredTie> holding, Decisions decisions, StoredTie.Decision by) {
        Map<ProvisionId, StoredTie> before = new HashMap<>();
        Map<ProvisionId, StoredTie> after = new HashMap<>();
        Set<TieId> known = new HashSet<>();
        for (StoredTie tie : holding) {
            tie.before().forEach(place -> before.put(place, tie));
            tie.after().forEach(place -> after.put(place, tie));
            known.add(tie.id());
        }
        Set<TieId> confirmed = new HashSet<>(decisions.confirmed());
        Set<TieId> reopened = Set.copyOf(decisions.reopened());
        if (!known.containsAll(confirmed) || !known.containsAll(reopened)) {
            throw Refusal.unprocessable("TIE_UNKNOWN");
        }
        Set<TieId> rejected = new HashSet<>();
        List<StoredTie> made = new ArrayList<>();
        for (Decisions.Corrected wish : decisions.corrected()) {
            List<StoredTie> left = new ArrayList<>(ties(wish.before(), before));
            left.addAll(ties(wish.after(), after));
            StoredTie same = left.getFirst();
            if (same.isOf(wish.before(), wish.after())) {
                confirmed.add(same.id());
            } else {
                left.forEach(tie -> rejected.add(tie.id()));
                made.add(corrected(wish).decided(StoredTie.State.CONFIRMED, by));
            }
        }
        holding.stream()
                .filter(tie -> !rejected.contains(tie.id()))
                .map(tie -> reopened.contains(tie.id()) ? tie.reopened() : tie)
                .map(tie -> confirmed.contains(tie.id()) ? tie.decided(StoredTie.State.CONFIRMED, by) : tie)
                .forEach(made::add);
        return new Deciding(List.copyOf(made), Set.copyOf(rejected));
    }

    private static List<StoredTie> ties(List<ProvisionId> places, Map<ProvisionId, StoredTie> ties) {
        if (!ties.keySet().containsAll(places)) {
            throw Refusal.unprocessable("PLACE_UNTIED");
        }
        return places.stream().map(ties::get).toList();
    }

    private static StoredTie corrected(Decisions.Corrected wish) {
        return new StoredTie(
                TieId.next(),
                Tie.Kind.EDITED,
                wish.before(),
                wish.after(),
                null,
                0,
                false,
                Set.of(),
                StoredTie.State.PROPOSED,
                null);
    }
}
