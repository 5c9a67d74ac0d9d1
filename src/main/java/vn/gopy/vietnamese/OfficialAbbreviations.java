package vn.gopy.vietnamese;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The abbreviations of official papers with all they stand for, as one list for everything that reads words. */
public final class OfficialAbbreviations {

    private OfficialAbbreviations() {}

    /** Each abbreviation in its own letter case, with its readings, in the order of the list. */
    public static Map<String, List<String>> readings() {
        InputStream list = Objects.requireNonNull(OfficialAbbreviations.class.getResourceAsStream("abbreviations.tsv"));
        Map<String, List<String>> readings = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(line -> line.split("\t"))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> readings.put(parts[0], readings(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(readings);
    }

    /** Readings stand between semicolons; what is in brackets at the end of one is a note. */
    private static List<String> readings(String meanings) {
        return Stream.of(meanings.split(";"))
                .map(String::strip)
                .map(meaning -> meaning.replaceFirst("\\s*\\(.*\\)$", ""))
                .toList();
    }
}
