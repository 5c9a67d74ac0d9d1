package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        this.moves = new Moves(weights, stock(old, fresh));
    }

    private static Set<Long> stock(Side... sides) {
        Set<Long> stock = new HashSet<>();
        for (Side side : sides) {
            Set<Long> seen = new HashSet<>();
            side.units().stream()
                    .map(Unit::even)
                    .filter(words -> !seen.add(words))
                    .forEach(stock::add);
        }
        return stock;
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
        parts.follow(units(fresh, Unit.Family.ARTICLE));
        parts.follow(units(old, Unit.Family.ARTICLE));
    }

    private void bodies() {
        if (old.bodies().size() == 1 && fresh.bodies().size() == 1) {
            Unit.tie(old.bodies().getFirst(), fresh.bodies().getFirst());
            return;
        }
        List<int[]> here = old.bodies().stream().map(Aligner::text).toList();
        List<int[]> there = fresh.bodies().stream().map(Aligner::text).toList();
        var pairs = new ArrayList<SparseAssignment.Pair>();
        for (int i = 0; i < here.size(); i++) {
            for (int j = 0; j < there.size(); j++) {
                boolean kind = code(old, i).equals(code(fresh, j));
                pairs.add(new SparseAssignment.Pair(i, j, worth(kind, here.get(i), there.get(j))));
            }
        }
        int[] best = SparseAssignment.best(old.bodies().size(), fresh.bodies().size(), pairs);
        for (int i = 0; i < best.length; i++) {
            if (best[i] >= 0) {
                Unit.tie(old.bodies().get(i), fresh.bodies().get(best[i]));
            }
        }
    }

    private static String code(Side side, int body) {
        return side.bodies().get(body).place().body();
    }

    /** The kind of text, and what stands in it. */
    private double worth(boolean sameKind, int[] words, int[] others) {
        double all = weights.of(words) + weights.of(others);
        double likeness = all == 0 ? 0 : 2 * weights.common(words, others) / all;
        return 0.05 + (sameKind ? 0.5 : 0) + likeness;
    }

    /** All words of a body, its articles' too. */
    private static int[] text(Unit body) {
        var bags = new ArrayList<int[]>();
        collect(body, bags);
        return Bag.sum(bags);
    }

    private static void collect(Unit unit, List<int[]> bags) {
        bags.add(unit.bag());
        if (unit.isGrouping()) {
            unit.children().forEach(child -> collect(child, bags));
        }
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
        parts.findBelow(unit, there);
        parts.findBelow(partner(unit), here);
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
                .filter(unit -> unit.isOpen()
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
        return Objects.requireNonNull(unit.partner());
    }
}
