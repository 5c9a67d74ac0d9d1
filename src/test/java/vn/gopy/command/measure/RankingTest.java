package vn.gopy.command.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(
        named = "GOPY_IR",
        matches = ".+",
        disabledReason = "GOPY_IR names the folder with core.tsv.gz and queries.tsv; it is not set")
class RankingTest {

    @TempDir
    Path folder;

    @Test
    void rankingDoesNotFallBehindWhatWasMeasured() throws IOException {
        Path data = Path.of(System.getenv("GOPY_IR"));
        Evaluation evaluation =
                new Evaluation(JudgedCollection.read(data.resolve("core.tsv.gz"), data.resolve("queries.tsv")));
        Map<String, Map<String, Double>> measures = evaluation.measure(folder, (question, form, document, rank) -> {});
        assertThat(measures.get("accented").get("ndcg10")).isGreaterThan(0.81);
        assertThat(measures.get("half").get("ndcg10")).isGreaterThan(0.805);
        assertThat(measures.get("unaccented").get("ndcg10")).isGreaterThan(0.805);
        assertThat(measures.get("accented").get("ndcg10"))
                .isGreaterThan(measures.get("standard").get("ndcg10") + 0.05);
    }
}
