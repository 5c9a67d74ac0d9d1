package vn.gopy.search.question;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.search.engine.AnalyzedToken;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.vietnamese.analysis.EvenFolding;

/** A run of words as the index keeps them. */
public final class Terms {

    /** From this share of marked syllables on, a person is taken to type with marks. */
    private static final double ACCENTED_SHARE = 0.6;

    private final SearchEngine engine;

    /** @param engine that keeps the words */
    public Terms(SearchEngine engine) {
        this.engine = engine;
    }

    /** The terms of the text, in its order. */
    public List<String> of(String text, Grain grain, boolean folded) {
        return engine.analyze(new TextField(Part.TEXT, grain, folded), text).stream()
                .map(AnalyzedToken::term)
                .toList();
    }

    /** Each different term with what was typed for it first, in the order typed. */
    Map<String, String> typed(String text, boolean folded) {
        Map<String, String> typed = new LinkedHashMap<>();
        engine.analyze(new TextField(Part.TEXT, Grain.SYLLABLE, folded), text)
                .forEach(token -> typed.putIfAbsent(token.term(), text.substring(token.start(), token.end())));
        return typed;
    }

    /** Each term with how often it stands in the text, in order of first appearance. */
    Map<String, Integer> counted(String text, Grain grain, boolean folded) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        of(text, grain, folded).forEach(term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    /** Those that the fewest documents hold, without unknown ones unless all are; at most so many. */
    List<String> rarest(List<String> syllables, boolean folded, int atMost) {
        TextField field = new TextField(Part.TEXT, Grain.SYLLABLE, folded);
        Map<String, Long> frequencies = new LinkedHashMap<>();
        syllables.forEach(term -> frequencies.put(term, engine.frequency(field, term)));
        List<String> known = syllables.stream()
                .filter(term -> frequencies.getOrDefault(term, 0L) > 0)
                .toList();
        return (known.isEmpty() ? syllables : known)
                .stream()
                        .sorted(Comparator.comparing(frequencies::get))
                        .limit(atMost)
                        .toList();
    }

    /** Whether enough syllables carry a mark to take the others' lack of one seriously. */
    static boolean accented(List<String> syllables) {
        int letters = 0;
        int marked = 0;
        for (String syllable : syllables) {
            if (syllable.chars().anyMatch(Character::isLetter)) {
                letters++;
                marked += EvenFolding.fold(syllable).equals(syllable) ? 0 : 1;
            }
        }
        return letters == 0 || marked >= ACCENTED_SHARE * letters;
    }
}
