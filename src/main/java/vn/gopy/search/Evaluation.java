package vn.gopy.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import vn.gopy.search.EngineQuery.Order;
import vn.gopy.search.lucene.EmbeddedIndex;
import vn.gopy.search.lucene.StandardBaseline;
import vn.gopy.vietnamese.analysis.Folding;

/**
 * Measures the search on judged questions, through the same reading, planning and asking as every other search, beside
 * Lucene's defaults on the same documents. Files are tab-separated, gzip or plain: documents as {@code id, law, title, body},
 * questions as {@code id, source, text, relevant ids}.
 */
public final class Evaluation {

    private static final Set<String> EVERYONE = Set.of("everyone");
    private static final int DEPTH = 100;
    private static final int BATCH = 2_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Map<String, UnaryOperator<String>> FORMS = forms();

    private final List<IndexDocument> documents;
    private final List<Judged> questions;

    private record Judged(String id, String text, Set<String> relevant) {}

    /** Receives each hit of a run. */
    public interface Run {
        /** @param rank 1 for the best */
        void hit(String question, String form, String document, int rank);
    }

    /** Reads both files; fails with an {@link IOException} when one cannot be read. */
    public Evaluation(Path documents, Path questions) throws IOException {
        this.documents = lines(documents, Evaluation::document);
        this.questions = lines(questions, Evaluation::question);
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
     * @return the measures of {@code accented}, {@code half}, {@code unaccented} and {@code standard}
     */
    public Map<String, Map<String, Double>> measure(Path folder, Run run) {
        Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
        try (SearchEngine engine = EmbeddedIndex.open(folder.resolve("ours"), Duration.ofSeconds(30))) {
            fill(engine);
            Finder finder = new Finder(engine, Abbreviations.official());
            FORMS.forEach((form, change) ->
                    measures.put(form, measure(text -> find(finder, change.apply(text)), form, run)));
        }
        try (StandardBaseline standard = new StandardBaseline(folder.resolve("standard"), documents)) {
            measures.put("standard", measure(text -> standard.search(text, DEPTH), "standard", (q, f, d, r) -> {}));
        }
        return measures;
    }

    private void fill(SearchEngine engine) {
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

    private static List<String> find(Finder finder, String text) {
        Asking asking = new Asking(text, Map.of(), Map.of(), EVERYONE, Order.RELEVANCE, 0, DEPTH, false);
        return finder.find(asking).answer().hits().stream()
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
        String folded = Folding.fold(word);
        StringBuilder kept = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            boolean upper = Character.isUpperCase(word.charAt(i));
            kept.append(upper ? Character.toUpperCase(folded.charAt(i)) : folded.charAt(i));
        }
        return kept.toString();
    }

    private static IndexDocument document(String[] parts) {
        return new IndexDocument(
                parts[0],
                parts[0],
                1,
                parts[2],
                parts[1],
                parts[3],
                List.of(),
                Set.of(),
                Map.of(),
                EVERYONE,
                Instant.EPOCH);
    }

    private static Judged question(String[] parts) {
        Set<String> relevant = Arrays.stream(parts[3].split("[\\s,;]+"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        return new Judged(parts[0], parts[2], relevant);
    }

    private static <T> List<T> lines(Path file, Function<String[], T> read) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> Normalizer.normalize(line, Normalizer.Form.NFC))
                    .map(line -> read.apply(line.split("\t", -1)))
                    .toList();
        }
    }

    private static InputStream open(Path file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean gzip = start.length == 2 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(in) : in;
    }
}
