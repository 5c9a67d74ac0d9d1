package vn.gopy.legaltext.alignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds places that were split or merged: a free place whose words are mostly what a tied neighbour lost, or, seen from the
 * other side, what it gained.
 */
final class Parts {

    /** How much of the free place must be words that the tied one has lost. */
    private static final double MOSTLY = 0.66;

    /** The same for what an article's own text was cut into: a rewritten article is edited, not split. */
    private static final double NEARLY_ALL = 0.9;

    /** How much of a free article must stand in clauses that came from the tied one: the rest was written for it. */
    private static final double GOOD_PART = 0.35;

    /** How far from the tied place its parts stand. */
    private static final int NEAR = 3;

    private static final int FEWEST_WORDS = 5;

    /** Ends what a text made for it would make long. */
    private static final long MOST_WORK = 20_000_000;

    private final Weights weights;

    Parts(Weights weights) {
        this.weights = weights;
    }

    /** Gives the free places of both lists, which are in reading order, their share in a tie where they have one. */
    void find(List<Unit> old, List<Unit> fresh) {
        shareOut(fresh);
        shareOut(old);
    }

    /** Gives free places below the partner of a place their share in it, where it has lost their words to them. */
    void findBelow(Unit whole, List<Unit> below) {
        Unit partner = whole.partner();
        if (partner == null
                || whole.isGrouping()
                || whole.isChosen()
                || !partner.shares().isEmpty()) {
            return;
        }
        int[] lost = Bag.less(whole.ownBag(), partner.ownBag());
        double enough = whole.family() == Unit.Family.ARTICLE ? NEARLY_ALL : MOSTLY;
        long work = 0;
        for (Unit part : below) {
            work += lost.length;
            if (work > MOST_WORK) {
                return;
            }
            if (part.isOpen()
                    && part.parent() == partner
                    && part.bag().length >= FEWEST_WORDS
                    && weights.common(lost, part.bag()) >= enough * part.weight(weights)) {
                lost = Bag.less(lost, part.bag());
                Unit.share(whole, part);
            }
        }
    }

    /**
     * Gives free articles their share in a tied one nearby from which, or to which, a good part of their clauses went: with an
     * article of its own a clause is written further, so that by all its words it would be new.
     *
     * @param articles those of one side in reading order, when everything below them is tied
     */
    void follow(List<Unit> articles) {
        for (int at = 0; at < articles.size(); at++) {
            Unit part = articles.get(at);
            if (part.isOpen()) {
                follow(articles, at, part);
            }
        }
    }

    private void follow(List<Unit> articles, int at, Unit part) {
        Map<Unit, Double> went = new LinkedHashMap<>();
        for (Unit clause : part.children()) {
            Unit other = clause.partner() == null ? null : clause.partner().parent();
            if (other != null && other.family() == Unit.Family.ARTICLE && goesOnNear(other, articles, at)) {
                went.merge(other, clause.weight(weights), Double::sum);
            }
        }
        went.entrySet().stream()
                .filter(one -> one.getValue() >= GOOD_PART * part.weight(weights))
                .max(Map.Entry.comparingByValue())
                .ifPresent(whole -> Unit.share(whole.getKey(), part));
    }

    private static boolean goesOnNear(Unit whole, List<Unit> articles, int at) {
        Unit now = whole.partner();
        return now != null
                && now.partner() == whole
                && now.shares().isEmpty()
                && !now.isChosen()
                && articles.subList(Math.max(0, at - NEAR), Math.min(articles.size(), at + NEAR + 1))
                        .contains(now);
    }

    /** @param parts one side, where free places may be parts of what the other side has */
    private void shareOut(List<Unit> parts) {
        for (int at = 0; at < parts.size(); at++) {
            Unit part = parts.get(at);
            if (part.isOpen() && part.bag().length >= FEWEST_WORDS) {
                shareOut(parts, at);
            }
        }
    }

    private void shareOut(List<Unit> parts, int at) {
        Unit part = parts.get(at);
        double best = 0;
        Unit whole = null;
        for (int near = Math.max(0, at - NEAR); near < Math.min(parts.size(), at + NEAR + 1); near++) {
            Unit neighbour = parts.get(near);
            Unit candidate = neighbour.partner();
            if (candidate != null
                    && neighbour.shares().isEmpty()
                    && !neighbour.isChosen()
                    && neighbour.family() == part.family()) {
                double covered = weights.common(lost(candidate), part.bag()) / part.weight(weights);
                if (covered > best) {
                    best = covered;
                    whole = candidate;
                }
            }
        }
        if (whole != null && best >= MOSTLY) {
            Unit.share(whole, part);
        }
    }

    /** The words of a place that its partner and its other parts do not have. */
    private static int[] lost(Unit whole) {
        int[] lost = whole.bag();
        if (whole.partner() != null) {
            lost = Bag.less(lost, whole.partner().bag());
        }
        for (Unit part : whole.shares()) {
            lost = Bag.less(lost, part.bag());
        }
        return lost;
    }
}
