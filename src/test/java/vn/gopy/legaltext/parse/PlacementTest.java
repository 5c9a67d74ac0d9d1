package vn.gopy.legaltext.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.document.extract.Extraction;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structures;

/** In real files, nearly every paragraph is shown beside its place. */
@EnabledIfEnvironmentVariable(named = "GOPY_SAMPLES", matches = ".+", disabledReason = "no sample files")
class PlacementTest {

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(System.getenv("GOPY_SAMPLES"), "docs", "docx"))) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void paragraphsStandInAPlace(Path file) throws IOException {
        Reading reading =
                Extraction.read(Files.readAllBytes(file), file.getFileName().toString());
        if (reading.problem() != null) {
            return;
        }
        Structure structure =
                Structures.of(reading, List.of(), file.getFileName().toString(), null);
        List<String> unplaced = structure.standings().stream()
                .filter(standing ->
                        standing.row() < 0 && Words.hasWord(standing.piece().shown()))
                .map(standing -> standing.piece().shown())
                .toList();
        long left = structure.outline().dropped().size();

        assertThat(unplaced.size()).as("%s", unplaced).isLessThanOrEqualTo((int)
                (left + structure.standings().size() / 50));
    }
}
