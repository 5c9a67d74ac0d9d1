package vn.gopy.consultation.ui;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Warning;

/** What the browser code promises and no compiler checks: its words, its icons, its tokens, and no markup from words. */
class BrowserCodeTest {

    private static final Path FRONTEND = Path.of("frontend");
    private static final Path TEXTS = Path.of("src/main/resources/vaadin-i18n");

    @Test
    void everyWordTheReaderAsksForExistsInVietnamese() {
        Set<String> asked = found("(?:\\bt|this\\.t|reader\\.t)\\(\\s*'([\\w.]+)'", ".js");

        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(texts("reader.properties").keySet())
                .containsAll(asked.stream().map(key -> "reader." + key).toList());
    }

    @Test
    void englishIsComplete() {
        Set<String> english = new TreeSet<>(texts("reader_en.properties").keySet());
        english.removeIf(key -> key.endsWith(".one"));
        Set<String> vietnamese = new TreeSet<>(texts("reader.properties").keySet());
        vietnamese.removeIf(key -> key.endsWith(".one"));

        assertThat(english).isEqualTo(vietnamese);
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        Map<String, String> english = texts("reader_en.properties");

        assertThat(texts("reader.properties"))
                .allSatisfy((key, words) -> assertThat(placeholders(english.getOrDefault(key, words)))
                        .as(key)
                        .isEqualTo(placeholders(words)));
    }

    @Test
    void theVietnameseWordsAddressNobodyAsBanAndDoNotShout() {
        Pattern forbidden = Pattern.compile("(?iu)(?<!\\p{L})bạn(?!\\p{L})|!|bình luận|không tiếp thu");

        assertThat(texts("reader.properties").values())
                .noneMatch(words -> forbidden.matcher(words).find());
    }

    @Test
    void everyWordTheStructureCheckAsksForExistsInBothLanguages() {
        Set<String> asked = found("\\bsay\\(\\s*'([\\w.]+)'", ".js");
        Stream.of(
                        Stream.of(BlockRole.values()).map(role -> "role." + role),
                        Stream.of(Structure.Zone.values())
                                .filter(zone -> zone != Structure.Zone.PROVISION)
                                .map(zone -> "role." + zone),
                        Stream.of(Dropped.Why.values()).map(why -> "why." + why),
                        Stream.of(Warning.Code.values()).map(code -> "finding." + code))
                .flatMap(keys -> keys)
                .forEach(asked::add);
        List<String> keys = asked.stream().map(key -> "checker." + key).toList();
        Map<String, String> english = texts("checker_en.properties");

        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(texts("checker.properties").keySet()).containsAll(keys).isEqualTo(english.keySet());
        assertThat(texts("checker.properties"))
                .allSatisfy((key, words) ->
                        assertThat(placeholders(english.get(key))).isEqualTo(placeholders(words)));
    }

    @Test
    void everyIconIsInTheSprite() {
        Set<String> asked = found("\\bicon(?:: |\\()'([a-z-]+)'", ".js");
        Set<String> drawn = found("<symbol id=\"([a-z-]+)\"", ".svg");

        assertThat(asked).isNotEmpty();
        assertThat(drawn).containsAll(asked);
    }

    @Test
    void everyTokenUsedIsDefined() {
        assertThat(found("(--gy-[a-z0-9-]+)\\s*:", ".css")).containsAll(found("var\\((--gy-[a-z0-9-]+)", ".css"));
    }

    @Test
    void coloursAreWrittenInTheTokensOnly() {
        Pattern colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgb\\(");

        assertThat(sources(".css"))
                .filteredOn(file -> !file.endsWith("tokens.css"))
                .allSatisfy(file -> assertThat(withoutPrintRules(read(file))).doesNotContainPattern(colour));
    }

    @Test
    void wordsNeverBecomeMarkup() {
        assertThat(sources(".js"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(read(file))
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("));
    }

    /** Paper is black and white, whatever the tokens say. */
    private static String withoutPrintRules(String css) {
        int print = css.indexOf("@media print {");
        return print < 0 ? css : css.substring(0, print);
    }

    private static Set<String> placeholders(String words) {
        return Pattern.compile("\\{\\w+}")
                .matcher(words)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> found(String pattern, String ending) {
        return sources(ending).stream()
                .flatMap(file -> Pattern.compile(pattern).matcher(read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources(String ending) {
        try (Stream<Path> files = Files.list(FRONTEND)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException cannotList) {
            throw new UncheckedIOException(cannotList);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    private static Map<String, String> texts(String name) {
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
