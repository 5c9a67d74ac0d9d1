package vn.gopy.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.Outcome;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.opinion.CommentState;
import vn.gopy.round.Position;
import vn.gopy.shared.Texts;

/** The words of the pages without script: each is there, in both languages, and no text of a person becomes markup. */
class PlainWordsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/don-gian");
    private static final Path WORDS = Path.of("src/main/resources/vaadin-i18n");
    private static final Pattern ASKED = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");

    private final Texts texts = new Texts();

    private static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException unreadable) {
                            throw new AssertionError(unreadable);
                        }
                    })
                    .toList();
        }
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(WORDS.resolve(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void everyWordThatATemplateAsksForIsThere() throws IOException {
        Set<String> asked = templates().stream()
                .flatMap(page -> ASKED.matcher(page).results().map((MatchResult found) -> found.group(1)))
                .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(60).allMatch(texts::has);
        assertThat(Stream.of(
                                Stream.of(Position.values()).map(one -> "plain.position." + one),
                                Stream.of(CommentState.values()).map(one -> "plain.state." + one),
                                Stream.of(AnchorState.values()).map(one -> "plain.anchor." + one),
                                Stream.of(Outcome.values()).map(one -> "plain.outcome." + one))
                        .flatMap(keys -> keys))
                .allMatch(texts::has);
    }

    @Test
    void bothLanguagesSayTheSameAndFillTheSamePlaces() throws IOException {
        Properties vietnamese = words("plain.properties");
        Properties english = words("plain_en.properties");

        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
        vietnamese.forEach((key, said) -> assertThat(places(english.getProperty(key.toString())))
                .as("%s", key)
                .isEqualTo(places(said.toString())));
        assertThat(vietnamese.values())
                .noneMatch(said -> said.toString().toLowerCase(Locale.ROOT).matches(".*\\bbạn\\b.*|.*!.*"));
    }

    private static Set<String> places(String words) {
        return VALUE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void noTemplateWritesWordsAsMarkupOrHoldsAScript() throws IOException {
        assertThat(templates())
                .isNotEmpty()
                .noneMatch(page -> page.contains("utext")
                        || page.contains("[(")
                        || page.contains("<script")
                        || page.contains("style=")
                        || page.matches("(?s).*\\son\\w+=.*"));
    }
}
