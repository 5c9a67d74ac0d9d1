package vn.gopy.search.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what the official abbreviations among the words of a question stand for, as the search has read them. */
@Component
public class AbbreviationGuide {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[&/-][\\p{L}\\p{M}\\p{N}]+)*");
    private static final int MOST = 3;

    private final Abbreviations abbreviations;
    private final Map<String, String> english = english();

    AbbreviationGuide(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    /**
     * An abbreviation with its readings.
     *
     * @param typed as typed
     * @param vietnamese the long forms, most common first
     * @param english for readers of the English screens, where there is a settled word
     */
    public record Meaning(String typed, List<String> vietnamese, Optional<String> english) {}

    static Map<String, String> english() {
        InputStream list = Objects.requireNonNull(AbbreviationGuide.class.getResourceAsStream("abbreviations.en.tsv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The abbreviations among these words, at most three. */
    public List<Meaning> in(String words) {
        String bounded = words.substring(0, Math.min(words.length(), QuestionReader.MAX_CHARACTERS));
        return WORD.matcher(bounded)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(this::meaning)
                .filter(meaning -> !meaning.vietnamese().isEmpty())
                .limit(MOST)
                .toList();
    }

    private Meaning meaning(String word) {
        return new Meaning(
                word, abbreviations.readings(word), abbreviations.official(word).map(english::get));
    }
}
