package vn.gopy.search.question;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gopy.vietnamese.OfficialAbbreviations;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * What official abbreviations stand for. Letter case decides first ({@code TU} is not {@code tu}); in small letters or
 * without marks one counts only when it cannot be a syllable, since it has no vowel or one that no syllable has there.
 */
public final class Abbreviations {

    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The most syllables that a long form is looked up with. */
    static final int LONGEST = 8;

    private final Map<String, List<String>> exact = new HashMap<>();
    private final Map<String, List<String>> folded = new HashMap<>();
    private final Map<String, String> shortForms = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();

    private Abbreviations(Map<String, List<String>> list) {
        list.forEach(this::add);
    }

    /** The list that comes with the application. */
    public static Abbreviations official() {
        return new Abbreviations(OfficialAbbreviations.readings());
    }

    private void add(String abbreviation, List<String> readings) {
        exact.put(abbreviation, readings);
        if (readings.size() == 1) {
            String run = runOf(readings.getFirst());
            shortForms.putIfAbsent(run, abbreviation);
            beginnings.add(run.split(" ")[0]);
        }
        String plain = EvenFolding.fold(abbreviation);
        if (!SYLLABLE.matcher(plain).matches()) {
            folded.merge(
                    plain,
                    readings,
                    (one, other) -> Stream.concat(one.stream(), other.stream())
                            .distinct()
                            .toList());
        }
    }

    private static String runOf(String words) {
        return BETWEEN_WORDS.matcher(EvenFolding.fold(words)).replaceAll(" ").strip();
    }

    /** All readings of a word as typed; none when it is no abbreviation. */
    List<String> readings(String typed) {
        List<String> sameCase = exact.get(typed);
        if (sameCase != null && !typed.equals(typed.toLowerCase(Locale.ROOT))) {
            return sameCase;
        }
        return folded.getOrDefault(EvenFolding.fold(typed), List.of());
    }

    /** The abbreviation as the list writes it, for a word that counts as one. */
    Optional<String> official(String typed) {
        return exact.containsKey(typed)
                ? Optional.of(typed)
                : exact.keySet().stream()
                        .filter(one -> EvenFolding.fold(one).equals(EvenFolding.fold(typed)))
                        .sorted()
                        .findFirst();
    }

    /** Whether a run that begins with this word may have an abbreviation; quick, for asking at every word. */
    boolean beginsLongForm(String word) {
        String run = runOf(word);
        int end = run.indexOf(' ');
        return beginnings.contains(end < 0 ? run : run.substring(0, end));
    }

    /** The abbreviation of a run of words, marks or none, when it has only this meaning. */
    Optional<String> shortFormOf(String words) {
        return Optional.ofNullable(shortForms.get(runOf(words)));
    }
}
