package vn.gopy.draft.place;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gopy.draft.PlacedProvision;

/** Finds the place in which words stand that another reader of the file gives. */
public final class Nearby {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Fewer letters stand in too many places. */
    private static final int ENOUGH = 12;

    private record Letters(PlacedProvision place, String letters) {}

    private final List<Letters> places;

    public Nearby(List<PlacedProvision> places) {
        this.places = places.stream()
                .map(it -> new Letters(it, letters(it.label() + " " + it.heading() + " " + it.text())))
                .toList();
    }

    /** The path of the only place that holds the words, with its body's code before it; empty when none or several do. */
    public Optional<String> after(String words) {
        String wanted = letters(words);
        if (wanted.length() < ENOUGH) {
            return Optional.empty();
        }
        List<Letters> found =
                places.stream().filter(it -> it.letters().contains(wanted)).toList();
        return found.size() == 1 ? Optional.of(path(found.getFirst().place())) : Optional.empty();
    }

    private static String path(PlacedProvision place) {
        return place.body().isEmpty() ? place.path() : place.body() + "/" + place.path();
    }

    private static String letters(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return NO_LETTERS.matcher(plain).replaceAll("");
    }
}
