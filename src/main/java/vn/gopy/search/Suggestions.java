package vn.gopy.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gopy.search.engine.AnalyzedToken;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.search.question.AnsweredQuestion;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;
import vn.gopy.search.question.Telex;
import vn.gopy.vietnamese.analysis.EvenFolding;
import vn.gopy.vietnamese.analysis.EvenSpelling;

/**
 * Other words for a question that finds little: typing errors, and letters that a Vietnamese keyboard program left behind
 * ({@code nghij ddinhj}). Guesses are weighed by how often the index holds a syllable beside its neighbour, and offered
 * only when they find something that the asker may see.
 */
final class Suggestions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final String LETTERS = "abcdeghiklmnopqrstuvxy";
    private static final int LONGEST_SYLLABLE = 8;
    private static final int TEXTS_TO_QUOTE = 5;
    private static final int SHORTEST_QUOTE = 2;
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

    /** Which of these hits the asker may see now. */
    interface Visible {
        Set<String> of(List<String> ids);
    }

    /** Better words, when the question found little and they find more; with the marks that they have where they stand. */
    Optional<String> better(Asking asking, AnsweredQuestion findings, Visible visible) {
        String words = findings.question().words();
        if (!findings.tooFew() || words.isBlank()) {
            return Optional.empty();
        }
        List<String> typed = WORD.matcher(words)
                .results()
                .map(MatchResult::group)
                .limit(MOST_WORDS)
                .toList();
        return guess(typed)
                .filter(better -> !better.equals(typed))
                .flatMap(better -> checked(better, asking, findings.answer().total(), visible));
    }

    private Optional<String> checked(List<String> better, Asking asking, long found, Visible visible) {
        String words = String.join(" ", better);
        EngineAnswer answer = finder.find(asking.first(words, TEXTS_TO_QUOTE)).answer();
        if (answer.total() <= found) {
            return Optional.empty();
        }
        String marked = marked(better, answer, visible);
        boolean asGood = finder.find(asking.first(marked, 0)).answer().total() > found;
        return Optional.of(asGood ? marked : words);
    }

    /** Runs of words as they stand in the best that the asker may see; the rest as guessed. */
    private String marked(List<String> words, EngineAnswer answer, Visible visible) {
        List<String> ids = answer.hits().stream().map(EngineAnswer.Found::id).toList();
        Set<String> allowed = visible.of(ids);
        List<String> texts = engine.read(ids.stream().filter(allowed::contains).toList()).stream()
                .flatMap(stored -> Stream.of(stored.title(), stored.text()))
                .toList();
        List<String> folded = words.stream().map(Suggestions::term).toList();
        List<String> marked = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Quote quote = longest(folded, at, texts).orElse(new Quote(words.get(at), 1));
            marked.add(quote.words());
            at += quote.length();
        }
        return String.join(" ", marked);
    }

    /** A run of words and how many they are. */
    private record Quote(String words, int length) {}

    private Optional<Quote> longest(List<String> folded, int at, List<String> texts) {
        for (int end = folded.size(); end - at >= SHORTEST_QUOTE; end--) {
            List<String> run = folded.subList(at, end);
            Optional<String> words =
                    texts.stream().flatMap(text -> quoted(run, text).stream()).findFirst();
            if (words.isPresent()) {
                return Optional.of(new Quote(words.get(), run.size()));
            }
        }
        return Optional.empty();
    }

    /** These syllables, next to each other with nothing but a space between them, as the text has them. */
    private Optional<String> quoted(List<String> run, String text) {
        List<AnalyzedToken> tokens = engine.analyze(SYLLABLES, text);
        List<String> terms = tokens.stream().map(AnalyzedToken::term).toList();
        for (int at = 0; at + run.size() <= terms.size(); at++) {
            if (terms.subList(at, at + run.size()).equals(run)) {
                String words = text.substring(
                        tokens.get(at).start(), tokens.get(at + run.size() - 1).end());
                if (words.split("[ \\u00A0]").length == run.size()) {
                    return Optional.of(words.toLowerCase(Locale.ROOT));
                }
            }
        }
        return Optional.empty();
    }

    /** None when so many words are unknown that they are no slips: such a question is about something else. */
    private Optional<List<String>> guess(List<String> words) {
        int slipsLeft = Math.max(1, words.size() / WORDS_TO_A_SLIP);
        List<String> better = new ArrayList<>();
        for (String word : words) {
            Optional<String> meant = asMeant(word);
            if (meant.isEmpty() && slipsLeft-- == 0) {
                return Optional.empty();
            }
            String before = better.isEmpty() ? "" : better.getLast();
            better.add(meant.or(() -> nearest(term(word), before)).orElse(word));
        }
        return Optional.of(better);
    }

    /** The word itself when it is known or too long for a slip, else what its Telex letters mean. */
    private Optional<String> asMeant(String word) {
        return known(word) || EvenFolding.fold(word).length() > LONGEST_SYLLABLE
                ? Optional.of(word)
                : Telex.decode(word).filter(this::known);
    }

    private boolean known(String word) {
        return engine.frequency(SYLLABLES, term(word)) > 0;
    }

    /** As the index keeps the word. */
    private static String term(String word) {
        return EvenFolding.fold(EvenSpelling.of(word));
    }

    /** The known syllable one slip away that stands most often behind the word before. */
    private Optional<String> nearest(String folded, String before) {
        return slips(folded).stream()
                .map(candidate -> Map.entry(candidate, engine.frequency(SYLLABLES, candidate)))
                .filter(candidate -> candidate.getValue() > 0)
                .max(Comparator.comparingLong((Map.Entry<String, Long> candidate) ->
                                engine.frequency(PAIRS, term(before) + " " + candidate.getKey()))
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
