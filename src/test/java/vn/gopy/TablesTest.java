package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room reads which tables, where a table reshaped must not break a room that only hears of it. */
class TablesTest {

    private static final Pattern NAMED = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z_]+)");
    private static final Pattern MADE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");
    private static final Path ROOMS = Path.of("src/main/java/vn/gopy");

    @Test
    void theSearchReadsItsOwnTablesOnly() {
        assertThat(tables("search"))
                .isNotEmpty()
                .allMatch(table -> table.matches("(index|saved_search|recent_search).*"));
    }

    @Test
    void theRoundsReadNoOpinions() {
        assertThat(tables("round")).contains("round", "reply").noneMatch(table -> table.startsWith("comment"));
    }

    private static Set<String> tables(String room) {
        Set<String> all = made();
        try (Stream<Path> files = Files.walk(ROOMS.resolve(room))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> named(NAMED, read(file)).stream())
                    .filter(all::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> made() {
        try (Stream<Path> steps = Files.list(Path.of("src/main/resources/db/migration"))) {
            return steps.flatMap(step -> named(MADE, read(step)).stream()).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
