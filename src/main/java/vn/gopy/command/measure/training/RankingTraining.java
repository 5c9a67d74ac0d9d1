package vn.gopy.command.measure.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.gopy.command.measure.Evaluation;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Finder;
import vn.gopy.search.ranking.RankingModel;
import vn.gopy.search.ranking.SecondLook;
import vn.gopy.search.ranking.TermTable;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * Learns the second look from articles, and from judged questions where there are some: directions of terms, then a model
 * from made questions, then one that goes on from it with the judged ones. Seeds and steps are fixed, so that the same
 * input gives the same files on one machine.
 */
public final class RankingTraining {

    /** Of fewer provisions nothing is learned that would be better than what is shipped. */
    public static final int LEAST_ARTICLES = 5_000;

    private static final int STEPS = 5_000;
    private static final int MADE = 9_000;
    private static final int FOLDS = 5;

    private final List<IndexDocument> documents;
    private final List<Judged> questions;
    private final int steps;
    private final int made;
    private final PrintStream out;
    private final long begun = System.nanoTime();

    /** @param questions none are needed; a fifth of them is not learned from */
    public RankingTraining(List<IndexDocument> documents, List<Judged> questions, PrintStream out) {
        this(documents, questions, STEPS, MADE, out);
    }

    /** With so many steps for directions and so many made questions. */
    RankingTraining(List<IndexDocument> documents, List<Judged> questions, int steps, int made, PrintStream out) {
        this.documents = documents;
        this.questions = questions;
        this.steps = steps;
        this.made = made;
        this.out = out;
    }

    /**
     * Learns, and writes {@code terms.bin} and {@code model.tsv}.
     *
     * @param folder an empty one for the index
     * @param into where the files are put
     */
    public void run(Path folder, Path into) throws IOException {
        Library library = library();
        TermTable terms = directions(library);
        try (SearchEngine engine = EmbeddedIndex.open(folder, Duration.ofSeconds(30))) {
            Evaluation.fill(engine, documents);
            write(terms, learn(library, new Finder(engine), terms, new MadeQuestions(documents).make(made)), into);
        }
        say("written to %s", into);
    }

    /**
     * Learns as {@link #run} does, but leaves a fifth of the made questions out too, and writes only what finds the questions
     * that it did not learn from better than what is shipped.
     *
     * @return whether it did
     */
    public boolean runAgainst(SecondLook shipped, Path folder, Path into) throws IOException {
        Library library = library();
        TermTable terms = directions(library);
        try (SearchEngine engine = EmbeddedIndex.open(folder, Duration.ofSeconds(30))) {
            Evaluation.fill(engine, documents);
            Finder finder = new Finder(engine);
            List<Judged> makings = new MadeQuestions(documents).make(made);
            List<Judged> heldBack = new ArrayList<>(everyFifth(makings, true));
            inBothForms().stream().filter(RankingTraining::isHeldBack).forEach(heldBack::add);
            RankingModel model = learn(library, finder, terms, everyFifth(makings, false));
            Trial.Outcome outcome = new Trial(library, finder, heldBack).between(shipped, new SecondLook(terms, model));
            say("%s", outcome);
            if (outcome.isBetter()) {
                write(terms, model, into);
            }
            return outcome.isBetter();
        }
    }

    private static List<Judged> everyFifth(List<Judged> all, boolean these) {
        return IntStream.range(0, all.size())
                .filter(number -> number % FOLDS == 0 == these)
                .mapToObj(all::get)
                .toList();
    }

    private Library library() {
        Library library = new Library(documents);
        say(
                "%,d articles, %,d terms without marks, %,d with",
                library.size(), library.folded.keys().length, library.accented.keys().length);
        return library;
    }

    /** As they are read from the file: in fewer bits than they were learned in. */
    private TermTable directions(Library library) {
        return new DirectionTraining(library).learn(steps, this::say);
    }

    /** Both or, in place of what stands there, none. */
    private static void write(TermTable terms, RankingModel model, Path into) throws IOException {
        Files.createDirectories(into);
        Path newTerms = into.resolve("terms.new");
        Path newModel = into.resolve("model.new");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(newTerms))) {
            terms.write(file);
        }
        Files.writeString(newModel, model.text(terms));
        Files.move(newTerms, into.resolve("terms.bin"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(newModel, into.resolve("model.tsv"), StandardCopyOption.REPLACE_EXISTING);
    }

    private RankingModel learn(Library library, Finder finder, TermTable terms, List<Judged> makings) {
        SampleMaker samples = new SampleMaker(library, finder, terms);
        Sample taught = samples.make(makings, true, question -> {});
        say("%,d made questions with %,d candidates", taught.questions(), taught.rows.length);
        RankingModel first = ModelTraining.first(taught);
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
        say("held back    %s", written(Gains.of(judged, held, List.of(first, second))));
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
        return hash(question) % FOLDS == 0;
    }

    private static int hash(Judged question) {
        return String.join(" ", new TreeSet<>(question.relevant())).hashCode() & Integer.MAX_VALUE;
    }

    private void crossCheck(RankingModel first, Sample judged, List<Judged> asked, int[] kept) {
        double[] sums = new double[3];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            int[] others = IntStream.of(kept)
                    .filter(one -> hash(asked.get(one)) / FOLDS % FOLDS != out)
                    .toArray();
            int[] own = IntStream.of(kept)
                    .filter(one -> hash(asked.get(one)) / FOLDS % FOLDS == out)
                    .toArray();
            RankingModel second = ModelTraining.second(first, judged, others);
            double[] gains = Gains.of(judged, own, List.of(first, second));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += gains[i] * own.length / kept.length;
            }
        }
        say("five folds of the others %s", written(sums));
    }

    private static String written(double[] gains) {
        return String.format(
                Locale.ROOT,
                "nDCG@10 of questions found: first stage %.4f, learned from made questions %.4f, from judged ones %.4f",
                gains[0],
                gains[1],
                gains[2]);
    }

    private void say(String format, Object... values) {
        say(String.format(Locale.ROOT, format, values));
    }

    private void say(String line) {
        out.printf(Locale.ROOT, "%4.0f s  %s%n", (System.nanoTime() - begun) / 1e9, line);
    }
}
