package vn.gopy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of the browser's half and its words, as text. */
final class BrowserCode {

    private static final Path FRONTEND = Path.of("frontend");
    private static final Path TEXTS = Path.of("src/main/resources/vaadin-i18n");

    private BrowserCode() {}

    /** What the first group of the pattern catches in the files with that ending. */
    static Set<String> found(String pattern, String ending) {
        return found("", pattern, ending);
    }

    /** The same in one folder of the browser's half. */
    static Set<String> found(String folder, String pattern, String ending) {
        return all(ending).stream()
                .filter(file -> file.startsWith(FRONTEND.resolve(folder)))
                .flatMap(file -> Pattern.compile(pattern).matcher(read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every file with that ending, in whichever folder it lies. */
    static List<Path> all(String ending) {
        try (Stream<Path> files = Files.walk(FRONTEND)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException cannotList) {
            throw new UncheckedIOException(cannotList);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    static Map<String, String> texts(String name) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(name))) {
            texts.load(reader);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((key, words) -> sorted.put(key.toString(), words.toString()));
        return sorted;
    }
}
