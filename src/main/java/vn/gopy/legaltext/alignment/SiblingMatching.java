package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties the places of two lists that stand for each other, such as the articles of two bodies or the khoản of two articles.
 * What has the same words nowhere else is tied at once; the rest is weighed together, words first, then what stands around
 * it, and weighed again with the neighbours that came out.
 */
final class SiblingMatching {

    private static final int ROUNDS = 3;

    /** What likeness and surroundings must come to. */
    private static final double ENOUGH = 0.55;

    /** Below this the surroundings alone do not make two texts one place. */
    private static final double LEAST_LIKENESS = 0.18;

    private static final double BETWEEN_SAME = 0.1;
    private static final double NEXT_TO_SAME = 0.08;
    private static final double SAME_NUMBER = 0.06;
    private static final double SAME_HEADING = 0.15;

    /** For each word that both begin with. */
    private static final double SAME_LEAD = 0.02;

    private static final double SAME_TURN = 0.02;

    private static final int FREE = -1;

    private final Unit[] old;
    private final Unit[] fresh;
    private final Weights weights;
    private final int[] to;
    private final boolean[] settled;

    private SiblingMatching(List<Unit> old, List<Unit> fresh, Weights weights) {
        this.old = old.stream().filter(Unit::isOpen).toArray(Unit[]::new);
        this.fresh = fresh.stream().filter(Unit::isOpen).toArray(Unit[]::new);
        this.weights = weights;
        this.to = new int[this.old.length];
        this.settled = new boolean[this.old.length];
        Arrays.fill(to, FREE);
    }

    /** Ties what belongs together among the free places of two lists in reading order. */
    static void match(List<Unit> old, List<Unit> fresh, Weights weights) {
        new SiblingMatching(old, fresh, weights).match();
    }

    private void match() {
        if (old.length == 0 || fresh.length == 0) {
            return;
        }
        boolean[] taken = new boolean[fresh.length];
        tieEnds(taken);
        tieSingle(taken);
        List<Candidates.Candidate> candidates = new Candidates(old, fresh, weights).of(settled, taken);
        for (int round = 0; round < ROUNDS && !candidates.isEmpty(); round++) {
            if (!weigh(candidates)) {
                break;
            }
        }
        for (int i = 0; i < old.length; i++) {
            if (to[i] != FREE) {
                Unit.tie(old[i], fresh[to[i]]);
            }
        }
    }

    /** What is the same from the beginning on, and from the end. */
    private void tieEnds(boolean[] taken) {
        int shorter = Math.min(old.length, fresh.length);
        int start = 0;
        while (start < shorter && isSame(start, start)) {
            settle(start, start, taken);
            start++;
        }
        int end = 1;
        while (end <= shorter - start && isSame(old.length - end, fresh.length - end)) {
            settle(old.length - end, fresh.length - end, taken);
            end++;
        }
    }

    private boolean isSame(int i, int j) {
        return old[i].even() == fresh[j].even()
                && old[i].number().equals(fresh[j].number())
                && old[i].level() == fresh[j].level();
    }

    private void settle(int i, int j, boolean[] taken) {
        to[i] = j;
        settled[i] = true;
        taken[j] = true;
    }

    /** What has words that occur once in each list. */
    private void tieSingle(boolean[] taken) {
        Map<Long, Integer> here = single(old, settled);
        Map<Long, Integer> there = single(fresh, taken);
        for (int i = 0; i < old.length; i++) {
            Integer j = there.get(old[i].even());
            if (!settled[i] && j != null && j >= 0 && here.getOrDefault(old[i].even(), FREE) == i) {
                settle(i, j, taken);
            }
        }
    }

    private static Map<Long, Integer> single(Unit[] units, boolean[] gone) {
        Map<Long, Integer> single = new HashMap<>();
        for (int i = 0; i < units.length; i++) {
            if (!gone[i] && units[i].hasWords()) {
                single.merge(units[i].even(), i, (one, other) -> FREE);
            }
        }
        return single;
    }

    /** Whether anything came out otherwise than before. */
    private boolean weigh(List<Candidates.Candidate> candidates) {
        Surroundings around = new Surroundings(to, fresh.length);
        var pairs = new ArrayList<SparseAssignment.Pair>();
        for (Candidates.Candidate candidate : candidates) {
            double worth = worth(candidate, around);
            if (worth >= ENOUGH) {
                pairs.add(new SparseAssignment.Pair(candidate.old(), candidate.fresh(), worth - ENOUGH + 0.01));
            }
        }
        int[] best = SparseAssignment.best(old.length, fresh.length, pairs);
        boolean changed = false;
        for (int i = 0; i < old.length; i++) {
            if (!settled[i]) {
                changed |= to[i] != best[i];
                to[i] = best[i];
            }
        }
        return changed;
    }

    private double worth(Candidates.Candidate candidate, Surroundings around) {
        int i = candidate.old();
        int j = candidate.fresh();
        Unit one = old[i];
        Unit other = fresh[j];
        boolean heading = !one.heading().isEmpty() && one.heading().equals(other.heading());
        if (candidate.likeness() < LEAST_LIKENESS && !heading) {
            return 0;
        }
        double worth = candidate.likeness() + (heading ? SAME_HEADING : SAME_LEAD * one.commonLead(other));
        worth += around.isBetween(i, j) ? BETWEEN_SAME : 0;
        worth += (around.follows(i, j) ? NEXT_TO_SAME : 0) + (around.precedes(i, j) ? NEXT_TO_SAME : 0);
        worth += !one.number().isEmpty() && one.number().equals(other.number()) ? SAME_NUMBER : 0;
        double turn = Math.abs((i + 0.5) / old.length - (j + 0.5) / fresh.length);
        return worth + SAME_TURN * (1 - turn);
    }
}
