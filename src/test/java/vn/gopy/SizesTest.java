package vn.gopy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file, and no room, that cannot be taken in at a look. */
class SizesTest {

    private static final int MOST_LINES = 450;
    private static final int MOST_FILES = 50;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> browser = Files.walk(Path.of("frontend"))) {
            return Stream.concat(java, browser)
                    .filter(file -> file.toString().matches(".*\\.(java|js)"))
                    .toList();
        }
    }

    @Test
    void noFileOfTheProductIsLong() throws IOException {
        assertThat(sources())
                .hasSizeGreaterThan(500)
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void noFolderOfTheProductIsCrowded() throws IOException {
        Map<Path, Long> files = sources().stream().collect(groupingBy(Path::getParent, counting()));
        assertThat(files)
                .allSatisfy((folder, n) -> assertThat(n).as(folder.toString()).isLessThanOrEqualTo(MOST_FILES));
    }
}
