package vn.gopy.draft.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;

/** Tells which places of a structure are which of the structure before it was repaired. */
public final class SamePlaces {

    private final Map<ProvisionId, PlacedProvision> same = new HashMap<>();
    private final Set<ProvisionId> taken = new HashSet<>();

    private SamePlaces() {}

    /** While a structure is checked nothing hangs on it: a place with the same path stays the same place. */
    public static Map<ProvisionId, PlacedProvision> byPath(List<PlacedProvision> before, List<PlacedProvision> after) {
        SamePlaces places = new SamePlaces();
        places.tieSamePath(before, after, (old, now) -> true);
        return places.same;
    }

    /**
     * Once opinions hang on places, the words say which is which: the same words at the same path; the same words
     * elsewhere, when they stand once in each structure; then a path whose words were cut or joined.
     */
    public static Map<ProvisionId, PlacedProvision> byWords(List<PlacedProvision> before, List<PlacedProvision> after) {
        SamePlaces places = new SamePlaces();
        places.tieSamePath(before, after, (old, now) -> letters(old).equals(letters(now)));
        places.tieSameWords(before, after);
        places.tieSamePath(before, after, SamePlaces::goesOn);
        return places.same;
    }

    private void tieSamePath(
            List<PlacedProvision> before,
            List<PlacedProvision> after,
            BiPredicate<PlacedProvision, PlacedProvision> fits) {
        Map<String, PlacedProvision> known = new HashMap<>();
        before.forEach(place -> known.put(place.body() + "/" + place.path(), place));
        after.forEach(place -> tie(known.get(place.body() + "/" + place.path()), place, fits));
    }

    private void tieSameWords(List<PlacedProvision> before, List<PlacedProvision> after) {
        Map<String, PlacedProvision> old = once(
                before.stream().filter(place -> !taken.contains(place.id())).toList());
        once(after.stream().filter(place -> !same.containsKey(place.id())).toList())
                .forEach((words, place) -> tie(old.get(words), place, (one, other) -> true));
    }

    private static Map<String, PlacedProvision> once(List<PlacedProvision> places) {
        Map<String, PlacedProvision> found = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (PlacedProvision place : places) {
            String words = letters(place);
            if (!words.isEmpty() && found.put(place.body() + " " + words, place) != null) {
                twice.add(place.body() + " " + words);
            }
        }
        found.keySet().removeAll(twice);
        return found;
    }

    private void tie(
            @Nullable PlacedProvision old, PlacedProvision now, BiPredicate<PlacedProvision, PlacedProvision> fits) {
        if (old != null && !same.containsKey(now.id()) && !taken.contains(old.id()) && fits.test(old, now)) {
            same.put(now.id(), old);
            taken.add(old.id());
        }
    }

    /** Words were cut off or joined on: one holds the other. */
    private static boolean goesOn(PlacedProvision old, PlacedProvision now) {
        String one = letters(old);
        String other = letters(now);
        return one.contains(other) || other.contains(one);
    }

    private static String letters(PlacedProvision place) {
        StringBuilder letters = new StringBuilder();
        (Objects.requireNonNullElse(place.label(), "") + Objects.requireNonNullElse(place.heading(), "") + place.text())
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
