package vn.gopy.command.measure.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.gopy.command.measure.Evaluation;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Finder;
import vn.gopy.search.ranking.RankingModel;
import vn.gopy.search.ranking.RankingModel.Judgement;
import vn.gopy.search.ranking.SecondLook;
import vn.gopy.search.ranking.TermTable;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * Learns the second look from articles, and from judged questions where there are some: directions of terms, then a model
 * from made questions, then one that goes on from it with the judged ones. Seeds and steps are fixed, so that the same
 * input gives the same files on one machine.
 */
public final class RankingTraining {

    private static final int STEPS = 5_000;
    private static final int MADE = 9_000;
    private static final int FOLDS = 5;

    private final List<IndexDocument> documents;
    private final List<Judged> questions;
    private final PrintStream out;
    private final long begun = System.nanoTime();

    /** @param questions none are needed; a fifth of them is not learned from */
    public RankingTraining(List<IndexDocument> documents, List<Judged> questions, PrintStream out) {
        this.documents = documents;
        this.questions = questions;
        this.out = out;
    }

    /**
     * Learns, and writes {@code terms.bin} and {@code model.tsv}.
     *
     * @param folder an empty one for the index
     * @param into where the files are put
     */
    public void run(Path folder, Path into) throws IOException {
        Library library = new Library(documents);
        say(
                "%,d articles, %,d terms without marks, %,d with",
                library.size(), library.folded.keys().length, library.accented.keys().length);
        TermTable terms = new DirectionTraining(library).learn(STEPS, this::say);
        Files.createDirectories(into);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(into.resolve("terms.bin")))) {
            terms.write(file);
        }
        learn(library, terms, folder, into);
    }

    /** The model alone, on directions that were learned before. */
    void learn(Library library, TermTable terms, Path folder, Path into) throws IOException {
        try (SearchEngine engine = EmbeddedIndex.open(folder, Duration.ofSeconds(30))) {
            Evaluation.fill(engine, documents);
            SampleMaker samples = new SampleMaker(library, new Finder(engine), terms);
            Files.writeString(into.resolve("model.tsv"), learn(samples).text());
        }
        say("written to %s", into);
    }

    private RankingModel learn(SampleMaker samples) {
        Sample made = samples.make(new MadeQuestions(documents).make(MADE), true, question -> {});
        say("%,d made questions with %,d candidates", made.questions(), made.rows.length);
        RankingModel first = ModelTraining.first(made);
        say("learned from made questions");
        if (questions.isEmpty()) {
            return first;
        }
        List<Judged> asked = new ArrayList<>();
        Sample judged = samples.make(inBothForms(), false, asked::add);
        say(
                "%,d of %,d judged questions, with marks and without, have an answer among the first hundred",
                judged.questions(), 2 * questions.size());
        int[] kept = IntStream.of(judged.all())
                .filter(one -> !isHeldBack(asked.get(one)))
                .toArray();
        int[] held = IntStream.of(judged.all())
                .filter(one -> isHeldBack(asked.get(one)))
                .toArray();
        crossCheck(first, judged, asked, kept);
        RankingModel second = ModelTraining.second(first, judged, kept);
        say("held back    %s", figures(judged, held, first, second));
        return second;
    }

    /** Questions with marks are asked without them too, as the product has to understand both. */
    private List<Judged> inBothForms() {
        List<Judged> both = new ArrayList<>(questions);
        questions.forEach(one -> both.add(new Judged(one.id(), EvenFolding.fold(one.text()), one.relevant())));
        return both;
    }

    /** A fifth, by the answer, so that questions about one article stay together. */
    private static boolean isHeldBack(Judged question) {
        return part(question) == 0;
    }

    private static int part(Judged question) {
        return Math.floorMod(
                String.join(" ", new java.util.TreeSet<>(question.relevant())).hashCode(), FOLDS);
    }

    private void crossCheck(RankingModel first, Sample judged, List<Judged> asked, int[] kept) {
        double[] sums = new double[3];
        for (int fold = 1; fold < FOLDS; fold++) {
            int out = fold;
            int[] others = IntStream.of(kept)
                    .filter(one -> part(asked.get(one)) != out)
                    .toArray();
            int[] own = IntStream.of(kept)
                    .filter(one -> part(asked.get(one)) == out)
                    .toArray();
            RankingModel second = ModelTraining.second(first, judged, others);
            double[] gains = gains(judged, own, first, second);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += gains[i] * own.length / kept.length;
            }
        }
        say("across folds %s", written(sums));
    }

    private static String figures(Sample sample, int[] questions, RankingModel first, RankingModel second) {
        return written(gains(sample, questions, first, second));
    }

    private static String written(double[] gains) {
        return String.format(
                Locale.ROOT,
                "nDCG@10 of questions found: first stage %.4f, learned from made questions %.4f, from judged ones %.4f",
                gains[0],
                gains[1],
                gains[2]);
    }

    private static double[] gains(Sample sample, int[] questions, RankingModel first, RankingModel second) {
        double[] sums = new double[3];
        for (int question : questions) {
            int from = sample.starts[question];
            int size = Math.min(SecondLook.WINDOW, sample.starts[question + 1] - from);
            float[][] rows = java.util.Arrays.copyOfRange(sample.rows, from, from + size);
            sums[0] += gain(
                    sample,
                    question,
                    IntStream.range(0, size).mapToDouble(i -> -i).toArray());
            sums[1] += gain(sample, question, wholes(first, rows));
            sums[2] += gain(sample, question, wholes(second, rows));
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, questions.length);
        }
        return sums;
    }

    private static double[] wholes(RankingModel model, float[][] rows) {
        return model.judge(rows).stream().mapToDouble(Judgement::whole).toArray();
    }

    private static double gain(Sample sample, int question, double[] scores) {
        int from = sample.starts[question];
        double gain = 0;
        for (int row = 0; row < scores.length; row++) {
            if (sample.answers[from + row]) {
                int place = 0;
                for (int other = 0; other < scores.length; other++) {
                    boolean before = scores[other] > scores[row] || scores[other] == scores[row] && other < row;
                    place += before ? 1 : 0;
                }
                gain += Sample.discount(place);
            }
        }
        return gain / sample.ideals[question];
    }

    private void say(String format, Object... values) {
        say(String.format(Locale.ROOT, format, values));
    }

    private void say(String line) {
        out.printf(Locale.ROOT, "%4.0f s  %s%n", (System.nanoTime() - begun) / 1e9, line);
    }
}
