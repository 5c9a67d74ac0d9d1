package vn.gopy.command.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.TestLength;
import vn.gopy.search.ranking.LearnedFiles;

/** A third of the questions is asked usually, all of them in a long run. */
@EnabledIfEnvironmentVariable(
        named = "GOPY_IR",
        matches = ".+",
        disabledReason = "GOPY_IR names the folder with core.tsv.gz and queries.tsv; it is not set")
class RankingTest {

    @TempDir
    Path folder;

    @Test
    void rankingDoesNotFallBehindWhatWasMeasured() throws IOException {
        Evaluation evaluation = new Evaluation(asked(), LearnedFiles.shipped());
        Map<String, Map<String, Double>> measures = evaluation.measure(folder, (question, form, document, rank) -> {});
        assertThat(measures.get("accented").get("ndcg10")).isGreaterThan(TestLength.isLong() ? 0.81 : 0.813);
        assertThat(measures.get("half").get("ndcg10")).isGreaterThan(TestLength.isLong() ? 0.805 : 0.807);
        assertThat(measures.get("unaccented").get("ndcg10")).isGreaterThan(TestLength.isLong() ? 0.805 : 0.813);
        assertThat(measures.get("accented").get("ndcg10"))
                .isGreaterThan(measures.get("standard").get("ndcg10") + 0.05);
    }

    private static JudgedCollection asked() throws IOException {
        Path data = Path.of(System.getenv("GOPY_IR"));
        JudgedCollection all = JudgedCollection.read(data.resolve("core.tsv.gz"), data.resolve("queries.tsv"));
        if (TestLength.isLong()) {
            return all;
        }
        List<JudgedCollection.Judged> third = IntStream.range(0, all.questions().size())
                .filter(n -> n % 3 == 0)
                .mapToObj(all.questions()::get)
                .toList();
        return new JudgedCollection(all.documents(), third);
    }
}
