package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.diff.Rising;

/** Says of every tie what happened, once all are made. */
final class Verdicts {

    private final Side old;
    private final Side fresh;
    private final Set<Unit> displaced = new HashSet<>();
    private final Set<Unit> told = new HashSet<>();
    private final List<Tie> ties = new ArrayList<>();

    Verdicts(Side old, Side fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    Alignment alignment() {
        findDisplaced();
        tellRemoved(0);
        for (Unit unit : fresh.units()) {
            Unit partner = unit.partner();
            if (!told.add(unit)) {
                continue;
            }
            if (partner == null) {
                ties.add(new Tie(Tie.Kind.NEW, List.of(), List.of(unit.place()), null, 0, false, chosen(unit)));
            } else {
                Unit main = partner.partner() == unit ? unit : Objects.requireNonNull(partner.partner());
                tell(partner, main);
                tellRemoved(partner.order() + 1);
            }
        }
        tellRest();
        return new Alignment(List.copyOf(ties));
    }

    /** What was removed in a row from here on. */
    private void tellRemoved(int from) {
        int at = from;
        while (at < old.units().size() && old.units().get(at).isFree()) {
            Unit unit = old.units().get(at++);
            if (told.add(unit)) {
                ties.add(new Tie(Tie.Kind.REMOVED, List.of(unit.place()), List.of(), null, 0, false, chosen(unit)));
            }
        }
    }

    private void tellRest() {
        for (int at = 0; at < old.units().size(); at++) {
            if (old.units().get(at).isFree()) {
                tellRemoved(at);
            }
        }
    }

    private void tell(Unit partner, Unit main) {
        List<Unit> befores = several(partner, main.shares());
        List<Unit> afters = several(main, partner.shares());
        told.addAll(befores);
        told.addAll(afters);
        boolean split = afters.size() > 1;
        boolean merged = befores.size() > 1;
        boolean changed = isChanged(partner, main);
        boolean editorial = !split && !merged && changed && Spelling.alike(partner.whole(), main.whole());
        Tie.Kind kind = split ? Tie.Kind.SPLIT : merged ? Tie.Kind.MERGED : kind(partner, main, changed);
        ties.add(new Tie(
                kind,
                befores.stream().map(Unit::place).toList(),
                afters.stream().map(Unit::place).toList(),
                new Tie.Pair(partner.place(), main.place()),
                editorial || (!changed && !split && !merged) ? 1 : likeness(befores, afters),
                editorial,
                evidence(partner, main, changed, editorial, split || merged)));
    }

    private static Set<Evidence> chosen(Unit unit) {
        return unit.isChosen() ? Set.of(Evidence.CHOSEN) : Set.of();
    }

    private static List<Unit> several(Unit main, List<Unit> others) {
        return Stream.concat(Stream.of(main), others.stream())
                .sorted(Comparator.comparingInt(Unit::order))
                .toList();
    }

    /** Grouping counts with its own words; what became a heading over others, or was one, does too. */
    private static boolean isChanged(Unit one, Unit other) {
        boolean ownWords = one.isGrouping() || other.isGrouping();
        return ownWords
                ? !Spelling.oneSpaced(one.place().words())
                        .equals(Spelling.oneSpaced(other.place().words()))
                : !one.whole().equals(other.whole());
    }

    private Tie.Kind kind(Unit one, Unit other, boolean changed) {
        if (changed) {
            return Tie.Kind.EDITED;
        }
        if (!isUnderSame(one, other) || displaced.contains(other)) {
            return Tie.Kind.MOVED;
        }
        return one.number().equals(other.number()) ? Tie.Kind.SAME : Tie.Kind.RENUMBERED;
    }

    /** Units that came or went between a place and its unit move nothing. */
    private static boolean isUnderSame(Unit one, Unit other) {
        Unit above = anchored(one);
        Unit below = anchored(other);
        return above == null || below == null ? above == below : above.isTiedTo(below);
    }

    private static @Nullable Unit anchored(Unit unit) {
        Unit above = unit.parent();
        while (above != null && above.isFree() && above.family() != Unit.Family.ARTICLE && above.parent() != null) {
            above = above.parent();
        }
        return above;
    }

    private static double likeness(List<Unit> befores, List<Unit> afters) {
        double likeness = Bag.likeness(bag(befores), bag(afters));
        return Math.min(likeness, 0.9999);
    }

    private static int[] bag(List<Unit> units) {
        return Bag.sum(units.stream().map(Unit::bag).toList());
    }

    private Set<Evidence> evidence(Unit one, Unit other, boolean changed, boolean editorial, boolean shared) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        add(evidence, one.isChosen(), Evidence.CHOSEN);
        add(evidence, !changed && !shared, Evidence.SAME_WORDS);
        add(evidence, editorial, Evidence.SAME_BUT_SPELLING);
        add(evidence, shared, Evidence.WORDS_SHARED_OUT);
        add(evidence, !one.heading().isEmpty() && one.heading().equals(other.heading()), Evidence.SAME_HEADING);
        add(evidence, !one.number().isEmpty() && one.number().equals(other.number()), Evidence.SAME_NUMBER);
        add(evidence, isUnderSame(one, other), Evidence.SAME_PARENT);
        add(evidence, hasSameNeighbours(one, other), Evidence.SAME_NEIGHBOURS);
        add(evidence, one.family() == Unit.Family.GROUPING && shareArticles(one, other), Evidence.SAME_ARTICLES);
        return Set.copyOf(evidence);
    }

    private static void add(Set<Evidence> evidence, boolean holds, Evidence one) {
        if (holds) {
            evidence.add(one);
        }
    }

    private boolean hasSameNeighbours(Unit one, Unit other) {
        return areTied(at(old, one.order() - 1), at(fresh, other.order() - 1))
                || areTied(at(old, one.order() + 1), at(fresh, other.order() + 1));
    }

    private static @Nullable Unit at(Side side, int order) {
        return order < 0 || order >= side.units().size() ? null : side.units().get(order);
    }

    private static boolean areTied(@Nullable Unit one, @Nullable Unit other) {
        return one == null || other == null ? one == other : one.isTiedTo(other);
    }

    private static boolean shareArticles(Unit one, Unit other) {
        List<Unit> articles = GroupingMatching.articles(one);
        Set<Unit> there = new HashSet<>(GroupingMatching.articles(other));
        long same = articles.stream().map(Unit::partner).filter(there::contains).count();
        return !articles.isEmpty() && same * 2 >= articles.size();
    }

    /** Among the places that stayed in one unit, the fewest whose move explains the new order. */
    private void findDisplaced() {
        Map<List<Object>, List<Unit>> rows = new LinkedHashMap<>();
        for (Unit unit : old.units()) {
            Unit partner = unit.partner();
            if (partner != null && partner.partner() == unit && isUnderSame(unit, partner)) {
                rows.computeIfAbsent(List.of(unit.family(), over(unit)), any -> new ArrayList<>())
                        .add(partner);
            }
        }
        for (List<Unit> row : rows.values()) {
            int[] orders = row.stream().mapToInt(Unit::order).toArray();
            Set<Unit> kept = new HashSet<>();
            for (int at : Rising.longest(orders)) {
                kept.add(row.get(at));
            }
            row.stream().filter(unit -> !kept.contains(unit)).forEach(displaced::add);
        }
    }

    /** Articles and chapters keep one order through the whole body. */
    private static Object over(Unit unit) {
        Unit above = unit.parent();
        boolean whole = unit.family() == Unit.Family.ARTICLE;
        while (whole && above != null && above.family() == Unit.Family.GROUPING) {
            above = above.parent();
        }
        return above == null ? "" : above;
    }
}
