package vn.gopy.search.hit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.gopy.search.engine.AnalyzedToken;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.search.question.AnsweredQuestion;
import vn.gopy.search.question.Question;
import vn.gopy.search.question.Synonyms;
import vn.gopy.search.question.Terms;

/**
 * Which words of a text are shown as found: neighbours that stand so in the question, and single words that say something.
 * Where a text holds the pair "tổ tư vấn", a lone "và" that also stands in the question stays unmarked. Several threads may
 * mark at once.
 */
public final class Marks {

    /** A word that stands in more of all documents than this says nothing on its own. */
    private static final double COMMON_SHARE = 0.1;

    private final SearchEngine engine;
    private final boolean folded;
    private final Set<String> words = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();
    private final boolean pairsOnly;
    private final Map<String, Double> shares = new ConcurrentHashMap<>();
    private final long documents;

    /** A found run of characters and what it is worth. */
    record Mark(int start, int end, String term, float weight) {}

    Marks(SearchEngine engine, AnsweredQuestion findings, Synonyms synonyms) {
        this.engine = engine;
        this.folded = findings.folded();
        this.pairsOnly = false;
        this.documents = Math.max(1, engine.documents());
        String typed = shownWords(findings.question());
        learn(typed);
        synonyms.in(typed).forEach(meaning -> learn(meaning.words()));
    }

    /** The number of a place, such as the 2 of "khoản 2", is no word to be marked wherever it stands. */
    private static String shownWords(Question question) {
        String words = question.words() + " " + String.join(" ", question.phrases());
        return question.places().isEmpty() ? words + " " + question.lifted() : words;
    }

    /** Marks these pairs of neighbours with their marks, and no lone word. */
    public Marks(SearchEngine engine, List<String> pairs) {
        this.engine = engine;
        this.folded = false;
        this.pairsOnly = true;
        this.documents = Math.max(1, engine.documents());
        this.pairs.addAll(pairs);
        pairs.forEach(pair -> words.addAll(List.of(pair.split(" "))));
    }

    private void learn(String text) {
        Terms terms = new Terms(engine);
        words.addAll(terms.of(text, Grain.SYLLABLE, folded));
        pairs.addAll(terms.of(text, Grain.PAIR, folded));
    }

    List<Mark> in(String text) {
        List<AnalyzedToken> tokens = engine.analyze(syllables(), text);
        boolean[] paired = paired(tokens);
        boolean anyPair = anyOf(paired);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            AnalyzedToken token = tokens.get(i);
            if (words.contains(token.term()) && (paired[i] || !pairsOnly && saysSomething(token.term(), anyPair))) {
                float weight = weight(token.term()) * (paired[i] ? 2 : 1);
                marks.add(new Mark(token.start(), token.end(), token.term(), weight));
            }
        }
        return marks;
    }

    private boolean[] paired(List<AnalyzedToken> tokens) {
        boolean[] paired = new boolean[tokens.size()];
        for (int i = 0; i + 1 < paired.length; i++) {
            if (pairs.contains(tokens.get(i).term() + " " + tokens.get(i + 1).term())) {
                paired[i] = true;
                paired[i + 1] = true;
            }
        }
        return paired;
    }

    private static boolean anyOf(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private boolean saysSomething(String term, boolean anyPair) {
        return !anyPair || share(term) <= COMMON_SHARE;
    }

    private float weight(String term) {
        return (float) Math.log(1 + 1 / Math.max(share(term), 1e-6));
    }

    private double share(String term) {
        return shares.computeIfAbsent(term, one -> (double) engine.frequency(syllables(), one) / documents);
    }

    private TextField syllables() {
        return new TextField(Part.TEXT, Grain.SYLLABLE, folded);
    }
}
