package vn.gopy.search.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.Match;
import vn.gopy.search.engine.Match.KeyField;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.search.ranking.Frames;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * Turns a question into conditions and weighted leaves. Syllables find, pairs of neighbours rank: Vietnamese words are
 * mostly two syllables long, so pairs do what a word segmenter would do, without one. One planner serves one question: it
 * remembers what it has taken apart.
 */
final class QueryPlanner {

    /** Where words score and what a leaf there weighs; measured, see docs/performance.md. */
    private static final List<Place> PLACES = List.of(
            new Place(Part.TEXT, Grain.SYLLABLE, 1f),
            new Place(Part.TEXT, Grain.PAIR, 0.8f),
            new Place(Part.CONTEXT, Grain.SYLLABLE, 1.1f));

    private record Place(Part part, Grain grain, float weight) {}

    /** Above the score that words alone reach, so that a number or place that fits stands first. */
    private static final float KEY_WEIGHT = 40f;

    /** What the folded reading weighs beside the accented one, when that alone finds too little. */
    private static final float FOLDED_BESIDE = 0.25f;

    /** Of up to so many words a hit holds every one; of more, who asks cannot mean each. */
    private static final int MOST_TOGETHER = 6;

    /** More words than this are a sentence, of which only the rarest decide what is a hit. */
    private static final int MOST_CONDITIONS = 8;

    /** Asking words at the end of a question: texts answer with other words. */
    private static final Pattern ASKING =
            Pattern.compile("\\s(?:la gi|la ai|nhu the nao|the nao|ra sao|khi nao|bao nhieu|bao lau)[\\s?]*$");

    private final Terms terms;
    private final Synonyms synonyms;
    private final Map<Analysed, List<String>> analysed = new HashMap<>();
    private final Map<String, List<Synonyms.Meaning>> meanings = new HashMap<>();

    private record Analysed(String text, boolean folded) {}

    QueryPlanner(Terms terms, Synonyms synonyms) {
        this.terms = terms;
        this.synonyms = synonyms;
    }

    /** How the marks of the question are taken. */
    enum MarkReading {
        /** As typed. */
        ACCENTED,
        /** Without marks. */
        FOLDED,
        /** As typed, and without marks for less. */
        BOTH
    }

    EngineQuery plan(Question question, MarkReading reading, Asking asking) {
        boolean folded = reading != MarkReading.ACCENTED;
        return plan(question, reading, asking, usual(question.words(), folded), List.of());
    }

    /** The hits that hold every free word, however many these are. */
    EngineQuery planWhole(Question question, MarkReading reading, Asking asking) {
        Collection<Match> every =
                conditions(question.words(), reading != MarkReading.ACCENTED).values();
        return plan(question, reading, asking, Optional.of(new Match.AllOf(List.copyOf(every))), List.of());
    }

    /** What holds every free word but these and none of these: no hit, but nearly one. */
    EngineQuery planWithout(Question question, MarkReading reading, Asking asking, Set<String> missing) {
        Map<String, Match> others = conditions(question.words(), reading != MarkReading.ACCENTED);
        List<Match> lacking = missing.stream().map(others::remove).toList();
        return plan(question, reading, asking, Optional.of(new Match.AllOf(List.copyOf(others.values()))), lacking);
    }

    /** Everything within the asking's bounds and choices, whatever its words. */
    EngineQuery planAnything(Question question, Asking asking) {
        return new EngineQuery(
                List.of(),
                List.of(),
                List.of(),
                selections(question, asking),
                asking.bounds(),
                asking.access(),
                asking.order(),
                0,
                0,
                false);
    }

    /** What each of the free words demands of a hit. */
    Map<String, Match> demands(Question question, MarkReading reading) {
        return conditions(question.words(), reading != MarkReading.ACCENTED);
    }

    /** The different free words that hits hold, each with what was typed. */
    Map<String, String> typed(Question question, MarkReading reading) {
        boolean folded = reading != MarkReading.ACCENTED;
        return terms.typed(demanded(question.words(), folded), folded);
    }

    /** Whether a hit holds every free word of the question. */
    boolean takesEveryWord(Question question, MarkReading reading) {
        return different(question.words(), reading != MarkReading.ACCENTED) <= MOST_TOGETHER;
    }

    private EngineQuery plan(
            Question question, MarkReading reading, Asking asking, Optional<Match> words, List<Match> lacking) {
        List<Match> excluded = new ArrayList<>(excluded(question));
        excluded.addAll(lacking);
        return new EngineQuery(
                scoring(question, reading),
                required(question, words),
                excluded,
                selections(question, asking),
                asking.bounds(),
                asking.access(),
                asking.order(),
                asking.from(),
                asking.size(),
                asking.withFacets());
    }

    MarkReading readingOf(Question question) {
        return Terms.accented(syllables(everyWord(question), false)) ? MarkReading.ACCENTED : MarkReading.FOLDED;
    }

    static String everyWord(Question question) {
        List<String> all = new ArrayList<>();
        all.add(question.words());
        all.add(question.lifted());
        all.addAll(question.phrases());
        return String.join(" ", all).strip();
    }

    private List<Match> scoring(Question question, MarkReading reading) {
        List<Match> leaves = new ArrayList<>();
        String words = everyWord(question);
        if (reading != MarkReading.FOLDED) {
            addWords(leaves, words, false, 1f);
        }
        if (reading != MarkReading.ACCENTED) {
            addWords(leaves, words, true, reading == MarkReading.BOTH ? FOLDED_BESIDE : 1f);
        }
        question.numbers().forEach(keys -> leaves.addAll(keys(KeyField.NUMBER, keys)));
        question.places().forEach(keys -> leaves.addAll(keys(KeyField.PLACE, keys)));
        return leaves;
    }

    private void addWords(List<Match> leaves, String words, boolean folded, float scale) {
        Map<Grain, Map<String, Float>> weighted = new EnumMap<>(Grain.class);
        for (Grain grain : Grain.values()) {
            weighted.put(grain, weighted(words, grain, folded));
        }
        for (Place place : PLACES) {
            TextField field = new TextField(place.part(), place.grain(), folded);
            weighted.getOrDefault(place.grain(), Map.of())
                    .forEach((term, own) -> leaves.add(new Match.Term(field, term, scale * place.weight() * own)));
        }
    }

    /**
     * Each term of the words with how often it stands there, less where it stands in a turn of speech ({@link Frames}), and
     * those of words that mean the same.
     */
    private Map<String, Float> weighted(String words, Grain grain, boolean folded) {
        Map<String, Float> weighted = new LinkedHashMap<>();
        List<String> own = terms(words, grain, folded);
        float[] places = Frames.weights(syllables(words, folded));
        for (int place = 0; place < own.size(); place++) {
            float weight = grain == Grain.SYLLABLE ? places[place] : Math.min(places[place], places[place + 1]);
            weighted.merge(own.get(place), weight, Float::sum);
        }
        for (Synonyms.Meaning meaning : meanings(words)) {
            terms(meaning.words(), grain, folded).forEach(term -> weighted.putIfAbsent(term, meaning.weight()));
        }
        return weighted;
    }

    private List<Synonyms.Meaning> meanings(String words) {
        return meanings.computeIfAbsent(words, synonyms::in);
    }

    private List<String> syllables(String text, boolean folded) {
        return analysed.computeIfAbsent(
                new Analysed(text, folded), one -> terms.of(one.text(), Grain.SYLLABLE, one.folded()));
    }

    private List<String> terms(String text, Grain grain, boolean folded) {
        List<String> syllables = syllables(text, folded);
        if (grain == Grain.SYLLABLE) {
            return syllables;
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(syllables.get(i) + " " + syllables.get(i + 1));
        }
        return pairs;
    }

    /** The likeliest reading first; each further one weighs less. */
    private static List<Match> keys(KeyField field, List<String> readings) {
        List<Match> leaves = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            leaves.add(new Match.Key(field, readings.get(i), KEY_WEIGHT / (i + 1)));
        }
        return leaves;
    }

    private List<Match> required(Question question, Optional<Match> words) {
        List<Match> conditions = new ArrayList<>();
        words.ifPresent(conditions::add);
        if (words.isEmpty() && question.phrases().isEmpty() && question.hasLifted()) {
            conditions.add(new Match.AnyOf(liftedKeys(question), 1));
        }
        question.phrases().forEach(phrase -> conditions.add(exactly(phrase)));
        question.cited().forEach(keys -> conditions.add(new Match.AnyOf(keys(KeyField.NUMBER, keys), 1)));
        return conditions;
    }

    private static List<Match> liftedKeys(Question question) {
        List<Match> keys = new ArrayList<>();
        question.numbers().forEach(readings -> keys.addAll(keys(KeyField.NUMBER, readings)));
        question.places().forEach(readings -> keys.addAll(keys(KeyField.PLACE, readings)));
        return keys;
    }

    /** Enough of the free words; none when there are none. */
    private Optional<Match> usual(String words, boolean folded) {
        Map<String, Match> conditions = conditions(words, folded);
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        List<Match> telling = telling(conditions.keySet(), folded).stream()
                .map(conditions::get)
                .toList();
        return Optional.of(new Match.AnyOf(telling, minimum(conditions.size(), telling.size())));
    }

    /** One condition for each different word: the word, or what means the same. */
    private Map<String, Match> conditions(String words, boolean folded) {
        Map<String, Match> conditions = new LinkedHashMap<>();
        for (String term : syllables(demanded(words, folded), folded)) {
            conditions.putIfAbsent(term, new Match.Word(term, folded));
        }
        for (Synonyms.Meaning meaning : meanings(words)) {
            Match instead = all(syllables(meaning.words(), folded), folded);
            for (String covered : syllables(meaning.instead(), folded)) {
                conditions.computeIfPresent(covered, (term, own) -> new Match.AnyOf(List.of(own, instead), 1));
            }
        }
        return conditions;
    }

    /** The words that hits hold: of few words, where each has to be there, all but the asking ones. */
    private String demanded(String words, boolean folded) {
        Matcher asking = ASKING.matcher(EvenFolding.fold(words));
        return different(words, folded) <= MOST_TOGETHER && asking.find() ? words.substring(0, asking.start()) : words;
    }

    /** Of a long sentence the rarest words: the others say little, and looking for them takes long. */
    private List<String> telling(Collection<String> different, boolean folded) {
        List<String> all = List.copyOf(different);
        return all.size() <= MOST_CONDITIONS ? all : terms.rarest(all, folded, MOST_CONDITIONS);
    }

    private static Match all(List<String> syllables, boolean folded) {
        Set<String> different = new LinkedHashSet<>(syllables);
        return new Match.AllOf(different.stream()
                .<Match>map(term -> new Match.Word(term, folded))
                .toList());
    }

    private int different(String words, boolean folded) {
        return (int) syllables(words, folded).stream().distinct().count();
    }

    /**
     * How many of the conditions a hit must meet. All of few words, so that their number says how often they stand
     * together; of more, most; of a long sentence two of its rarest words: measured to lose nothing of the first ten hits.
     */
    static int minimum(int words, int conditions) {
        if (words > MOST_CONDITIONS) {
            return Math.min(2, conditions);
        }
        return words <= MOST_TOGETHER ? words : (int) Math.ceil(words * 0.7);
    }

    private Match exactly(String phrase) {
        boolean folded = EvenFolding.fold(phrase).equals(phrase.toLowerCase(java.util.Locale.ROOT));
        TextField field = new TextField(Part.TEXT, Grain.SYLLABLE, folded);
        List<String> syllables = syllables(phrase, folded);
        return syllables.size() == 1
                ? new Match.Term(field, syllables.getFirst(), 1f)
                : new Match.Phrase(field, syllables, 1f);
    }

    private List<Match> excluded(Question question) {
        return question.excluded().stream()
                .filter(words -> !syllables(words, false).isEmpty())
                .map(this::exactly)
                .toList();
    }

    private static Map<Facet, Set<String>> selections(Question question, Asking asking) {
        Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
        asking.selections().forEach((facet, values) -> all.put(facet, Set.copyOf(values)));
        question.narrowed().forEach((facet, values) -> all.put(facet, FacetValues.canonical(facet, values)));
        all.values().removeIf(Set::isEmpty);
        return all;
    }
}
