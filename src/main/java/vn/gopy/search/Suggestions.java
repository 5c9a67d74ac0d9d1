package vn.gopy.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gopy.search.EngineQuery.Order;
import vn.gopy.search.TextField.Grain;
import vn.gopy.search.TextField.Part;
import vn.gopy.vietnamese.analysis.Folding;

/**
 * Other words for a question that finds little: typing errors, and letters that a Vietnamese keyboard program left behind
 * ({@code nghij ddinhj}). Guesses are weighed by how often the index holds a syllable beside its neighbour, and offered
 * only when they find something that the asker may see.
 */
final class Suggestions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final String LETTERS = "abcdeghiklmnopqrstuvxy";
    private static final int LONGEST_SYLLABLE = 8;
    private static final int FEW = 10;
    private static final int MOST_WORDS = 16;
    private static final int WORDS_TO_A_SLIP = 3;
    private static final TextField SYLLABLES = new TextField(Part.TEXT, Grain.SYLLABLE, true);
    private static final TextField PAIRS = new TextField(Part.TEXT, Grain.PAIR, true);

    private final SearchEngine engine;
    private final Finder finder;

    Suggestions(SearchEngine engine, Finder finder) {
        this.engine = engine;
        this.finder = finder;
    }

    /** Better words, when the question found little and they find more. */
    Optional<String> better(Asking asking, Findings findings) {
        String words = findings.question().words();
        long found = findings.answer().total();
        if (found >= FEW || words.isBlank()) {
            return Optional.empty();
        }
        return guess(WORD.matcher(words)
                        .results()
                        .map(MatchResult::group)
                        .limit(MOST_WORDS)
                        .toList())
                .filter(better -> !better.equalsIgnoreCase(words))
                .filter(better -> count(better, asking) > found);
    }

    private long count(String guess, Asking asking) {
        Asking again =
                new Asking(guess, asking.selections(), asking.bounds(), asking.access(), Order.RELEVANCE, 0, 0, false);
        return finder.find(again).answer().total();
    }

    /** None when so many words are unknown that they are no slips: such a question is about something else. */
    private Optional<String> guess(List<String> words) {
        int slipsLeft = Math.max(1, words.size() / WORDS_TO_A_SLIP);
        List<String> better = new ArrayList<>();
        for (String word : words) {
            Optional<String> meant = asMeant(word);
            if (meant.isEmpty() && slipsLeft-- == 0) {
                return Optional.empty();
            }
            String before = better.isEmpty() ? "" : better.getLast();
            better.add(meant.or(() -> nearest(Folding.fold(word), before)).orElse(word));
        }
        return Optional.of(String.join(" ", better));
    }

    /** The word itself when it is known or too long for a slip, else what its Telex letters mean. */
    private Optional<String> asMeant(String word) {
        return known(word) || Folding.fold(word).length() > LONGEST_SYLLABLE
                ? Optional.of(word)
                : Telex.decode(word).filter(this::known);
    }

    private boolean known(String word) {
        return engine.frequency(SYLLABLES, Folding.fold(word)) > 0;
    }

    /** The known syllable one slip away that stands most often behind the word before. */
    private Optional<String> nearest(String folded, String before) {
        return slips(folded).stream()
                .map(candidate -> Map.entry(candidate, engine.frequency(SYLLABLES, candidate)))
                .filter(candidate -> candidate.getValue() > 0)
                .max(Comparator.comparingLong((Map.Entry<String, Long> candidate) ->
                                engine.frequency(PAIRS, Folding.fold(before) + " " + candidate.getKey()))
                        .thenComparingLong(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** Everything that one letter left out, added, changed or swapped would give. */
    private static Set<String> slips(String word) {
        Set<String> slips = new LinkedHashSet<>();
        for (int i = 0; i <= word.length(); i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            inserted(head, tail).forEach(slips::add);
            if (!tail.isEmpty()) {
                slips.add(head + tail.substring(1));
                inserted(head, tail.substring(1)).forEach(slips::add);
            }
            if (tail.length() > 1) {
                slips.add(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
            }
        }
        return slips;
    }

    private static Stream<String> inserted(String head, String tail) {
        return LETTERS.chars().mapToObj(letter -> head + (char) letter + tail);
    }
}
