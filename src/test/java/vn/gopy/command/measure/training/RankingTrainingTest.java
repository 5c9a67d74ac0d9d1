package vn.gopy.command.measure.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.command.measure.Evaluation;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Finder;
import vn.gopy.search.ranking.LearnedFiles;
import vn.gopy.search.ranking.RankingModel;
import vn.gopy.search.ranking.SecondLook;

/** Teaching, on so little that it takes seconds. */
class RankingTrainingTest {

    private static final int ARTICLES = 480;
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    private final List<IndexDocument> articles = articles();
    private final List<Judged> questions = new MadeQuestions(articles).make(12);

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        for (String run : List.of("one", "two")) {
            training().run(folder.resolve("index-" + run), folder.resolve(run));
        }
        for (String file : List.of("terms.bin", "model.tsv")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
        assertThat(LearnedFiles.in(folder.resolve("one")).model().trees()).isNotEmpty();
    }

    @Test
    void whatFindsHeldBackQuestionsWorseIsRefused() throws IOException {
        SecondLook shipped = LearnedFiles.shipped();
        SecondLook upsideDown = new SecondLook(shipped.terms(), upsideDown(shipped.model()));
        try (SearchEngine engine = EmbeddedIndex.open(folder, Duration.ofSeconds(30))) {
            Evaluation.fill(engine, articles);
            Trial trial = new Trial(new Library(articles), new Finder(engine), questions);
            Trial.Outcome worse = trial.between(shipped, upsideDown);
            assertThat(worse.questions()).isPositive();
            assertThat(worse.isBetter()).isFalse();
            assertThat(trial.between(upsideDown, shipped).isBetter()).isTrue();
            assertThat(trial.between(shipped, shipped).isBetter()).isFalse();
            assertThat(new Trial(new Library(articles), new Finder(engine), List.of())
                            .between(upsideDown, shipped)
                            .isBetter())
                    .isFalse();
        }
    }

    @Test
    void whatIsRefusedIsNotWritten() throws IOException {
        Path into = folder.resolve("ranking");
        boolean better = new RankingTraining(articles, List.of(), 1, 60, NOWHERE)
                .runAgainst(LearnedFiles.shipped(), folder.resolve("index"), into);
        assertThat(Files.exists(into.resolve("model.tsv"))).isEqualTo(better);
        assertThat(Files.exists(into.resolve("terms.bin"))).isEqualTo(better);
    }

    @Test
    void anInstallationsProvisionsAreReadFromItsIndex() {
        try (SearchEngine engine = EmbeddedIndex.open(folder.resolve("index"), Duration.ofSeconds(30))) {
            String generation = engine.createGeneration();
            List<IndexDocument> documents = List.of(
                    document("PROVISION:2", "VERSION:b", "Điều 2. Họp"),
                    document("PROVISION:1", "VERSION:b", "Điều 1. Phạm vi"),
                    document("COMMENT:3", "THREAD:c", ""));
            engine.write(generation, new IndexBatch(Set.of(), documents, new IndexMark("test", 1)));
            engine.activate(generation);
        }
        assertThat(InstalledLibrary.provisions(folder))
                .extracting(IndexDocument::id, IndexDocument::title, IndexDocument::context)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("PROVISION:1", "Điều 1. Phạm vi", "Quy chế"),
                        org.assertj.core.api.Assertions.tuple("PROVISION:2", "Điều 2. Họp", "Quy chế"));
    }

    private RankingTraining training() {
        return new RankingTraining(articles, questions, 1, 60, NOWHERE);
    }

    /** Each about two words of its own, among common ones. */
    private static List<IndexDocument> articles() {
        Random random = new Random(5);
        List<IndexDocument> articles = new ArrayList<>();
        for (int number = 0; number < ARTICLES; number++) {
            String own = word(number / 3) + " " + word(number % 97);
            StringBuilder text = new StringBuilder();
            for (int sentence = 0; sentence < 4; sentence++) {
                text.append(own).append(' ');
                for (int word = 0; word < 9; word++) {
                    text.append(word(random.nextInt(40))).append(' ');
                }
                text.append(". ");
            }
            articles.add(JudgedCollection.document("made-" + number, "Quy chế", own + " " + word(3), text.toString()));
        }
        return articles;
    }

    private static String word(int number) {
        return "bcdghklmnptv".charAt(number % 12)
                + "aeiou".substring(number / 12 % 5, number / 12 % 5 + 1)
                + "cmnpt".charAt(number / 60 % 5);
    }

    private static RankingModel upsideDown(RankingModel model) {
        float[] weights = model.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= -1;
        }
        return new RankingModel(
                model.means(),
                model.deviations(),
                weights,
                model.trees().stream().map(tree -> tree.scaled(-1)).toList());
    }

    private static IndexDocument document(String id, String group, String title) {
        return new IndexDocument(
                id,
                group,
                1,
                title,
                "Quy chế",
                "Lời văn.",
                List.of(),
                Set.of(),
                Map.of(),
                JudgedCollection.EVERYONE,
                Instant.EPOCH);
    }
}
