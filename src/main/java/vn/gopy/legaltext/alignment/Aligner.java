package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which everything is aligned: bodies and annexes; their articles, through all chapters; the chapters by their
 * articles; what stands in tied units, downwards; and then what is left, wherever it went.
 */
final class Aligner {

    private final Side old;
    private final Side fresh;
    private final Weights weights;
    private final Parts parts;
    private final Moves moves;

    Aligner(Side old, Side fresh, Weights weights) {
        this.old = old;
        this.fresh = fresh;
        this.weights = weights;
        this.parts = new Parts(weights);
        this.moves = new Moves(weights);
    }

    void align() {
        bodies();
        SiblingMatching.match(old.annexes(), fresh.annexes(), weights);
        List<Unit> tops = Stream.concat(old.bodies().stream(), old.annexes().stream())
                .filter(top -> top.partner() != null)
                .toList();
        tops.forEach(this::articles);
        articlesElsewhere();
        tops.forEach(this::groupings);
        tops.forEach(this::outside);
        units(old, Unit.Family.ARTICLE).forEach(this::below);
        elsewhere();
    }

    private void bodies() {
        var pairs = new ArrayList<SparseAssignment.Pair>();
        for (int i = 0; i < old.bodies().size(); i++) {
            for (int j = 0; j < fresh.bodies().size(); j++) {
                pairs.add(new SparseAssignment.Pair(
                        i, j, worth(old.bodies().get(i), fresh.bodies().get(j))));
            }
        }
        int[] best = SparseAssignment.best(old.bodies().size(), fresh.bodies().size(), pairs);
        for (int i = 0; i < best.length; i++) {
            if (best[i] >= 0) {
                Unit.tie(old.bodies().get(i), fresh.bodies().get(best[i]));
            }
        }
    }

    /** The kind of text decides, then what stands in it. */
    private double worth(Unit one, Unit other) {
        int[] words = text(one);
        int[] others = text(other);
        double all = weights.of(words) + weights.of(others);
        double likeness = all == 0 ? 0 : 2 * weights.common(words, others) / all;
        return 0.05 + (one.place().body().equals(other.place().body()) ? 0.5 : 0) + likeness;
    }

    private static int[] text(Unit unit) {
        int[] bag = unit.bag();
        if (unit.isGrouping()) {
            for (Unit child : unit.children()) {
                bag = Bag.sum(bag, text(child));
            }
        }
        return bag;
    }

    private void articles(Unit top) {
        List<Unit> here = GroupingMatching.articles(top);
        List<Unit> there = GroupingMatching.articles(partner(top));
        SiblingMatching.match(here, there, weights);
        parts.find(here, there);
    }

    private void groupings(Unit top) {
        new GroupingMatching(weights).match(groupingsOf(top), groupingsOf(partner(top)));
    }

    private static List<Unit> groupingsOf(Unit unit) {
        var groupings = new ArrayList<Unit>();
        for (Unit child : unit.children()) {
            if (child.family() == Unit.Family.GROUPING) {
                groupings.add(child);
                groupings.addAll(groupingsOf(child));
            }
        }
        return groupings;
    }

    /** What stands in a body, an annex or a chapter beside its articles. */
    private void outside(Unit top) {
        Stream.concat(Stream.of(top), groupingsOf(top).stream()).forEach(this::below);
    }

    /** Everything below a tied unit, downwards. */
    private void below(Unit unit) {
        if (unit.partner() == null || isPart(unit)) {
            return;
        }
        List<Unit> here = children(partner(unit), unit);
        List<Unit> there = children(unit, partner(unit));
        for (Unit.Family family : Unit.Family.values()) {
            List<Unit> olds = of(here, family);
            List<Unit> news = of(there, family);
            if (!olds.isEmpty() && !news.isEmpty()) {
                SiblingMatching.match(olds, news, weights);
                parts.find(olds, news);
            }
        }
        here.stream().filter(Aligner::isNested).forEach(this::below);
    }

    /** The first of several places that became one speaks for all. */
    private static boolean isPart(Unit unit) {
        return unit.partner() != null && unit.partner().shares().contains(unit);
    }

    private static List<Unit> of(List<Unit> units, Unit.Family family) {
        return units.stream().filter(unit -> unit.family() == family).toList();
    }

    private static boolean isNested(Unit unit) {
        return unit.family() == Unit.Family.INNER || unit.family() == Unit.Family.TABLE;
    }

    /** What stands below the unit and below all that became the same as it. */
    private static List<Unit> children(Unit other, Unit unit) {
        return Stream.concat(Stream.of(unit), other.shares().stream())
                .sorted(Comparator.comparingInt(Unit::order))
                .flatMap(it -> it.children().stream())
                .filter(child -> child.family() != Unit.Family.ARTICLE && child.family() != Unit.Family.GROUPING)
                .toList();
    }

    private void articlesElsewhere() {
        moves.match(units(old, Unit.Family.ARTICLE), units(fresh, Unit.Family.ARTICLE));
    }

    /** The widest places first, so that what stands below them goes with them. */
    private void elsewhere() {
        int deepest = Math.max(depth(old), depth(fresh));
        for (int depth = 1; depth <= deepest; depth++) {
            int at = depth;
            List<Unit> here = free(old).filter(unit -> depth(unit) == at).toList();
            List<Unit> there = free(fresh).filter(unit -> depth(unit) == at).toList();
            moves.match(here, there);
            here.forEach(this::below);
        }
        moves.match(free(old).toList(), free(fresh).toList());
    }

    private static Stream<Unit> free(Side side) {
        return side.units().stream()
                .filter(unit -> unit.isFree()
                        && (isNested(unit) || unit.family() == Unit.Family.ROW || unit.family() == Unit.Family.GROUND));
    }

    private static int depth(Side side) {
        return side.units().stream().mapToInt(Aligner::depth).max().orElse(0);
    }

    /** How many places stand above it up to its article or chapter. */
    private static int depth(Unit unit) {
        Unit parent = unit.parent();
        return parent == null || !isNested(parent) ? 1 : 1 + depth(parent);
    }

    private static List<Unit> units(Side side, Unit.Family family) {
        return of(side.units(), family);
    }

    private static Unit partner(Unit unit) {
        return java.util.Objects.requireNonNull(unit.partner());
    }
}
