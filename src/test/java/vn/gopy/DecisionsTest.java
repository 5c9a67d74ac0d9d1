package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final Path FOLDER = Path.of("docs/decisions");
    private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\\.md");
    private static final Pattern RECORD = Pattern.compile("""
            # (\\d+)\\. (\\S.*)

            Status: (accepted|replaced by \\d+)
            Date: \\d{4}-\\d{2}-\\d{2}

            ## Context

            \\S[\\s\\S]*

            ## Decision

            \\S[\\s\\S]*

            ## Price

            \\S[\\s\\S]*
            """);
    private static final Pattern HEADING = Pattern.compile("(?m)^## .*$");
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everyRecordFollowsTheTemplate() throws IOException {
        for (Path record : records()) {
            String text = Files.readString(record);
            assertThat(record.getFileName().toString()).matches(NAME);
            assertThat(text).as("%s", record).matches(RECORD);
            assertThat(HEADING.matcher(text).results().map(MatchResult::group))
                    .as("%s", record)
                    .containsExactly("## Context", "## Decision", "## Price");
        }
    }

    @Test
    void numbersRunWithoutGapAndNoneIsGivenTwice() throws IOException {
        List<Integer> numbers = records().stream()
                .map(record -> Integer.parseInt(record.getFileName().toString().substring(0, 4)))
                .toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        for (Path record : records()) {
            assertThat(Files.readString(record))
                    .startsWith("# %d. "
                            .formatted(Integer.parseInt(
                                    record.getFileName().toString().substring(0, 4))));
        }
    }

    @Test
    void theIndexNamesEveryRecordWithItsTitleAndStatus() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Path record : records()) {
            var parts = RECORD.matcher(Files.readString(record));
            assertThat(parts.matches()).isTrue();
            expected.add("| %s | [%s](%s) | %s |"
                    .formatted(parts.group(1), parts.group(2), record.getFileName(), parts.group(3)));
        }
        List<String> rows = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).startsWith(expected.get(i));
        }
    }

    @Test
    void everyLinkBetweenTheDocumentsLeadsToAFile() throws IOException {
        List<String> lost = new ArrayList<>();
        try (Stream<Path> documents = Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of),
                Files.walk(Path.of("docs")).filter(path -> path.toString().endsWith(".md")))) {
            for (Path document : (Iterable<Path>) documents::iterator) {
                Path folder = document.toAbsolutePath().getParent();
                LINK.matcher(Files.readString(document))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !Files.exists(folder.resolve(link)))
                        .forEach(link -> lost.add(document + " → " + link));
            }
        }
        assertThat(lost).isEmpty();
    }

    private static List<Path> records() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(path -> !path.endsWith("README.md")).sorted().toList();
        }
    }
}
