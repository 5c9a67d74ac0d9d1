package vn.gopy.command.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.AnsweredQuestion;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;
import vn.gopy.search.question.NearMisses;
import vn.gopy.search.question.Reordering;
import vn.gopy.search.ranking.SecondLook;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * Measures the search on judged questions, through the same reading, planning and asking as every other search, beside
 * Lucene's defaults on the same documents.
 */
public final class Evaluation {

    private static final int DEPTH = 100;
    private static final int BATCH = 2_000;

    /** So long that a busy machine changes no figure. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Map<String, UnaryOperator<String>> FORMS = forms();

    private final List<IndexDocument> documents;
    private final List<Judged> questions;
    private final @Nullable SecondLook look;

    /** Receives each hit of a run. */
    public interface Run {
        /** @param rank 1 for the best */
        void hit(String question, String form, String document, int rank);
    }

    /**
     * Measures with these.
     *
     * @param look at the best hits, beside the first stage alone; null for the first stage alone
     */
    public Evaluation(JudgedCollection collection, @Nullable SecondLook look) {
        this.look = look;
        this.documents = collection.documents();
        this.questions = collection.questions();
    }

    private static Map<String, UnaryOperator<String>> forms() {
        Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
        forms.put("accented", UnaryOperator.identity());
        forms.put("half", Evaluation::halfStripped);
        forms.put("unaccented", Evaluation::stripped);
        return forms;
    }

    /**
     * Indexes and asks everything.
     *
     * @param folder an empty folder for the two indexes
     * @param run told of every hit of the three forms
     * @return the measures of {@code accented}, {@code half}, {@code unaccented} as every search finds, of {@code
     *     accented_first} and so on by the first stage alone, and of {@code standard}
     */
    public Map<String, Map<String, Double>> measure(Path folder, Run run) {
        Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
        try (SearchEngine engine = EmbeddedIndex.open(folder.resolve("ours"), Duration.ofSeconds(30))) {
            fill(engine, documents);
            Reordering reordering = new Reordering(() -> look, id -> true, PATIENCE, reason -> {});
            Finder finder = new Finder(engine, Abbreviations.official(), reordering);
            FORMS.forEach((form, change) ->
                    measures.put(form, measure(text -> find(finder, change.apply(text)), form, run)));
            Finder first = new Finder(engine);
            FORMS.forEach((form, change) -> measures.put(
                    form + "_first",
                    measure(text -> find(first, change.apply(text)), form + "_first", (q, f, d, r) -> {})));
        }
        try (StandardBaseline standard = new StandardBaseline(folder.resolve("standard"), documents)) {
            measures.put("standard", measure(text -> standard.search(text, DEPTH), "standard", (q, f, d, r) -> {}));
        }
        return measures;
    }

    /** Puts the documents in and makes them what is searched. */
    public static void fill(SearchEngine engine, List<IndexDocument> documents) {
        String generation = engine.createGeneration();
        for (int from = 0; from < documents.size(); from += BATCH) {
            List<IndexDocument> batch = documents.subList(from, Math.min(documents.size(), from + BATCH));
            engine.write(generation, new IndexBatch(Set.of(), batch, new IndexMark("evaluation", from)));
        }
        engine.activate(generation);
    }

    private Map<String, Double> measure(Function<String, List<String>> search, String form, Run run) {
        RankingMeasures measures = new RankingMeasures();
        for (Judged question : questions) {
            List<String> ranked = search.apply(question.text());
            measures.add(ranked, question.relevant());
            for (int i = 0; i < ranked.size(); i++) {
                run.hit(question.id(), form, ranked.get(i), i + 1);
            }
        }
        return measures.averages();
    }

    /** In the order of the screen: the hits, then what lacks some of a few words. */
    private static List<String> find(Finder finder, String text) {
        Asking asking =
                new Asking(text, Map.of(), Map.of(), JudgedCollection.EVERYONE, Order.RELEVANCE, 0, DEPTH, false);
        AnsweredQuestion findings = finder.find(asking);
        Stream<AnsweredQuestion> near = findings.tooFew()
                ? finder.nearMisses(asking, findings).near().stream().map(NearMisses.NearMiss::findings)
                : Stream.empty();
        return Stream.concat(Stream.of(findings), near)
                .flatMap(shown -> shown.answer().hits().stream())
                .map(EngineAnswer.Found::id)
                .toList();
    }

    private static String stripped(String text) {
        Matcher words = WORD.matcher(text);
        return words.replaceAll(word -> Matcher.quoteReplacement(strip(word.group())));
    }

    /** Every second marked syllable loses its marks, from the first on. */
    private static String halfStripped(String text) {
        int[] marked = {0};
        return WORD.matcher(text).replaceAll(word -> {
            String plain = strip(word.group());
            boolean strip = !plain.equals(word.group()) && marked[0]++ % 2 == 0;
            return Matcher.quoteReplacement(strip ? plain : word.group());
        });
    }

    /** Without marks, in the case that was typed. */
    private static String strip(String word) {
        String folded = EvenFolding.fold(word);
        StringBuilder kept = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            boolean upper = Character.isUpperCase(word.charAt(i));
            kept.append(upper ? Character.toUpperCase(folded.charAt(i)) : folded.charAt(i));
        }
        return kept.toString();
    }
}
