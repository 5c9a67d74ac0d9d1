package vn.gopy.draft.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;

/**
 * Gives the places of a new version their lineage: the one of the place in the version before that is plainly the same,
 * else a new one. Plainly the same are two places with equal words that occur once in each version, or with the same path
 * and mostly the same words. In doubt a new lineage is right: an opinion must never slip to another provision unseen.
 */
public final class Inheritance {

    private static final double MOSTLY = 0.5;

    private final Map<ProvisionId, LineageId> given = new HashMap<>();
    private final Set<LineageId> taken = new HashSet<>();

    private Inheritance() {}

    /** The lineage of each place of the new version. */
    public static Map<ProvisionId, LineageId> of(List<PlacedProvision> before, List<PlacedProvision> now) {
        Inheritance inheritance = new Inheritance();
        Map<String, PlacedProvision> byWords = unique(before, Inheritance::words);
        unique(now, Inheritance::words).forEach((words, heir) -> inheritance.tie(byWords.get(words), heir));
        Map<String, PlacedProvision> byPlace = unique(before, Inheritance::place);
        now.forEach(heir -> inheritance.tieSamePlace(byPlace.get(place(heir)), heir));
        now.forEach(heir -> inheritance.given.computeIfAbsent(heir.id(), id -> LineageId.next()));
        return inheritance.given;
    }

    private void tieSamePlace(@Nullable PlacedProvision old, PlacedProvision heir) {
        if (old != null && old.kind() == heir.kind() && (words(heir).isEmpty() || similarity(old, heir) >= MOSTLY)) {
            tie(old, heir);
        }
    }

    private void tie(@Nullable PlacedProvision old, PlacedProvision heir) {
        if (old == null || given.containsKey(heir.id())) {
            return;
        }
        LineageId lineage = Objects.requireNonNull(old.lineage());
        if (taken.add(lineage)) {
            given.put(heir.id(), lineage);
        }
    }

    private static Map<String, PlacedProvision> unique(
            List<PlacedProvision> places, Function<PlacedProvision, String> key) {
        return places.stream()
                .filter(place -> !key.apply(place).isEmpty())
                .collect(Collectors.groupingBy(key))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    private static String place(PlacedProvision provision) {
        return provision.body() + "/" + provision.path();
    }

    /** Kind, heading and text: what a reader would call the same provision, whatever its number. */
    private static String words(PlacedProvision provision) {
        String words = (Objects.requireNonNullElse(provision.heading(), "") + " " + provision.text()).strip();
        return words.isEmpty() ? "" : provision.body() + " " + provision.kind() + " " + words;
    }

    private static double similarity(PlacedProvision one, PlacedProvision other) {
        Set<String> left = new HashSet<>(List.of(words(one).split("\\s+")));
        Set<String> right = new HashSet<>(List.of(words(other).split("\\s+")));
        long common = left.stream().filter(right::contains).count();
        return (double) common / Math.max(1, Math.max(left.size(), right.size()));
    }
}
