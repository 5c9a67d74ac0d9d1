package vn.gopy.legaltext.alignment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the ties that people have chosen, before any other is looked for. */
final class Choosing {

    private final Map<Choice.At, Unit> old;
    private final Map<Choice.At, Unit> fresh;

    Choosing(Side old, Side fresh) {
        this.old = places(old);
        this.fresh = places(fresh);
    }

    private static Map<Choice.At, Unit> places(Side side) {
        Map<Choice.At, Unit> places = new HashMap<>();
        side.units()
                .forEach(unit -> places.put(
                        new Choice.At(unit.place().body(), unit.place().path()), unit));
        return places;
    }

    /** A choice of which a place is no more, or that another one has taken, says nothing. */
    void choose(Choice choice) {
        Optional<List<Unit>> before = open(old, choice.before());
        Optional<List<Unit>> after = open(fresh, choice.after());
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        before.get().forEach(Unit::choose);
        after.get().forEach(Unit::choose);
        if (!before.get().isEmpty() && !after.get().isEmpty()) {
            tie(before.get(), after.get());
        }
    }

    private static Optional<List<Unit>> open(Map<Choice.At, Unit> places, List<Choice.At> wanted) {
        List<Unit> found = wanted.stream()
                .distinct()
                .map(places::get)
                .filter(it -> it != null && it.isOpen())
                .toList();
        return found.size() == wanted.size() ? Optional.of(found) : Optional.empty();
    }

    /** Of several the one most alike is the place itself, the others have a share in it. */
    private static void tie(List<Unit> before, List<Unit> after) {
        Unit one = alike(before, after.getFirst());
        Unit other = alike(after, one);
        Unit.tie(one, other);
        before.stream().filter(it -> it != one).forEach(part -> Unit.share(other, part));
        after.stream().filter(it -> it != other).forEach(part -> Unit.share(one, part));
    }

    private static Unit alike(List<Unit> units, Unit wanted) {
        return units.stream()
                .max(Comparator.comparingDouble((Unit unit) -> Bag.likeness(unit.bag(), wanted.bag()))
                        .thenComparing(Comparator.comparingInt(Unit::order).reversed()))
                .orElseThrow();
    }
}
