package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which places of two lists may be each other: in short lists all, in long ones those that share rare words, a heading or a
 * number, or stand at the same turn. Each place keeps its best few, so that their number grows as the lists do.
 */
final class Candidates {

    /** Two places that may be one, and how alike their words are. */
    record Candidate(int old, int fresh, double likeness) {}

    /** Up to this many pairs are all looked at. */
    private static final int ALL_PAIRS = 20_000;

    private static final int BEST_OF_EACH = 10;

    /** A word that stands in more places than this leads nowhere. */
    private static final int RARE = 24;

    private static final int NEARBY = 4;
    private static final double LEAST = 0.1;

    private final Unit[] old;
    private final Unit[] fresh;
    private final Weights weights;

    Candidates(Unit[] old, Unit[] fresh, Weights weights) {
        this.old = old;
        this.fresh = fresh;
        this.weights = weights;
    }

    /** Among the places that are neither settled nor taken. */
    List<Candidate> of(boolean[] settled, boolean[] taken) {
        int[] here = open(settled);
        int[] there = open(taken);
        if (here.length == 0 || there.length == 0) {
            return List.of();
        }
        List<Candidate> all =
                (long) here.length * there.length <= ALL_PAIRS ? everyPair(here, there) : likelyPairs(here, there);
        return best(all);
    }

    private static int[] open(boolean[] closed) {
        return IntStream.range(0, closed.length).filter(i -> !closed[i]).toArray();
    }

    private List<Candidate> everyPair(int[] here, int[] there) {
        var pairs = new ArrayList<Candidate>();
        for (int i : here) {
            for (int j : there) {
                consider(i, j, pairs);
            }
        }
        return pairs;
    }

    private void consider(int i, int j, List<Candidate> pairs) {
        if (old[i].family() != fresh[j].family()) {
            return;
        }
        boolean same = old[i].even() == fresh[j].even();
        double likeness = same ? 1 : Math.min(0.999, weights.likeness(old[i], fresh[j]));
        boolean heading = !old[i].heading().isEmpty() && old[i].heading().equals(fresh[j].heading());
        if (likeness >= LEAST || heading) {
            pairs.add(new Candidate(i, j, likeness));
        }
    }

    private List<Candidate> likelyPairs(int[] here, int[] there) {
        Map<Integer, int[]> places = places(there);
        Map<String, int[]> headings = named(there, true);
        Map<String, int[]> numbers = named(there, false);
        var pairs = new ArrayList<Candidate>();
        int[] seenBy = new int[fresh.length];
        Arrays.fill(seenBy, -1);
        for (int turn = 0; turn < here.length; turn++) {
            int i = here[turn];
            for (int j : sharing(old[i], places)) {
                once(i, j, seenBy, pairs);
            }
            for (int j : headings.getOrDefault(old[i].heading(), NONE)) {
                once(i, j, seenBy, pairs);
            }
            for (int j : numbers.getOrDefault(old[i].number(), NONE)) {
                once(i, j, seenBy, pairs);
            }
            int middle = (int) ((long) turn * there.length / here.length);
            for (int k = Math.max(0, middle - NEARBY); k < Math.min(there.length, middle + NEARBY + 1); k++) {
                once(i, there[k], seenBy, pairs);
            }
        }
        return pairs;
    }

    private static final int[] NONE = {};

    private void once(int i, int j, int[] seenBy, List<Candidate> pairs) {
        if (seenBy[j] != i) {
            seenBy[j] = i;
            consider(i, j, pairs);
        }
    }

    /** Where each rare word or pair of words stands. */
    private Map<Integer, int[]> places(int[] there) {
        Map<Integer, int[]> places = new HashMap<>();
        for (int j : there) {
            int[] bag = fresh[j].bag();
            for (int k = 0; k < bag.length; k++) {
                if ((k == 0 || bag[k] != bag[k - 1]) && weights.spread(bag[k]) <= RARE) {
                    places.merge(bag[k], new int[] {j}, Candidates::joined);
                }
            }
        }
        return places;
    }

    /** By heading or number; what many have leads nowhere. */
    private Map<String, int[]> named(int[] there, boolean byHeading) {
        Map<String, int[]> named = new HashMap<>();
        for (int j : there) {
            String name = byHeading ? fresh[j].heading() : fresh[j].number();
            if (!name.isEmpty()) {
                named.merge(name, new int[] {j}, Candidates::joined);
            }
        }
        named.values().removeIf(all -> all.length > RARE);
        return named;
    }

    private static int[] joined(int[] some, int[] one) {
        if (some.length > RARE) {
            return some;
        }
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    /** The places that share most weight of rare words with this one. */
    private List<Integer> sharing(Unit unit, Map<Integer, int[]> places) {
        Map<Integer, Double> shared = new HashMap<>();
        int[] bag = unit.bag();
        for (int k = 0; k < bag.length; k++) {
            int[] at = k > 0 && bag[k] == bag[k - 1] ? NONE : places.getOrDefault(bag[k], NONE);
            for (int j : at) {
                shared.merge(j, weights.of(bag[k]), Double::sum);
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(BEST_OF_EACH)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that are among the best few of either place; of equals the ones at the nearest turn. */
    private List<Candidate> best(List<Candidate> all) {
        if (all.size() <= ALL_PAIRS / 4) {
            return all;
        }
        int[] ofOld = new int[old.length];
        int[] ofFresh = new int[fresh.length];
        double ratio = (double) fresh.length / old.length;
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(Candidate::likeness)
                .reversed()
                .thenComparingDouble(it -> Math.abs(it.old() * ratio - it.fresh()))
                .thenComparingInt(Candidate::old)
                .thenComparingInt(Candidate::fresh));
        var best = new ArrayList<Candidate>();
        for (Candidate candidate : sorted) {
            if (ofOld[candidate.old()] < BEST_OF_EACH || ofFresh[candidate.fresh()] < BEST_OF_EACH) {
                ofOld[candidate.old()]++;
                ofFresh[candidate.fresh()]++;
                best.add(candidate);
            }
        }
        return best;
    }
}
