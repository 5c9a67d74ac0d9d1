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
        assertThat(ndcg(measures, "accented")).isGreaterThan(0.83);
        assertThat(ndcg(measures, "half")).isGreaterThan(0.82);
        assertThat(ndcg(measures, "unaccented")).isGreaterThan(0.82);
        for (String form : List.of("accented", "half", "unaccented")) {
            assertThat(ndcg(measures, form))
                    .as("the second look at %s", form)
                    .isGreaterThan(ndcg(measures, form + "_first") + 0.01);
        }
        assertThat(ndcg(measures, "accented")).isGreaterThan(ndcg(measures, "standard") + 0.05);
    }

    private static double ndcg(Map<String, Map<String, Double>> measures, String form) {
        return measures.get(form).get("ndcg10");
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
