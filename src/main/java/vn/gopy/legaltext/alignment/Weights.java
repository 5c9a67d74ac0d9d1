package vn.gopy.legaltext.alignment;

import java.util.List;

/** How much each word says about where it comes from: what stands in every clause says next to nothing. */
final class Weights {

    /** Fewer words and pairs than these say nothing without what stands below. */
    private static final int TELLING = 15;

    private static final double OWN = 0.9;

    private final float[] weights;
    private final int[] spread;

    private Weights(float[] weights, int[] spread) {
        this.weights = weights;
        this.spread = spread;
    }

    static Weights of(List<Unit> old, List<Unit> fresh, Vocabulary vocabulary) {
        int[] spread = new int[vocabulary.size()];
        old.forEach(unit -> count(unit.ownBag(), spread));
        fresh.forEach(unit -> count(unit.ownBag(), spread));
        float[] weights = new float[spread.length];
        double units = old.size() + fresh.size();
        for (int feature = 0; feature < weights.length; feature++) {
            weights[feature] = (float) Math.log(1 + units / Math.max(1, spread[feature]));
        }
        return new Weights(weights, spread);
    }

    private static void count(int[] bag, int[] spread) {
        for (int i = 0; i < bag.length; i++) {
            if (i == 0 || bag[i] != bag[i - 1]) {
                spread[bag[i]]++;
            }
        }
    }

    /** In how many places the word or pair stands. */
    int spread(int feature) {
        return spread[feature];
    }

    double of(int feature) {
        return weights[feature];
    }

    double of(int[] bag) {
        double sum = 0;
        for (int feature : bag) {
            sum += weights[feature];
        }
        return sum;
    }

    /** The weight of what two bags have in common. */
    double common(int[] one, int[] other) {
        double common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                common += weights[one[i]];
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /** How alike two places are by all their words, from 0 to 1; or nearly as much by their own, whatever stands below them. */
    double likeness(Unit one, Unit other) {
        double whole = likeness(one.bag(), one.weight(this), other.bag(), other.weight(this));
        boolean own = one.family() == Unit.Family.INNER
                && one.ownBag().length >= TELLING
                && other.ownBag().length >= TELLING
                && (one.ownBag() != one.bag() || other.ownBag() != other.bag());
        return own
                ? Math.max(whole, OWN * likeness(one.ownBag(), of(one.ownBag()), other.ownBag(), of(other.ownBag())))
                : whole;
    }

    private double likeness(int[] one, double weight, int[] other, double otherWeight) {
        double all = weight + otherWeight;
        return all == 0 ? 0 : 2 * common(one, other) / all;
    }
}
