package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ties what has left its unit: the same words, or mostly the same ones, wherever they stand now. */
final class Moves {

    /** Shorter texts are alike by chance. */
    private static final int FEWEST_FEATURES = 11;

    /** What short texts must come to; a long one that is alike in most words is the same. */
    private static final double SHORT_ENOUGH = 0.8;

    private static final double LONG_ENOUGH = 0.6;
    private static final int LONG = 60;

    private final Weights weights;
    private final Set<Long> stock;

    /** @param stock words that stand in several places of one side, and say nothing of where they come from */
    Moves(Weights weights, Set<Long> stock) {
        this.weights = weights;
        this.stock = stock;
    }

    /** Ties the free places of both lists that can only be each other. */
    void match(List<Unit> old, List<Unit> fresh) {
        Unit[] here = free(old);
        Unit[] there = free(fresh);
        if (here.length == 0 || there.length == 0) {
            return;
        }
        boolean[] settled = new boolean[here.length];
        boolean[] taken = new boolean[there.length];
        exact(here, there, settled, taken);
        var pairs = new ArrayList<SparseAssignment.Pair>();
        for (Candidates.Candidate candidate : new Candidates(here, there, weights).of(settled, taken)) {
            double enough = enough(here[candidate.old()], there[candidate.fresh()]);
            if (candidate.likeness() >= enough) {
                double gain = candidate.likeness() - enough + 0.01;
                pairs.add(new SparseAssignment.Pair(candidate.old(), candidate.fresh(), gain));
            }
        }
        int[] best = SparseAssignment.best(here.length, there.length, pairs);
        for (int i = 0; i < best.length; i++) {
            if (best[i] >= 0) {
                Unit.tie(here[i], there[best[i]]);
            }
        }
    }

    private static double enough(Unit one, Unit other) {
        int length = Math.min(one.bag().length, other.bag().length);
        return length >= LONG ? LONG_ENOUGH : SHORT_ENOUGH - (SHORT_ENOUGH - LONG_ENOUGH) * length / LONG;
    }

    private Unit[] free(List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.isOpen() && unit.bag().length >= FEWEST_FEATURES && !stock.contains(unit.even()))
                .toArray(Unit[]::new);
    }

    private static void exact(Unit[] here, Unit[] there, boolean[] settled, boolean[] taken) {
        Map<Long, Integer> places = new HashMap<>();
        for (int j = 0; j < there.length; j++) {
            places.merge(there[j].even(), j, (one, other) -> -1);
        }
        Map<Long, Integer> own = new HashMap<>();
        for (int i = 0; i < here.length; i++) {
            own.merge(here[i].even(), i, (one, other) -> -1);
        }
        for (int i = 0; i < here.length; i++) {
            int j = places.getOrDefault(here[i].even(), -1);
            if (j >= 0 && own.getOrDefault(here[i].even(), -1) == i && here[i].family() == there[j].family()) {
                Unit.tie(here[i], there[j]);
                settled[i] = true;
                taken[j] = true;
            }
        }
    }
}
