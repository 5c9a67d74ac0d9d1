package vn.gopy.consolidation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.draft.PlacedProvision;

/** Places by the words they have in common with an opinion: two syllables in a row, as most Vietnamese words have. */
final class LikelyPlaces {

    /** So much of what the place says of itself must be in the opinion. */
    private static final double ENOUGH = 0.4;

    private static final int LEAST_PAIRS = 3;
    private static final Pattern BETWEEN = Pattern.compile("(?U)\\W+");

    private record Said(PlacedProvision place, Set<String> pairs) {}

    private final List<Said> places;

    LikelyPlaces(List<PlacedProvision> places) {
        this.places = places.stream()
                .map(place -> new Said(place, pairs(name(place))))
                .filter(said -> said.pairs().size() >= LEAST_PAIRS)
                .toList();
    }

    /** The heading says what a place is about; one without is known by its words. */
    private static String name(PlacedProvision place) {
        String heading = Objects.requireNonNullElse(place.heading(), "");
        return heading.isBlank() ? place.text() : heading;
    }

    /** The one that most of whose words stand in the opinion; empty where none has enough of them. */
    Optional<PlacedProvision> of(String opinion) {
        Set<String> wanted = pairs(opinion);
        return places.stream()
                .filter(said -> share(said, wanted) >= ENOUGH)
                .max(Comparator.comparingDouble(said -> share(said, wanted)))
                .map(Said::place);
    }

    private static double share(Said said, Set<String> wanted) {
        return said.pairs().stream().filter(wanted::contains).count()
                / (double) said.pairs().size();
    }

    private static Set<String> pairs(String text) {
        String[] syllables = BETWEEN.split(text.toLowerCase(Locale.ROOT).strip());
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < syllables.length; i++) {
            pairs.add(syllables[i - 1] + " " + syllables[i]);
        }
        return pairs;
    }
}
